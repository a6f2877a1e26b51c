import { define, didYouMean, quoted } from './define.ts';

const BASE = `system mail uses smoove
message hello via mail { subject "Hello" body "Hello!" }
message welcome via mail { subject "Welcome" body "Welcome!" }
system landing uses form
journey usual "Usual" {
  stage meet "Meet" {
    automation greet "Greet" {
      on landing.signed_up
      send hello
    }
  }
  stage buy "Buy" {
    touchpoint shop "Shop" on store
  }
}
`;

/** J0830 to J0839: journeys that extend others, and journeys that are stages of others. */
export const mapInheritanceDiagnostics = {
  'extends-circle': define<{ journey: string; through: string }>({
    code: 'J0830',
    severity: 'error',
    message: ({ journey, through }) =>
      through === ''
        ? `The journey ${quoted(journey)} extends itself; name another one.`
        : `The journey ${quoted(journey)} extends itself, by way of ${through}; break the circle.`,
    help: {
      what: 'A journey extends itself, directly or through others.',
      why: 'None of them is the one to begin with.',
      wrong: 'journey a extends b { }\njourney b extends a { }',
      right: 'journey a extends b { }\njourney b { stage s { touchpoint t on web } }',
    },
  }),
  'nothing-to-override': define<{ kind: string; name: string; base: string; suggestion: string | undefined }>(
    {
      code: 'J0831',
      severity: 'error',
      message: ({ kind, name, base, suggestion }) =>
        base === ''
          ? `There is nothing to override: this ${kind} is in no journey that extends another. Remove "override".`
          : `${quoted(base)} has no ${kind} ${quoted(name)} here to override.${didYouMean(suggestion)}`,
      help: {
        what: 'Something says that it overrides what is not there: the journey that is extended has no such part, or has it in another stage.',
        why: 'The part that was meant would stay as it is, and another one would be added beside it.',
        wrong: `${BASE}journey vip extends usual { override stage met "Meet in person" }`,
        right: `${BASE}journey vip extends usual { override stage meet "Meet in person" }`,
      },
    },
  ),
  'override-unsaid': define<{ kind: string; name: string; base: string }>({
    code: 'J0832',
    severity: 'error',
    message: ({ kind, name, base }) =>
      `${quoted(base)} has a ${kind} ${quoted(name)} already: write override before it to change that one, or give this one another name.`,
    help: {
      what: 'A journey has a part with the name of one that it inherits, and does not say which of the two counts.',
      why: 'Whether a part is new or takes the place of another must not depend on a name that happens to be the same.',
      wrong: `${BASE}journey vip extends usual { stage buy "Buy at home" { touchpoint visit on phone } }`,
      right: `${BASE}journey vip extends usual { override stage buy "Buy at home" { touchpoint visit on phone } }`,
    },
  }),
  'message-not-sent': define<{ message: string; base: string }>({
    code: 'J0833',
    severity: 'warning',
    message: ({ message, base }) =>
      `${quoted(base)} never sends ${quoted(message)}, so nothing is sent in its place; name a message that it sends.`,
    help: {
      what: 'A message is to take the place of one that the extended journey does not send.',
      why: 'The new message would never go out.',
      wrong: `${BASE}journey vip extends usual { override message welcome with hello }`,
      right: `${BASE}journey vip extends usual { override message hello with welcome }`,
    },
  }),
  'message-needs-more': define<{ message: string; parameter: string; replaced: string }>({
    code: 'J0834',
    severity: 'error',
    message: ({ message, parameter, replaced }) =>
      `${quoted(message)} needs ${quoted(parameter)}, which nobody gives where ${quoted(replaced)} is sent; give it a default, or name another message.`,
    help: {
      what: 'A message that takes the place of another has a parameter that the other has not.',
      why: 'The steps that send it give the other one’s parameters, and the text would have a gap.',
      wrong: `${BASE}message gift(code: text) via mail { subject "A gift" body "{{code}}" }\njourney vip extends usual { override message hello with gift }`,
      right: `${BASE}message gift(code: text = "HELLO") via mail { subject "A gift" body "{{code}}" }\njourney vip extends usual { override message hello with gift }`,
    },
  }),
  'left-out-but-used': define<{ name: string; kind: string; user: string; line: number }>({
    code: 'J0835',
    severity: 'error',
    message: ({ name, kind, user, line }) =>
      `The ${kind} ${quoted(name)} is left out, but ${quoted(user)} still needs it (line ${line}); override that one, or leave it out as well.`,
    help: {
      what: 'A journey leaves out a part that the rest of it still refers to: a stage that an automation moves to, a KPI that another one is computed from.',
      why: 'The step would lead nowhere.',
      wrong:
        'system landing uses form\njourney usual { stage meet { automation go { on landing.signed_up move to buy } } stage buy { touchpoint shop on store } }\njourney short extends usual { without buy }',
      right:
        'system landing uses form\njourney usual { stage meet { automation go { on landing.signed_up move to buy } } stage buy { touchpoint shop on store } }\njourney short extends usual { without buy, go }',
    },
  }),
  'nested-circle': define<{ stage: string; journey: string; through: string }>({
    code: 'J0836',
    severity: 'error',
    message: ({ stage, journey, through }) =>
      through === ''
        ? `The stage ${quoted(stage)} is the journey ${quoted(journey)}, which it is a part of; name another journey.`
        : `The stage ${quoted(stage)} leads back to the journey ${quoted(journey)}, by way of ${through}; a journey can't be a part of itself.`,
    help: {
      what: 'A stage is a journey of its own that holds, directly or through others, the journey of the stage.',
      why: 'The map would never end.',
      wrong: 'journey a { stage s journey b }\njourney b { stage s journey a }',
      right: 'journey a { stage s journey b }\njourney b { stage s { touchpoint t on web } }',
    },
  }),
};
