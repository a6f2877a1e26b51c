import { define, quoted } from './define.ts';

const HEAD = `system site uses form
system mail uses smoove
message hello via mail { subject "Hi" body "Welcome!" }
message tip via mail { subject "A tip" body "Begin here." }
`;
const JOURNEY = (version: string): string =>
  `${HEAD}journey j { timezone "Europe/London" ${version} stage s { automation greet { on site.signed_up send hello } } }`;

/** What had another name in an earlier version of the journey. */
export const renamingDiagnostics = {
  'map-needs-move': define({
    code: 'J0413',
    severity: 'warning',
    message: () =>
      'Who is under way finishes on the version that they began on, where everything has its old name; write under way: move.',
    help: {
      what: 'A version says what has another name now, but customers who are under way don’t come to it.',
      why: 'The line does nothing.',
      wrong: JOURNEY('version 2 { under way: finish map welcome -> greet }'),
      right: JOURNEY('version 2 { under way: move map welcome -> greet }'),
    },
  }),
  'mapped-still-there': define<{ name: string }>({
    code: 'J0414',
    severity: 'error',
    message: ({ name }) =>
      `${quoted(name)} is still in this journey, so nobody who is under way looks for it elsewhere; name what is gone.`,
    help: {
      what: 'On the left of map stands a name that the journey still has.',
      why: 'Customers under way would be at two places at once.',
      wrong: JOURNEY('version 2 { under way: move map greet -> greet }'),
      right: JOURNEY('version 2 { under way: move map welcome -> greet }'),
    },
  }),
  'mapped-twice': define<{ name: string }>({
    code: 'J0415',
    severity: 'error',
    message: ({ name }) => `Where ${quoted(name)} went is said already; leave one of the lines.`,
    help: {
      what: 'Two lines of a version say what became of the same thing.',
      why: 'Customers under way can go on at one place only.',
      wrong: JOURNEY('version 2 { under way: move map welcome -> greet map welcome -> greet }'),
      right: JOURNEY('version 2 { under way: move map welcome -> greet }'),
    },
  }),
  'mapped-not-sent': define<{ name: string }>({
    code: 'J0416',
    severity: 'warning',
    message: ({ name }) =>
      `This journey doesn't send ${quoted(name)}; name a message that took the place of the old one.`,
    help: {
      what: 'On the right of map stands a message that no step of the journey sends.',
      why: 'Nobody would be spared it, and nobody would get it.',
      wrong: JOURNEY('version 2 { under way: move map hi -> tip }'),
      right: JOURNEY('version 2 { under way: move map hi -> hello }'),
    },
  }),
};
