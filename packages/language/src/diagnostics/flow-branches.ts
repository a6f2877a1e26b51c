import { define } from './define.ts';

const MESSAGES = `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
message more via mail { subject "More" body "There is more." }
`;
const ORDERS = `${MESSAGES}connector webshop { record order extends contact { total: number } event ordered of order = webhook "ordered" }
system shop uses webshop
`;
const steps = (text: string, rules = ''): string =>
  `${MESSAGES}journey j { timezone "Europe/London" ${rules} stage s { automation a { manually ${text} } } }`;

/** The part of J05 that is about reactions, branches side by side, retries, hours that are waited for, and branches in the wrong order. */
export const branchDiagnostics = {
  'reaction-taken-before': define<{ reaction: string; before: string }>({
    code: 'J0537',
    severity: 'warning',
    message: ({ reaction, before }) =>
      `Whatever was ${reaction} was ${before} as well, so the branch above is taken; put "${reaction}" above "${before}".`,
    help: {
      what: 'In a split by engagement a reaction stands below one that it includes.',
      why: 'The first branch that fits is taken: who clicks has opened the message, and never gets to "clicked".',
      wrong: steps('send hi wait 2d split by engagement with hi { opened { send more } clicked { stop } }'),
      right: steps('send hi wait 2d split by engagement with hi { clicked { stop } opened { send more } }'),
    },
  }),
  'more-than-branches': define<{ first: number; branches: number }>({
    code: 'J0538',
    severity: 'error',
    message: ({ first, branches }) =>
      `There are only ${branches} branches, so ${first} of them never come to an end; wait for fewer, or for all.`,
    help: {
      what: 'A parallel waits for more branches than it has.',
      why: 'The steps behind it would never be done.',
      wrong: steps('parallel until first 3 { branch { wait 1d } branch { wait 2d } } send hi'),
      right: steps('parallel until first 1 { branch { wait 1d } branch { wait 2d } } send hi'),
    },
  }),
  'pause-over-longest': define<{ every: string; longest: string }>({
    code: 'J0539',
    severity: 'error',
    message: ({ every, longest }) =>
      `The pauses begin with ${every} and may not be longer than ${longest}; let them grow up to more than that.`,
    help: {
      what: 'The pauses between tries double, up to a length that the first one has already.',
      why: 'They would never grow: either the first pause or the longest is wrong.',
      wrong: steps('send hi retry 5 times every 2h doubling up to 1h'),
      right: steps('send hi retry 5 times every 10m doubling up to 2h'),
    },
  }),
  'no-hours-to-wait-for': define<{ hours: 'sending' | 'business' }>({
    code: 'J0540',
    severity: 'warning',
    message: ({ hours }) =>
      hours === 'sending'
        ? 'Messages may go out at any time here, so this waits for nothing; say when they may, such as quiet 21:00-08:00.'
        : 'Nothing says which hours are business hours; write them behind the week, such as week monday-friday 09:00-17:00.',
    help: {
      what: 'A step waits for hours that neither the journey nor its policies say.',
      why: 'It goes on at once, at night too, although somebody meant it to wait.',
      wrong: steps('wait until business hours send hi'),
      right: steps('wait until business hours send hi', 'week monday-friday 09:00-17:00'),
    },
  }),
  'covered-condition': define({
    code: 'J0541',
    severity: 'warning',
    message: () =>
      'Whoever this is true for is taken by a branch above, whose condition is wider; put this branch above that one.',
    help: {
      what: 'A branch asks for more than a branch above it: over 200 below over 100.',
      why: 'The first branch that fits is taken, so the lower one never is: those who bought most get what the others get.',
      wrong: `${ORDERS}journey j { stage s { automation a { on shop.ordered as order switch { when order.total > 100 { send hi } when order.total > 200 { send more } } } } }`,
      right: `${ORDERS}journey j { stage s { automation a { on shop.ordered as order switch { when order.total > 200 { send more } when order.total > 100 { send hi } } } } }`,
    },
  }),
};
