import { define } from './define.ts';

/** The part of J05 that is about waiting. */
export const timeDiagnostics = {
  'zero-wait': define({
    code: 'J0523',
    severity: 'warning',
    message: () => 'A wait of 0 waits for nothing; say how long, or remove it.',
    help: {
      what: 'A wait has no length.',
      why: 'The next step follows at once, although somebody meant it to come later.',
      wrong: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually wait 0d send hi } } }`,
      right: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually wait 1d send hi } } }`,
    },
  }),
  'zero-interval': define({
    code: 'J0524',
    severity: 'error',
    message: () =>
      'Every 0 would be all at once and without a pause; say how much time lies between, such as every 3d.',
    help: {
      what: 'A repeat, a retry or a schedule has an interval of 0.',
      why: 'It would run again and again in the same moment.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { manually repeat every 0d until crm.deal_won { crm.find_deal(person: customer) } } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { manually repeat every 3d until crm.deal_won { crm.find_deal(person: customer) } } } }`,
    },
  }),
  'wait-without-limit': define({
    code: 'J0525',
    severity: 'warning',
    message: () =>
      'This may wait for ever, because the event may never happen; say how long at most: up to 3d.',
    help: {
      what: 'A wait for an event has no limit.',
      why: 'Customers for whom it never happens stay in the automation, and nobody notices.',
      wrong: `system crm uses pipedrive
system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually wait for crm.deal_won send hi } } }`,
      right: `system crm uses pipedrive
system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually wait for crm.deal_won up to 14d send hi } } }`,
    },
  }),
  'timeout-without-limit': define({
    code: 'J0526',
    severity: 'error',
    message: () => 'The steps after "timeout" are never done, because this wait has no limit; add up to 3d.',
    help: {
      what: 'A wait says what to do when the time is up, but not how much time there is.',
      why: 'The time is never up.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { manually wait for crm.deal_won { timeout { exit } } } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { manually wait for crm.deal_won up to 14d { timeout { exit } } } } }`,
    },
  }),
  'wait-beyond-goal': define<{ days: number; within: string }>({
    code: 'J0527',
    severity: 'warning',
    message: ({ days, within }) =>
      `When this wait ends, ${days} days have passed, but the goal counts only within ${within}; wait less, or give the goal more time.`,
    help: {
      what: 'The waits of an automation take longer than the time within which the goal counts.',
      why: 'Whatever the later steps achieve no longer counts.',
      wrong: `system crm uses pipedrive
system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { goal crm.deal_won within 7d stage s { automation a { on crm.deal_created wait 10d send hi } } }`,
      right: `system crm uses pipedrive
system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { goal crm.deal_won within 30d stage s { automation a { on crm.deal_created wait 10d send hi } } }`,
    },
  }),
  'at-out-of-order': define({
    code: 'J0528',
    severity: 'error',
    message: () =>
      'This moment comes before the one that is waited for above, so it is always missed; put the earlier moment first.',
    help: {
      what: 'Two at blocks stand in the wrong order.',
      why: 'Steps are done one after the other: when the later moment has come, the earlier one has passed and is skipped.',
      wrong: `system calendar uses google_calendar
system wa uses whatsapp { number: env WA }
message soon via wa category utility { template soon language en text "See you soon!" }
journey j { stage s { automation a {
  on calendar.booked as meeting
  at 1h before meeting.start { send soon }
  at 1d before meeting.start { send soon }
} } }`,
      right: `system calendar uses google_calendar
system wa uses whatsapp { number: env WA }
message soon via wa category utility { template soon language en text "See you soon!" }
journey j { stage s { automation a {
  on calendar.booked as meeting
  at 1d before meeting.start { send soon }
  at 1h before meeting.start { send soon }
} } }`,
    },
  }),
  'wait-at-end': define({
    code: 'J0529',
    severity: 'hint',
    message: () => 'Nothing follows this wait; add a step, or remove it.',
    help: {
      what: 'An automation ends with a wait.',
      why: 'Waiting for nothing does nothing; perhaps a step is missing.',
      wrong: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually send hi wait 2d } } }`,
      right: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually wait 2d send hi } } }`,
    },
  }),
};
