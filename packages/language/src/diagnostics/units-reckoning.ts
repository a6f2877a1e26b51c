import { define } from './define.ts';

const HEAD = 'system crm uses pipedrive\nsystem web uses form\n';
const AUTOMATION = (condition: string): string =>
  `${HEAD}journey j { stage s { automation a { on web.signed_up if ${condition} { stop } } } }`;
const KPI = (formula: string): string => `${HEAD}journey j { stage s { kpi k = ${formula}, target >= 12 } }`;

/** What conditions ask of a customer's events. */
export const unitReckoningDiagnostics = {
  'time-written-out': define<{ written: string }>({
    code: 'J0331',
    severity: 'error',
    message: ({ written }) =>
      `How far back events count must be written out, such as within: 90d; ${written} can't be reckoned.`,
    help: {
      what: 'Behind within stands a name or a sum instead of a length of time.',
      why: 'What is known of customers is reckoned apart from the run that asks, which alone has such values.',
      wrong: `${HEAD}automation a(long: duration) { if count(crm.deal_won, within: long) >= 3 { stop } }`,
      right: `${HEAD}automation a(long: duration) { if count(crm.deal_won, within: 90d) >= 3 { wait for crm.deal_won up to 1d } }`,
    },
  }),
  'within-in-kpi': define<{ within: string }>({
    code: 'J0332',
    severity: 'warning',
    message: ({ within }) =>
      `The time of a KPI stands behind its formula; leave "within" out and write per ${within}.`,
    help: {
      what: 'A KPI says within the brackets of a function over what time it is measured.',
      why: 'The whole formula is measured over one time, which the map and reports show.',
      wrong: KPI('count(crm.deal_won, within: 30d) per 30d'),
      right: KPI('count(crm.deal_won) per 30d'),
    },
  }),
  'measure-of-many': define<{ name: string }>({
    code: 'J0333',
    severity: 'error',
    message: ({ name }) =>
      `${name}(…) measures all customers together; a condition asks about one, by happened, count, sum, average, minimum or maximum.`,
    help: {
      what: 'A condition uses a function that only KPIs know: a rate, a net promoter score, a percentile.',
      why: 'Nothing could be said of the one customer whom the condition is about.',
      wrong: AUTOMATION('retention(crm.deal_won) >= 40%'),
      right: AUTOMATION('count(crm.deal_won, within: 1y) >= 2'),
    },
  }),
};
