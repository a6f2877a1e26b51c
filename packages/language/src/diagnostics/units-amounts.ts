import { define } from './define.ts';

/** Amounts that can't be. */
export const unitAmountDiagnostics = {
  'no-such-day': define<{ date: string }>({
    code: 'J0320',
    severity: 'error',
    message: ({ date }) => `No calendar has the day ${date}; write another one as year-month-day.`,
    help: {
      what: 'A date has a month over 12, or a day that its month does not have.',
      why: 'Nothing can be due on it.',
      wrong: 'journey j { stage s { automation a { manually wait until 2027-02-30 stop } } }',
      right: 'journey j { stage s { automation a { manually wait until 2027-02-28 stop } } }',
    },
  }),
  'whole-number': define<{ written: string; what: string }>({
    code: 'J0323',
    severity: 'error',
    message: ({ written, what }) => `${written} is no number of ${what}; write a whole number from 1 on.`,
    help: {
      what: 'A number of times, messages or days is zero or has a fraction.',
      why: 'Nothing happens half a time, and what may never happen needs not be written.',
      wrong:
        'system crm uses pipedrive\njourney j { stage s { automation a { manually repeat every 3d, at most 0 times { crm.find_deal(person: customer) } } } }',
      right:
        'system crm uses pipedrive\njourney j { stage s { automation a { manually repeat every 3d, at most 6 times { crm.find_deal(person: customer) } } } }',
    },
  }),
  'amount-too-large': define<{ written: string }>({
    code: 'J0324',
    severity: 'error',
    message: ({ written }) => `${written} is more than can be counted exactly; write a smaller amount.`,
    help: {
      what: 'A number is over nine thousand million million, or a length of time over a thousand years.',
      why: 'Computers would round it, or run past the end of their calendar.',
      wrong: 'journey j { reentry after 5000y }',
      right: 'journey j { reentry after 5y }',
    },
  }),
  'percent-over-100': define<{ percent: number; what: string }>({
    code: 'J0326',
    severity: 'error',
    message: ({ percent, what }) => `${percent}% is too much: ${what} is at most 100%.`,
    help: {
      what: 'A branch of a split, an assumed chance or a percentile is over 100%.',
      why: 'A part can not be larger than the whole.',
      wrong: 'system crm uses pipedrive\njourney j { }\nassume j { crm.deal_won 120% }',
      right: 'system crm uses pipedrive\njourney j { }\nassume j { crm.deal_won 12% }',
    },
  }),
};
