import { define, quoted } from './define.ts';

const MAIL =
  'system mail "Mail" uses smoove\nsystem landing uses form\nsystem calendar uses google_calendar\n';
const message = (body: string): string => `${MAIL}message hi via mail {\n  subject "Hi"\n  body "${body}"\n}`;
const sent = (event: string, body: string): string =>
  `${message(body)}\njourney j { stage s { automation a { on ${event} send hi } } }`;
const of = (file: string | undefined): string => (file === undefined ? '' : ` in ${file}`);

/** J0650 to J0669: variables in texts. */
export const variableDiagnostics = {
  'unclosed-variable': define<{ text: string; missing: string; file: string | undefined }>({
    code: 'J0650',
    severity: 'error',
    message: ({ text, missing, file }) =>
      `At ${quoted(text)}${of(file)} the ${missing} of a variable is missing; write {{name}}.`,
    help: {
      what: 'A variable in a text has its opening braces without the closing ones, or the other way round.',
      why: 'The customer would read the braces and the name instead of the value.',
      wrong: message('Hi {{customer.first_name}, welcome!'),
      right: message('Hi {{customer.first_name}}, welcome!'),
    },
  }),
  'empty-variable': define<{ file: string | undefined }>({
    code: 'J0651',
    severity: 'error',
    message: ({ file }) =>
      `A variable${of(file)} has no name; write between the braces what it shows: {{customer.first_name}}.`,
    help: {
      what: 'Between {{ and }} stands nothing.',
      why: 'The customer would read an empty place.',
      wrong: message('Hi {{ }}, welcome!'),
      right: message('Hi {{customer.first_name}}, welcome!'),
    },
  }),
  'single-braces': define<{ name: string }>({
    code: 'J0652',
    severity: 'warning',
    message: ({ name }) => `The customer would read "{${name}}"; a variable has two braces: {{${name}}}.`,
    help: {
      what: 'A name stands between single braces.',
      why: 'Only {{…}} is replaced by a value; the rest is sent as it stands.',
      wrong: message('Hi {customer.first_name}, welcome!'),
      right: message('Hi {{customer.first_name}}, welcome!'),
    },
  }),
  'foreign-variable': define<{ text: string; name: string; file: string | undefined }>({
    code: 'J0665',
    severity: 'warning',
    message: ({ text, name, file }) =>
      `The customer would read ${quoted(text)}${of(file)}: another tool writes variables so; here it is {{${name}}}.`,
    help: {
      what: 'A variable is written as in another tool: %%FirstName%%, *|FNAME|*, [[first_name]], %FIRSTNAME%.',
      why: 'Only {{…}} is replaced by a value; the rest is sent as it stands.',
      wrong: message('Hi *|FNAME|*, welcome!'),
      right: message('Hi {{customer.first_name}}, welcome!'),
    },
  }),
  'default-without-text': define<{ name: string; file: string | undefined }>({
    code: 'J0653',
    severity: 'warning',
    message: ({ name, file }) =>
      `Say what stands for {{${name}}}${of(file)} where it is missing: | default "friend".`,
    help: {
      what: 'After "default" stands no text.',
      why: 'Where the value is missing the customer would read an empty place.',
      wrong: message('Hi {{customer.first_name | default}}!'),
      right: message('Hi {{customer.first_name | default \\"friend\\"}}!'),
    },
  }),
  'variables-run-together': define<{ first: string; second: string; file: string | undefined }>({
    code: 'J0654',
    severity: 'information',
    message: ({ first, second, file }) =>
      `{{${first}}} and {{${second}}}${of(file)} run together into one word; put a blank between them.`,
    help: {
      what: 'Two variables follow each other with nothing between them.',
      why: 'The customer would read DanaLevi.',
      wrong: message('Hi {{customer.first_name}}{{customer.last_name}}!'),
      right: message('Hi {{customer.full_name}}!'),
    },
  }),
  'filter-of-other-type': define<{ name: string; filter: string; type: string }>({
    code: 'J0655',
    severity: 'warning',
    message: ({ name, filter, type }) =>
      `{{${name} | ${filter}}} shows nothing: ${name} is ${type}, and ${filter} shows dates. Remove the filter, or name another field.`,
    help: {
      what: 'A filter that shows dates and times stands after something else.',
      why: 'The customer would read an empty place.',
      wrong: sent('landing.signed_up as signup', 'Hi {{signup.first_name | date}}!'),
      right: sent('landing.signed_up as signup', 'Hi {{signup.first_name}}!'),
    },
  }),
  'moment-without-filter': define<{ name: string; filter: string }>({
    code: 'J0656',
    severity: 'warning',
    message: ({ name, filter }) =>
      `{{${name}}} shows as computers write it, like 2027-03-28T16:00; say how: {{${name} | ${filter}}}.`,
    help: {
      what: 'A date or a time stands in a text without a filter.',
      why: 'The customer would read it as computers write it, and not in the zone of the journey.',
      wrong: sent('calendar.booked as meeting', 'We meet at {{meeting.start}}.'),
      right: sent('calendar.booked as meeting', 'We meet at {{meeting.start | datetime}}.'),
    },
  }),
  'optional-without-default': define<{ name: string; message: string }>({
    code: 'J0657',
    severity: 'information',
    message: ({ name, message: text }) =>
      `{{${name}}} in ${quoted(text)} is not always known; say what stands there then: {{${name} | default "…"}}.`,
    help: {
      what: 'A text shows a field that may be missing, without a default.',
      why: 'Some customers would read an empty place.',
      wrong: sent('calendar.booked as meeting', 'We meet at {{meeting.location}}.'),
      right: sent('calendar.booked as meeting', 'We meet at {{meeting.location | default \\"our shop\\"}}.'),
    },
  }),
  'whole-record-shown': define<{ name: string; field: string | undefined }>({
    code: 'J0658',
    severity: 'error',
    message: ({ name, field }) =>
      `{{${name}}} has many fields and can't be shown as a whole; say which one${field === undefined ? '' : `: {{${name}.${field}}}`}.`,
    help: {
      what: 'A text shows a contact, a meeting or the like instead of one of its fields.',
      why: 'The customer would read something meant for computers.',
      wrong: sent('landing.signed_up as signup', 'Hi {{signup}}!'),
      right: sent('landing.signed_up as signup', 'Hi {{signup.full_name}}!'),
    },
  }),
  'unused-message-parameter': define<{ name: string }>({
    code: 'J0659',
    severity: 'hint',
    unnecessary: true,
    message: ({ name }) =>
      `The message never says {{${name}}}; use it in a text, or take it out of the brackets here and wherever the message is sent.`,
    help: {
      what: 'A message takes a value that none of its texts shows.',
      why: 'Whoever sends it must give a value that nobody sees; often a variable in the text was mistyped.',
      wrong:
        'system mail uses smoove\nmessage hi(code: text) via mail {\n  subject "Hi"\n  body "Your code is on its way."\n}',
      right:
        'system mail uses smoove\nmessage hi(code: text) via mail {\n  subject "Hi"\n  body "Your code is {{code}}."\n}',
    },
  }),
};
