import { define, quoted } from './define.ts';

/** What a touchpoint says, and what is said twice. */
export const mapTouchpointDiagnostics = {
  'emotion-twice': define<{ whose: string; line: number }>({
    code: 'J0806',
    severity: 'warning',
    message: ({ whose, line }) =>
      `How ${whose} feels here is said in line ${line} already; keep one, or say for which persona each is.`,
    help: {
      what: 'A touchpoint has two emotions of the same persona, or two of everybody.',
      why: 'The curve of the map can run through one of them only.',
      wrong: 'journey j { stage s { touchpoint t on web { emotion +1 "Nice" emotion -1 "Slow" } } }',
      right: 'journey j { stage s { touchpoint t on web { emotion +1 "Nice" } } }',
    },
  }),
  'presence-contradicts-channel': define<{ word: string; channel: string; presence: string }>({
    code: 'J0807',
    severity: 'warning',
    message: ({ word, channel, presence }) =>
      `This touchpoint is said to be ${word}, but its channel ${quoted(channel)} is ${presence}; remove the word, or name another channel.`,
    help: {
      what: 'A touchpoint is called online on an offline channel, or the other way round.',
      why: 'The map would show it on the wrong side of the line between the screen and the street.',
      wrong: 'journey j { stage s { touchpoint t on web { offline } } }',
      right: 'journey j { stage s { touchpoint t on store { offline } } }',
    },
  }),
  'persona-twice': define<{ name: string; kind: string }>({
    code: 'J0808',
    severity: 'warning',
    message: ({ name, kind }) => `The ${kind} ${quoted(name)} is named already; remove it here.`,
    help: {
      what: 'A persona or segment is named twice in one list.',
      why: 'Most likely another one was meant.',
      wrong: 'import { owner } from "./personas.journey"\njourney j { persona owner, owner }',
      right: 'import { owner } from "./personas.journey"\njourney j { persona owner }',
    },
  }),
  'persona-elsewhere': define<{ name: string; journey: string }>({
    code: 'J0823',
    severity: 'warning',
    message: ({ name, journey }) =>
      `The journey ${quoted(journey)} is not for ${quoted(name)}; add the persona to the journey, or name one of its own.`,
    help: {
      what: 'A touchpoint, an emotion or a note is for a persona that the journey does not name.',
      why: 'The map has a curve for each of the journey’s personas, and this one would be on none of them.',
      wrong:
        'import { owner } from "./personas.journey"\npersona clerk "Clerk"\njourney j { persona owner stage s { touchpoint t on web { quote "Again a form?" for clerk } } }',
      right:
        'import { owner } from "./personas.journey"\npersona clerk "Clerk"\njourney j { persona owner, clerk stage s { touchpoint t on web { quote "Again a form?" for clerk } } }',
    },
  }),
  'point-of-sale-elsewhere': define<{ pointOfSale: string; on: string; channel: string }>({
    code: 'J0824',
    severity: 'warning',
    message: ({ pointOfSale, on, channel }) =>
      `The point of sale ${quoted(pointOfSale)} is on the channel ${quoted(on)}, and this touchpoint on ${quoted(channel)}; name one of the two.`,
    help: {
      what: 'A touchpoint is at a point of sale of another channel than its own.',
      why: 'The customer can only be in one place.',
      wrong:
        'point of sale high_street "High Street" on store\njourney j { stage s { touchpoint till on web at high_street } }',
      right:
        'point of sale high_street "High Street" on store\njourney j { stage s { touchpoint till at high_street } }',
    },
  }),
  'department-twice': define<{ name: string }>({
    code: 'J0809',
    severity: 'warning',
    message: ({ name }) => `The department ${quoted(name)} is named already; remove it here.`,
    help: {
      what: 'A department is named twice for one touchpoint.',
      why: 'Most likely another one was meant.',
      wrong: 'journey j { stage s { touchpoint t on web by marketing, marketing } }',
      right: 'journey j { stage s { touchpoint t on web by marketing, sales } }',
    },
  }),
  'said-twice': define<{ what: string; line: number }>({
    code: 'J0813',
    severity: 'warning',
    message: ({ what, line }) =>
      `${what} is said in line ${line} already, and only that counts; remove one of them.`,
    help: {
      what: 'Something that can be said once is said twice: the model of a journey, the status of a touchpoint, the target of a KPI.',
      why: 'Only the first counts, and readers may believe the second.',
      wrong: 'journey j { stage s { touchpoint t on web { status planned status live } } }',
      right: 'journey j { stage s { touchpoint t on web { status live } } }',
    },
  }),
};
