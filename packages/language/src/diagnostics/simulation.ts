import { define, didYouMean, quoted } from './define.ts';

const HEAD =
  'system leads uses facebook_leads { page: env FB_PAGE_ID }\nsystem calendar uses google_calendar\n';
const MAIL = 'system mail uses smoove\nmessage hi via mail { subject "Hi" body "Welcome!" }\n';
const JOURNEY = 'journey j { stage s { automation a { on leads.submitted as lead send hi to lead } } }\n';
const scenario = (lines: string): string => `${HEAD}${MAIL}${JOURNEY}scenario "greeted" of j {\n${lines}\n}`;
const assume = (text: string): string => `${HEAD}${MAIL}${JOURNEY}assume j { ${text} }`;
const LEAD = '2027-03-24 10:00 leads.submitted { first_name: "Dana" }';

/** What a simulation assumes and what scenarios expect. */
export const simulationDiagnostics = {
  'scenario-order': define<{ at: string; before: string }>({
    code: 'J0901',
    severity: 'warning',
    message: ({ at, before }) =>
      `${at} is before ${before}, which stands above; write what happens in its order.`,
    help: {
      what: 'A line of a scenario happens earlier than a line above it.',
      why: 'The clock of a scenario never goes back; whoever reads it would take it for a mistake in the date.',
      wrong: scenario(`${LEAD}\n2027-03-23 10:00 leads.submitted\nexpect send hi`),
      right: scenario(`${LEAD}\n2027-03-25 10:00 leads.submitted\nexpect send hi`),
    },
  }),
  'expect-too-early': define<{ when: string }>({
    code: 'J0902',
    severity: 'warning',
    message: ({ when }) =>
      `${when === '' ? 'Nothing has happened yet here' : `${when} is before anything happens`}; expect something after the first line that happens.`,
    help: {
      what: 'A scenario expects something before its first event, or at a time before it.',
      why: 'Nothing can come of nothing: the expectation fails, or holds for the wrong reason.',
      wrong: scenario(`expect send hi\n${LEAD}`),
      right: scenario(`${LEAD}\nexpect send hi`),
    },
  }),
  'scenario-without-automations': define<{ journey: string }>({
    code: 'J0903',
    severity: 'warning',
    message: ({ journey }) =>
      `The journey ${quoted(journey)} has no automations, so nothing it does can be tested; add one, or test another journey.`,
    help: {
      what: 'A scenario tests a journey that does nothing.',
      why: 'Whatever it expects never happens.',
      wrong: `${HEAD}journey j { stage s { pain "Slow" } }\nscenario "greeted" of j { ${LEAD} expect leads.submitted }`,
      right: scenario(`${LEAD}\nexpect send hi`),
    },
  }),
  'assumption-unused': define<{ event: string; journey: string }>({
    code: 'J0904',
    severity: 'information',
    message: ({ event, journey }) =>
      `Nothing in the journey ${quoted(journey)} looks at ${event}, so this assumption changes nothing.`,
    help: {
      what: 'Something is assumed about an event that the journey neither reacts to nor measures.',
      why: 'The simulation comes out the same without it; most likely another event was meant.',
      wrong: assume('40 leads.submitted per 1d, calendar.cancelled 12%'),
      right: assume('40 leads.submitted per 1d'),
    },
  }),
  'delay-reversed': define<{ from: string; to: string }>({
    code: 'J0905',
    severity: 'error',
    message: ({ from, to }) => `${from} is longer than ${to}; write the shorter time first: ${to}..${from}.`,
    help: {
      what: 'An assumed delay begins later than it ends.',
      why: 'There is no time in between.',
      wrong: assume('leads.submitted 12% after 5d..1d'),
      right: assume('leads.submitted 12% after 1d..5d'),
    },
  }),
  'assumption-twice': define<{ event: string; line: number }>({
    code: 'J0906',
    severity: 'warning',
    message: ({ event, line }) =>
      `Something is assumed about ${event} in line ${line} already; keep one of the two.`,
    help: {
      what: 'Two assumptions are about the same event.',
      why: 'Nobody could say which of them holds.',
      wrong: assume('40 leads.submitted per 1d, 60 leads.submitted per 1d'),
      right: assume('40 leads.submitted per 1d'),
    },
  }),
  'unknown-data': define<{ event: string; name: string; suggestion: string | undefined }>({
    code: 'J0907',
    severity: 'warning',
    message: ({ event, name, suggestion }) => `${event} carries no ${quoted(name)}.${didYouMean(suggestion)}`,
    help: {
      what: 'A line of a scenario gives an event a field that it does not carry.',
      why: 'No step ever sees it; the scenario would test something else than it says.',
      wrong: scenario('2027-03-24 10:00 leads.submitted { frist_name: "Dana" }\nexpect send hi'),
      right: scenario('2027-03-24 10:00 leads.submitted { first_name: "Dana" }\nexpect send hi'),
    },
  }),
  'scenario-twice': define<{ label: string; line: number }>({
    code: 'J0908',
    severity: 'warning',
    message: ({ label, line }) =>
      `The scenario in line ${line} is called ${quoted(label)} as well; give each a name of its own.`,
    help: {
      what: 'Two scenarios of a file have the same name.',
      why: 'A report that one of them failed would not say which.',
      wrong: `${scenario(`${LEAD}\nexpect send hi`)}\nscenario "greeted" of j { ${LEAD} expect send hi within 1m }`,
      right: `${scenario(`${LEAD}\nexpect send hi`)}\nscenario "greeted at once" of j { ${LEAD} expect send hi within 1m }`,
    },
  }),
  'wrong-data': define<{ name: string; wanted: string; given: string }>({
    code: 'J0909',
    severity: 'error',
    message: ({ name, wanted, given }) => `${quoted(name)} is ${wanted}, but this is ${given}.`,
    help: {
      what: 'A line of a scenario gives a field a value of another kind than it holds.',
      why: 'The real event never looks like that, so the test proves nothing.',
      wrong: scenario(
        '2027-03-24 10:00 calendar.booked { start: "2027-03-28 16:00" }\n2027-03-24 10:00 leads.submitted\nexpect send hi',
      ),
      right: scenario(
        '2027-03-24 10:00 calendar.booked { start: 2027-03-28 16:00 }\n2027-03-24 10:00 leads.submitted\nexpect send hi',
      ),
    },
  }),
  'expects-never-sent': define<{ message: string; journey: string }>({
    code: 'J0910',
    severity: 'warning',
    message: ({ message, journey }) =>
      `No automation of the journey ${quoted(journey)} sends ${quoted(message)}; send it, or expect another message.`,
    help: {
      what: 'A scenario expects a message, or expects it not to go out, that its journey never sends.',
      why: 'What is expected can never happen, and what is not can never fail.',
      wrong: `message bye via mail { subject "Bye" body "Farewell!" }\n${scenario(`${LEAD}\nexpect send bye`)}`,
      right: `message bye via mail { subject "Bye" body "Farewell!" }\n${scenario(`${LEAD}\nexpect send hi`)}`,
    },
  }),
  'scenario-without-expectation': define<{ label: string }>({
    code: 'J0911',
    severity: 'information',
    message: ({ label }) =>
      `The scenario ${quoted(label)} expects nothing, so it never fails; add a line such as expect send ….`,
    help: {
      what: 'A scenario lets things happen and expects nothing.',
      why: 'A test that can not fail tests nothing.',
      wrong: scenario(LEAD),
      right: scenario(`${LEAD}\nexpect send hi`),
    },
  }),
};
