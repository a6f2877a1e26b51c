import { define, didYouMean, quoted } from './define.ts';

const AUTOMATION = (trigger: string, steps: string): string =>
  `journey j { stage s { automation a { ${trigger} ${steps} } } }`;
const CRM = 'system crm uses pipedrive\n';
const CALENDAR = 'system calendar uses google_calendar\n';
const MAIL = 'system mail uses smoove\nmessage hi via mail { subject "Hi" body "Welcome!" }\n';

/** Values of a kind that their place does not take. */
export const unitPlaceDiagnostics = {
  'wrong-argument': define<{ name: string; wanted: string; given: string; missing: string }>({
    code: 'J0310',
    severity: 'error',
    message: ({ name, wanted, given, missing }) =>
      `${quoted(name)} takes ${wanted}, but this is ${given}.${missing === '' ? '' : ` It lacks ${missing}.`}`,
    help: {
      what: 'An action, a message, an automation or a function is given something of another kind than it takes.',
      why: 'The vendor would refuse the call or store nonsense, and the step would fail for every customer.',
      wrong: CRM + AUTOMATION('on crm.deal_won as deal', 'crm.add_note(deal: deal.id, text: "Well done")'),
      right: CRM + AUTOMATION('on crm.deal_won as deal', 'crm.add_note(deal: deal, text: "Well done")'),
    },
  }),
  'no-condition': define<{ given: string }>({
    code: 'J0316',
    severity: 'error',
    message: ({ given }) => `This is ${given}, no condition; compare it with something.`,
    help: {
      what: 'Where a condition is needed (after if, else if, when, where, until, and, or) stands a value that is neither yes nor no.',
      why: 'Nobody could say which of the ways a customer goes.',
      wrong:
        CRM + MAIL + AUTOMATION('on crm.deal_won as deal', 'if deal.stage == "new" or "warm" { send hi }'),
      right:
        CRM +
        MAIL +
        AUTOMATION('on crm.deal_won as deal', 'if deal.stage == "new" or deal.stage == "warm" { send hi }'),
    },
  }),
  'each-of-no-list': define<{ given: string }>({
    code: 'J0317',
    severity: 'error',
    message: ({ given }) => `"for each" goes through a list, but this is ${given}; name a list.`,
    help: {
      what: 'A for each goes through something that is no list.',
      why: 'There is nothing to take one after the other.',
      wrong:
        'connector shop { record cart { id: text, items: list of text } event left of cart }\nsystem web uses shop\n' +
        MAIL +
        AUTOMATION('on web.left as cart', 'for each item in cart { send hi }'),
      right:
        'connector shop { record cart { id: text, items: list of text } event left of cart }\nsystem web uses shop\n' +
        MAIL +
        AUTOMATION('on web.left as cart', 'for each item in cart.items { send hi }'),
    },
  }),
  'in-no-list': define<{ given: string }>({
    code: 'J0318',
    severity: 'error',
    message: ({ given }) => `After "in" stands a list such as [a, b], but this is ${given}.`,
    help: {
      what: 'A value is looked for in something that is no list.',
      why: 'The comparison could never be true.',
      wrong: CRM + MAIL + AUTOMATION('on crm.deal_won as deal', 'if deal.stage in "new" { send hi }'),
      right: CRM + MAIL + AUTOMATION('on crm.deal_won as deal', 'if deal.stage in ["new"] { send hi }'),
    },
  }),
  'no-moment': define<{ given: string }>({
    code: 'J0319',
    severity: 'error',
    message: ({ given }) => `Here a date or a moment is needed, but this is ${given}.`,
    help: {
      what: 'Something is timed by a value that is neither a date nor a moment.',
      why: 'Nobody could say when the step is due.',
      wrong:
        CALENDAR + MAIL + AUTOMATION('on calendar.booked as meeting', 'at 1d before meeting { send hi }'),
      right:
        CALENDAR +
        MAIL +
        AUTOMATION('on calendar.booked as meeting', 'at 1d before meeting.start { send hi }'),
    },
  }),
  'not-of-a-value': define<{ given: string }>({
    code: 'J0321',
    severity: 'error',
    message: ({ given }) =>
      `"not" turns a yes into a no, but this is ${given}; put a whole comparison in brackets: not (… == …).`,
    help: {
      what: 'Behind not stands a value that is neither yes nor no. Not belongs to the very next value, not to the comparison.',
      why: 'The condition would mean something else than it says.',
      wrong: CRM + MAIL + AUTOMATION('on crm.deal_won as deal', 'if not deal.stage == "new" { send hi }'),
      right: CRM + MAIL + AUTOMATION('on crm.deal_won as deal', 'if not (deal.stage == "new") { send hi }'),
    },
  }),
  'wrong-setting': define<{ name: string; wanted: string; given: string }>({
    code: 'J0322',
    severity: 'error',
    message: ({ name, wanted, given }) =>
      `The setting ${quoted(name)} takes ${wanted}, but this is ${given}.`,
    help: {
      what: 'A system sets something to a value of another kind than its connector takes.',
      why: 'The vendor could not be reached, or would do something else than was meant.',
      wrong: 'connector acme { setting retries: number }\nsystem a uses acme { retries: "3" }',
      right: 'connector acme { setting retries: number }\nsystem a uses acme { retries: 3 }',
    },
  }),
  'between-no-events': define<{ given: string }>({
    code: 'J0325',
    severity: 'error',
    message: ({ given }) =>
      `"->" measures the time from one event to another, but this is ${given}; name an event.`,
    help: {
      what: 'A time is measured from or to something that does not happen.',
      why: 'There is no moment at which the clock could start or stop.',
      wrong: CRM + 'journey j { stage s { kpi speed = median(crm.deal_created -> crm.deal_won.title) } }',
      right: CRM + 'journey j { stage s { kpi speed = median(crm.deal_created -> crm.deal_won) } }',
    },
  }),
  'quoted-option': define<{ option: string }>({
    code: 'J0327',
    severity: 'hint',
    message: ({ option }) => `${quoted(option)} is one of the choices; write it without quotation marks.`,
    help: {
      what: 'One of the names that a field offers is written as a text.',
      why: 'Names are completed, checked and renamed by the editor; texts are not.',
      wrong: CRM + MAIL + AUTOMATION('on crm.deal_closed as deal', 'if deal.status == "won" { send hi }'),
      right: CRM + MAIL + AUTOMATION('on crm.deal_closed as deal', 'if deal.status == won { send hi }'),
    },
  }),
  'unknown-option': define<{ option: string; known: string; suggestion: string | undefined }>({
    code: 'J0328',
    severity: 'error',
    message: ({ option, known, suggestion }) =>
      `${quoted(option)} is none of the choices; there are ${known}.${didYouMean(suggestion)}`,
    help: {
      what: 'A field that knows only a few names is compared with another one, or set to it.',
      why: 'The comparison would never be true, and the vendor would refuse the value.',
      wrong: CRM + MAIL + AUTOMATION('on crm.deal_closed as deal', 'if deal.status == "wun" { send hi }'),
      right: CRM + MAIL + AUTOMATION('on crm.deal_closed as deal', 'if deal.status == won { send hi }'),
    },
  }),
};
