import { define, quoted } from './define.ts';

const MESSAGE = `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
`;
const scheduled = (trigger: string): string =>
  `${MESSAGE}journey j { timezone "Europe/London" stage s { automation a { ${trigger} send hi } } }`;

/** The part of J05 that is about what starts things. */
export const triggerDiagnostics = {
  'no-such-calendar-day': define<{ day: string; where: string }>({
    code: 'J0530',
    severity: 'error',
    message: ({ day, where }) => `There is no ${day} in ${where}; name a day that there is.`,
    help: {
      what: 'A schedule names a day that its month, quarter or year does not have.',
      why: 'Nothing would ever start.',
      wrong: scheduled('every year on 30 february at 09:00'),
      right: scheduled('every year on 28 february at 09:00'),
    },
  }),
  'day-not-in-every-month': define<{ day: string; when: string }>({
    code: 'J0531',
    severity: 'warning',
    message: ({ day, when }) => `There is a ${day} only in ${when}; otherwise nothing starts.`,
    help: {
      what: 'A schedule names a day that some months, or most years, do not have.',
      why: 'In those nothing starts, which nobody notices until it is missed. The last day is there always.',
      wrong: scheduled('every month on day 31 at 09:00'),
      right: scheduled('every month on last day at 09:00'),
    },
  }),
  'month-in-schedule': define<{ month: string; period: string }>({
    code: 'J0532',
    severity: 'error',
    message: ({ month, period }) =>
      `${month} comes once a year, not every ${period}; write every year, or leave the month out.`,
    help: {
      what: 'A schedule that comes back every month or quarter names one month.',
      why: 'Either it is meant once a year, or in every month: it can not be both.',
      wrong: scheduled('every month on 21 march at 09:00'),
      right: scheduled('every year on 21 march at 09:00'),
    },
  }),
  'schedule-over-before-start': define<{ from: string; until: string }>({
    code: 'J0533',
    severity: 'error',
    message: ({ from, until }) =>
      `This ends on ${until}, before it begins on ${from}; turn the dates around.`,
    help: {
      what: 'A schedule ends before it begins.',
      why: 'Nothing would ever start.',
      wrong: scheduled('every monday at 09:00 from 2027-06-01 until 2027-01-01'),
      right: scheduled('every monday at 09:00 from 2027-01-01 until 2027-06-01'),
    },
  }),
  'said-twice-in-schedule': define<{ text: string }>({
    code: 'J0534',
    severity: 'warning',
    message: ({ text }) => `${quoted(text)} is there already; say it once, or write the one that was meant.`,
    help: {
      what: 'A schedule names the same weekday, day or time twice.',
      why: 'It starts once all the same; most likely one of the two should be another.',
      wrong: scheduled('every monday, monday at 09:00'),
      right: scheduled('every monday, tuesday at 09:00'),
    },
  }),
  'segment-in-itself': define<{ circle: string }>({
    code: 'J0536',
    severity: 'error',
    message: ({ circle }) => `Who is in this segment depends on itself: ${circle}; ask for something else.`,
    help: {
      what: 'A segment asks, directly or through others, who is in that same segment.',
      why: 'Nobody could ever tell who belongs to it.',
      wrong: 'segment a where customer in b\nsegment b where customer in a',
      right: 'segment a where customer in b\nsegment b where customer.language == "he"',
    },
  }),
  'enters-and-leaves': define<{ what: 'goal' | 'exit' }>({
    code: 'J0535',
    severity: 'error',
    message: ({ what }) =>
      `What brings customers into the journey is its ${what} as well, so everybody leaves at once; name another event.`,
    help: {
      what: 'The same event or segment brings customers into a journey and ends it for them.',
      why: 'Nobody would ever be on the journey.',
      wrong: `system crm uses pipedrive
journey j { enter on crm.deal_created exit on crm.deal_created stage s }`,
      right: `system crm uses pipedrive
journey j { enter on crm.deal_created exit on crm.deal_lost stage s }`,
    },
  }),
};
