import { define, quoted } from './define.ts';

const KPI = (text: string): string =>
  `system crm uses pipedrive\nsystem leads uses facebook_leads { page: env FB_PAGE_ID }\njourney j { stage s { kpi k = ${text} } }`;

/** What is measured, and what it should reach. */
export const mapKpiDiagnostics = {
  'count-without-window': define<{ name: string }>({
    code: 'J0814',
    severity: 'information',
    message: ({ name }) =>
      `${quoted(name)} counts from the first day on and only ever grows; say for how long, such as per 30d or per month.`,
    help: {
      what: 'A KPI counts or sums something without saying over what time.',
      why: 'A total of all times reaches every target one day, and says nothing about this month.',
      wrong: KPI('count(leads.submitted), target >= 120'),
      right: KPI('count(leads.submitted) per 30d, target >= 120'),
    },
  }),
  'window-needed': define<{ name: string }>({
    code: 'J0815',
    severity: 'warning',
    message: ({ name }) =>
      `${name}(…) looks at a stretch of time; say which, such as per 30d or per quarter.`,
    help: {
      what: 'A retention or churn rate has no window.',
      why: 'Both say who came back, or stopped, within a stretch of time; without one they have no meaning.',
      wrong: KPI('retention(crm.deal_won), target >= 40%'),
      right: KPI('retention(crm.deal_won) per quarter, target >= 40%'),
    },
  }),
  'target-out-of-range': define<{ what: string; from: string; to: string; target: string }>({
    code: 'J0816',
    severity: 'error',
    message: ({ what, from, to, target }) =>
      to === ''
        ? `${what} is never below ${from}, so the target ${target} makes no sense; write another.`
        : `${what} lies between ${from} and ${to}, so the target ${target} makes no sense; write another.`,
    help: {
      what: 'A target lies where the measure can never be: a rate over 100%, a net promoter score over 100.',
      why: 'It could never be reached, or would be reached whatever happens.',
      wrong: KPI('rate(crm.deal_won of leads.submitted) per 30d, target >= 120%'),
      right: KPI('rate(crm.deal_won of leads.submitted) per 30d, target >= 12%'),
    },
  }),
  'target-of-other-kind': define<{ what: string; wanted: string; given: string }>({
    code: 'J0817',
    severity: 'error',
    message: ({ what, wanted, given }) =>
      `This KPI is ${wanted}, but its ${what} is ${given}; write both alike.`,
    help: {
      what: 'A target or baseline is of another kind than what the KPI measures: a percentage for a count, an amount of money for a length of time.',
      why: 'Nobody could say whether it is reached.',
      wrong: KPI('count(leads.submitted) per 30d, target >= 20%'),
      right: KPI('count(crm.deal_won) / count(leads.submitted) per 30d, target >= 20%'),
    },
  }),
  'baseline-meets-target': define<{ baseline: string; target: string }>({
    code: 'J0818',
    severity: 'information',
    message: ({ baseline, target }) =>
      `The baseline ${baseline} meets the target ${target} already; set a target that is still to be reached.`,
    help: {
      what: 'The value from which a KPI started is as good as its target.',
      why: 'There is nothing left to reach; most likely the two were swapped, or the sign turned round.',
      wrong: KPI('rate(crm.deal_won of leads.submitted) per 30d, target >= 31%, baseline 45%'),
      right: KPI('rate(crm.deal_won of leads.submitted) per 30d, target >= 45%, baseline 31%'),
    },
  }),
  'always-all': define<{ text: string }>({
    code: 'J0819',
    severity: 'warning',
    message: ({ text }) => `${text} by itself is always 100%; divide it by something else.`,
    help: {
      what: 'A KPI divides something by itself.',
      why: 'It would show 100% whatever happens.',
      wrong: KPI('count(leads.submitted) / count(leads.submitted) per 30d'),
      right: KPI('count(crm.deal_won) / count(leads.submitted) per 30d'),
    },
  }),
  'kpi-circle': define<{ name: string; through: string }>({
    code: 'J0820',
    severity: 'error',
    message: ({ name, through }) =>
      through === ''
        ? `The formula of ${quoted(name)} needs ${quoted(name)} itself; name an event or another KPI.`
        : `The formula of ${quoted(name)} needs itself, by way of ${through}; break the circle.`,
    help: {
      what: 'A KPI is computed from itself, directly or through other KPIs.',
      why: 'There is no value to begin with.',
      wrong: KPI('count(crm.deal_won) / k'),
      right: KPI('count(crm.deal_won) / count(leads.submitted)'),
    },
  }),
  'same-kpi': define<{ name: string; other: string; line: number }>({
    code: 'J0821',
    severity: 'information',
    message: ({ name, other, line }) =>
      `${quoted(name)} measures the same as ${quoted(other)} in line ${line}; keep one of them, or change a formula.`,
    help: {
      what: 'Two KPIs of a journey have the same formula and window.',
      why: 'They will always show the same number.',
      wrong: KPI('count(crm.deal_won) per 30d kpi l = count(crm.deal_won) per 30d'),
      right: KPI('count(crm.deal_won) per 30d kpi l = count(crm.deal_lost) per 30d'),
    },
  }),
  'formula-no-measure': define<{ name: string; given: string }>({
    code: 'J0822',
    severity: 'error',
    message: ({ name, given }) =>
      `${quoted(name)} is to be measured, but this is ${given}, not a number; count it, or name an amount.`,
    help: {
      what: 'The formula of a KPI gives no number, percentage, amount of money or length of time.',
      why: 'There is nothing to show or to compare with a target.',
      wrong: KPI('crm.deal_won per 30d'),
      right: KPI('count(crm.deal_won) per 30d'),
    },
  }),
  'of-without-share': define<{ name: string; of: string }>({
    code: 'J0825',
    severity: 'error',
    message: ({ name, of }) =>
      `${name}(…) is no share of anything, so "of ${of}" says nothing here; take rate, retention or churn, or divide by count(${of}).`,
    help: {
      what: 'A KPI says what something is a share of, with a function that gives no share.',
      why: 'The number would be the same without those words, and people would read it as a share.',
      wrong: KPI('count(crm.deal_won of leads.submitted) per 30d'),
      right: KPI('rate(crm.deal_won of leads.submitted) per 30d'),
    },
  }),
  'rate-of-what': define({
    code: 'J0826',
    severity: 'error',
    message: () =>
      'A rate is a share of something: say of what, such as rate(crm.deal_won of leads.submitted).',
    help: {
      what: 'A KPI is a rate, and does not say of what.',
      why: 'Nobody could compute it.',
      wrong: KPI('rate(crm.deal_won) per 30d'),
      right: KPI('rate(crm.deal_won of leads.submitted) per 30d'),
    },
  }),
  'percentile-range': define<{ text: string }>({
    code: 'J0827',
    severity: 'error',
    message: ({ text }) =>
      `There is no percentile ${text}: write one between 0% and 100%, such as 90% for what nine of ten stay below.`,
    help: {
      what: 'A percentile is 0% or 100%.',
      why: 'No value lies there; the lowest and the highest are minimum(…) and maximum(…).',
      wrong: KPI('percentile(crm.deal_won.value, 100%) per 30d'),
      right: KPI('percentile(crm.deal_won.value, 90%) per 30d'),
    },
  }),
  'target-wants-loss': define<{ measure: string; old: string; right: string }>({
    code: 'J0829',
    severity: 'warning',
    message: ({ measure, old, right }) =>
      `Of ${quoted(measure)} less is better, and this target wants more: write ${right} in the place of ${old}.`,
    help: {
      what: 'A target wants more refunds, cancellations or people who unsubscribe, a higher cost, or a longer way to a purchase.',
      why: 'The journey would be called a success for what harms the business.',
      wrong: KPI('count(crm.deal_lost) per quarter, target >= 5'),
      right: KPI('count(crm.deal_lost) per quarter, target <= 5'),
    },
  }),
  'target-wrong-way': define<{ name: string; what: string; old: string; right: string }>({
    code: 'J0828',
    severity: 'warning',
    message: ({ name, what, old, right }) =>
      `Of ${name}(…) ${what} is better, and this target wants the opposite: write ${right} in the place of ${old}.`,
    help: {
      what: 'A target wants more customers to leave, or fewer to come back, to be satisfied or to recommend.',
      why: 'The journey would be called a success for driving customers away.',
      wrong: KPI('churn(crm.deal_won) per quarter, target >= 5%'),
      right: KPI('churn(crm.deal_won) per quarter, target <= 5%'),
    },
  }),
};
