import { define, quoted } from './define.ts';

const MESSAGE = `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
`;
const MARKETING = `system mail uses smoove
system crm uses pipedrive
message hi via mail category marketing { subject "Hi" body "Welcome!" }
message more via mail category marketing { subject "More" body "There is more." }
message last via mail category marketing { subject "Last" body "The last one." }
`;
const TIPS = `system mail uses smoove
system crm uses pipedrive
message hi via mail category marketing topic tips { subject "Hi" body "Welcome!" }
`;
const MEETING = `system calendar uses google_calendar
system wa uses whatsapp { number: env WA }
message today via wa category utility { template today language en text "See you today!" }
`;

/** J07: when and how often. */
export const policyDiagnostics = {
  'clock-without-timezone': define({
    code: 'J0701',
    severity: 'warning',
    message: () =>
      'This time of day is in no time zone; add timezone "…" to the journey, such as timezone "Asia/Jerusalem".',
    help: {
      what: 'A journey has quiet hours, send windows or steps at a time of day, and says no time zone.',
      why: 'The server decides which clock counts: messages may go out in the middle of the night.',
      wrong: 'journey j { quiet 21:00-08:00 }',
      right: 'journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 }',
    },
  }),
  'quiet-all-day': define<{ time: string }>({
    code: 'J0702',
    severity: 'error',
    message: ({ time }) =>
      `Quiet hours from ${time} to ${time} last the whole day, so nothing is ever sent; let them end at another time.`,
    help: {
      what: 'Quiet hours begin and end at the same time.',
      why: 'They cover all 24 hours: every message would wait for ever.',
      wrong: 'journey j { timezone "Asia/Jerusalem" quiet 21:00-21:00 }',
      right: 'journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 }',
    },
  }),
  'window-in-quiet-hours': define({
    code: 'J0703',
    severity: 'error',
    message: () =>
      'This window for sending lies in quiet or closed hours altogether, so nothing is ever sent in it; change its hours.',
    help: {
      what: 'A send window is covered by the quiet hours or by the closed part of the week.',
      why: 'Nothing can go out in it.',
      wrong: 'journey j { timezone "Asia/Jerusalem" quiet 20:00-09:00 send 21:00-23:00 }',
      right: 'journey j { timezone "Asia/Jerusalem" quiet 20:00-09:00 send 09:00-12:00 }',
    },
  }),
  'never-open': define({
    code: 'J0704',
    severity: 'error',
    message: () =>
      'Quiet hours, closed hours and send windows together leave no minute of the week for sending; make room.',
    help: {
      what: 'No minute of the week is outside the quiet and closed hours and inside a send window.',
      why: 'Nothing would ever be sent.',
      wrong: 'journey j { timezone "Asia/Jerusalem" quiet 08:00-20:00 quiet 20:00-08:00 }',
      right: 'journey j { timezone "Asia/Jerusalem" quiet 20:00-08:00 }',
    },
  }),
  'at-in-quiet-hours': define<{ written: string; opens: string }>({
    code: 'J0705',
    severity: 'warning',
    message: ({ written, opens }) =>
      `Nothing is sent at ${written}; these messages go out later, at ${opens}. Choose a time outside the quiet hours.`,
    help: {
      what: 'A step that sends at a time of day falls in the quiet hours, the closed hours, or outside the send windows.',
      why: 'The message waits for the next opening: a reminder may come after what it reminds of.',
      wrong: `${MEETING}journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 stage s { automation a { on calendar.booked as meeting at 07:00 on day of meeting.start { send today } } } }`,
      right: `${MEETING}journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 stage s { automation a { on calendar.booked as meeting at 08:00 on day of meeting.start { send today } } } }`,
    },
  }),
  'wait-ends-in-quiet-hours': define<{ written: string; opens: string }>({
    code: 'J0706',
    severity: 'warning',
    message: ({ written, opens }) =>
      `Nothing is sent at ${written}; the message after this wait goes out later, at ${opens}. Choose a time outside the quiet hours.`,
    help: {
      what: 'A wait until a time of day ends in the quiet or closed hours, and a message follows.',
      why: 'The message waits on, for the next opening, instead of going out at the time that was chosen for it.',
      wrong: `${MESSAGE}journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 stage s { automation a { manually wait until 06:30 send hi } } }`,
      right: `${MESSAGE}journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 stage s { automation a { manually wait until 09:00 send hi } } }`,
    },
  }),
  'schedule-in-quiet-hours': define<{ written: string; opens: string }>({
    code: 'J0707',
    severity: 'warning',
    message: ({ written, opens }) =>
      `Nothing is sent at ${written}; what this automation sends goes out later, at ${opens}. Choose a time outside the quiet hours.`,
    help: {
      what: 'An automation that runs by the clock starts in the quiet or closed hours and sends at once.',
      why: 'Everything it sends waits for the next opening, and goes out in one heap.',
      wrong: `${MESSAGE}journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 stage s { automation a { every monday at 05:00 send hi } } }`,
      right: `${MESSAGE}journey j { timezone "Asia/Jerusalem" quiet 21:00-08:00 stage s { automation a { every monday at 09:00 send hi } } }`,
    },
  }),
  'cap-amount': define<{ messages: number }>({
    code: 'J0708',
    severity: 'error',
    message: ({ messages }) =>
      messages === 0
        ? 'A cap of 0 messages lets nothing through; allow at least one, or remove the sends.'
        : `A cap counts whole messages; ${messages} is no such number.`,
    help: {
      what: 'A frequency cap allows no message, or a part of one.',
      why: 'Nothing would ever be sent.',
      wrong: 'journey j { cap 0 messages per 1d }',
      right: 'journey j { cap 1 message per 1d }',
    },
  }),
  'cap-without-effect': define<{ stricter: string }>({
    code: 'J0709',
    severity: 'warning',
    message: ({ stricter }) =>
      `This cap never counts, because ${stricter} is stricter; change one of them or remove this one.`,
    help: {
      what: 'Of two caps on the same messages, one is always reached before the other.',
      why: 'The looser one changes nothing; most likely its number or its time is wrong.',
      wrong: 'journey j { cap 2 messages per 7d, 3 messages per 1d }',
      right: 'journey j { cap 1 message per 1d, 3 messages per 7d }',
    },
  }),
  'more-than-cap': define<{ cap: string; count: number }>({
    code: 'J0710',
    severity: 'warning',
    message: ({ cap, count }) =>
      `This is message ${count} within the time for which the cap allows ${cap}, so it is held back; wait longer before it, or raise the cap.`,
    help: {
      what: 'An automation sends more advertising within the time of a frequency cap than the cap allows.',
      why: 'The last ones are held back and come later than written, or together with something else.',
      wrong: `${MARKETING}journey j { cap 2 messages per 1d exit on mail.unsubscribed stage s { automation a { on crm.deal_won send hi send more send last } } }`,
      right: `${MARKETING}journey j { cap 2 messages per 1d exit on mail.unsubscribed stage s { automation a { on crm.deal_won send hi send more wait 2d send last } } }`,
    },
  }),
  'period-of-nothing': define<{ what: string }>({
    code: 'J0711',
    severity: 'error',
    message: ({ what }) =>
      `${what} has a time of 0, in which nothing can happen; write how long, such as 7d.`,
    help: {
      what: 'A goal counts within no time, or a cap counts per no time.',
      why: 'The goal is never reached; the cap never stops anything.',
      wrong: 'system crm uses pipedrive\njourney j { goal crm.deal_won within 0d }',
      right: 'system crm uses pipedrive\njourney j { goal crm.deal_won within 60d }',
    },
  }),
  'business-days-without-week': define({
    code: 'J0712',
    severity: 'information',
    message: () =>
      'Nothing says which days are business days; add week sunday-thursday or week monday-friday to the journey.',
    help: {
      what: 'A journey counts business days and says no week.',
      why: 'Friday is a business day in some countries, Sunday in others.',
      wrong: `${MESSAGE}journey j { stage s { automation a { manually wait 2 business days send hi } } }`,
      right: `${MESSAGE}journey j { week sunday-thursday stage s { automation a { manually wait 2 business days send hi } } }`,
    },
  }),
  'unsubscribed-stay': define<{ system: string; label: string }>({
    code: 'J0713',
    severity: 'warning',
    message: ({ system, label }) =>
      `This journey advertises by ${quoted(label)}, and goes on for those who unsubscribe; add exit on ${system}.unsubscribed, or say consent marketing required.`,
    help: {
      what: 'A journey sends marketing messages by a system that reports who unsubscribed, and does nothing about it.',
      why: 'Writing to people who said no more annoys them, and in many countries it is against the law.',
      wrong: `${MARKETING}journey j { stage s { automation a { on crm.deal_won send hi } } }`,
      right: `${MARKETING}journey j { exit on mail.unsubscribed stage s { automation a { on crm.deal_won send hi } } }`,
    },
  }),
  'goal-is-exit': define({
    code: 'J0714',
    severity: 'warning',
    message: () =>
      'This event is the goal as well; reaching the goal ends the journey anyway, so remove the exit.',
    help: {
      what: 'One event is both a goal and an exit of a journey.',
      why: 'Who reaches the goal might be counted as somebody who left.',
      wrong: 'system crm uses pipedrive\njourney j { goal crm.deal_won exit on crm.deal_won }',
      right: 'system crm uses pipedrive\njourney j { goal crm.deal_won exit on crm.deal_lost }',
    },
  }),
  'rule-replaced': define<{ what: string }>({
    code: 'J0715',
    severity: 'warning',
    message: ({ what }) =>
      `Another ${what} is said below, and only the last one counts; remove this one, or the other.`,
    help: {
      what: 'A journey or policy says its time zone or its week more than once.',
      why: 'Only the last one counts, and whoever reads the first is misled.',
      wrong: 'journey j { timezone "Asia/Jerusalem" timezone "Asia/Amman" }',
      right: 'journey j { timezone "Asia/Jerusalem" }',
    },
  }),
  'consent-twice': define<{ category: string }>({
    code: 'J0716',
    severity: 'warning',
    message: ({ category }) =>
      `The consent for ${category} messages is said above already; keep one of the two.`,
    help: {
      what: 'A journey or policy says the basis for one category of messages twice.',
      why: 'Where the two differ, nobody can say who may be written to.',
      wrong: 'journey j { consent marketing required, marketing implied }',
      right: 'journey j { consent marketing required, utility implied }',
    },
  }),
  'withdrawal-unheard': define<{ system: string; label: string; event: string }>({
    code: 'J0718',
    severity: 'warning',
    message: ({ system, label, event }) =>
      `The journey says what counts as unsubscribing and leaves ${system}.${event} out, though it advertises by ${quoted(label)}; add it.`,
    help: {
      what: 'A journey names the events by which customers unsubscribe, and one that a system it advertises by reports is not among them.',
      why: 'What is said takes the place of what counts by itself (unsubscribed, opted_out, complained): who says no in that system is still written to.',
      wrong: `${MARKETING}journey j { consent marketing required unsubscribe on crm.deal_lost stage s { automation a { on crm.deal_won send hi } } }`,
      right: `${MARKETING}journey j { consent marketing required unsubscribe on crm.deal_lost, mail.unsubscribed stage s { automation a { on crm.deal_won send hi } } }`,
    },
  }),
  'yes-is-no': define({
    code: 'J0719',
    severity: 'error',
    message: () => 'This event means unsubscribing as well; say which of the two it is.',
    help: {
      what: 'One event both unsubscribes customers and subscribes them again.',
      why: 'Nobody can say whether they may be written to.',
      wrong: `${MARKETING}journey j { unsubscribe on mail.unsubscribed subscribe on mail.unsubscribed }`,
      right: `${MARKETING}journey j { unsubscribe on mail.unsubscribed subscribe on crm.deal_won }`,
    },
  }),
  'topic-of-nothing': define<{ topic: string; meant: string }>({
    code: 'J0720',
    severity: 'warning',
    message: ({ topic, meant }) =>
      `No message that the journey sends is about ${quoted(topic)}; did you mean ${quoted(meant)}?`,
    help: {
      what: 'A rule about consent names a topic that is written nearly like one that messages have.',
      why: 'The rule is about nothing: who left the topic is still written to.',
      wrong: `${TIPS}journey j { exit on mail.unsubscribed consent topic tip required stage s { automation a { on crm.deal_won send hi } } }`,
      right: `${TIPS}journey j { exit on mail.unsubscribed consent topic tips required stage s { automation a { on crm.deal_won send hi } } }`,
    },
  }),
  'closed-date': define<{ date: string }>({
    code: 'J0717',
    severity: 'error',
    message: ({ date }) => `${quoted(date)} is no date; write year, month and day: "2027-04-21".`,
    help: {
      what: 'A closed date is not written as YYYY-MM-DD, or is on no calendar.',
      why: 'Messages would go out on that day.',
      wrong: 'journey j { timezone "Asia/Jerusalem" closed on "21/04/2027" }',
      right: 'journey j { timezone "Asia/Jerusalem" closed on "2027-04-21" }',
    },
  }),
  'closed-backwards': define<{ from: string; to: string }>({
    code: 'J0730',
    severity: 'error',
    message: ({ from, to }) =>
      `These closed days end on ${to}, before they begin on ${from}; turn them round.`,
    help: {
      what: 'A range of closed dates ends before it begins.',
      why: 'Messages would go out on those days.',
      wrong: 'journey j { timezone "Asia/Jerusalem" closed on 2027-04-28 - 2027-04-21 }',
      right: 'journey j { timezone "Asia/Jerusalem" closed on 2027-04-21 - 2027-04-28 }',
    },
  }),
  'closed-for-long': define<{ from: string; to: string }>({
    code: 'J0731',
    severity: 'error',
    message: ({ from, to }) =>
      `From ${from} to ${to} is more than a year, in which nothing would be sent; look at the years.`,
    help: {
      what: 'A range of closed dates is longer than a year.',
      why: 'It is nearly always a slip of the year: everything would wait until it is over.',
      wrong: 'journey j { timezone "Asia/Jerusalem" closed on 2027-04-21 - 2029-04-28 }',
      right: 'journey j { timezone "Asia/Jerusalem" closed on 2027-04-21 - 2027-04-28 }',
    },
  }),
  'advertising-to-leavers': define<{ label: string }>({
    code: 'J0721',
    severity: 'warning',
    message: ({ label }) =>
      `Who comes here has just said that they want no more of this, and ${quoted(label)} is advertising, so nobody gets it; send nothing, or only what they must know (category transactional).`,
    help: {
      what: 'An automation starts when somebody unsubscribes or complains, and sends them a marketing message.',
      why: 'Advertising is held back from everybody who unsubscribed, so it is never sent; if it were, it would be against the law in many countries.',
      wrong: `${MARKETING}journey j { stage s { automation a { on mail.unsubscribed send hi } } }`,
      right: `${MARKETING}journey j { stage s { automation a { on mail.unsubscribed notify service "{{customer.full_name}} left." } } }`,
    },
  }),
};
