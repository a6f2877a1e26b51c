import { define } from './define.ts';

const KPI = (formula: string): string =>
  `system crm uses pipedrive\nsystem leads uses facebook_leads { page: env FB_PAGE_ID }\njourney j { stage s { kpi k = ${formula} } }`;
const AUTOMATION = (condition: string): string =>
  `system crm uses pipedrive\njourney j { stage s { automation a { on crm.deal_won as deal if ${condition} { stop } } } }`;

/** Units that don't go together. */
export const unitMixingDiagnostics = {
  'not-comparable': define<{ left: string; right: string; isRecord: boolean }>({
    code: 'J0311',
    severity: 'error',
    message: ({ left, right, isRecord }) =>
      `${left} can't be compared with ${right}${isRecord ? '; compare one of its fields' : ''}.`,
    help: {
      what: 'Two values of different kinds are compared: a length of time with a number, money with a percentage, a text with a number.',
      why: 'The comparison means nothing: it would always come out the same.',
      wrong: AUTOMATION('deal.id == "17"'),
      right: AUTOMATION('deal.id == 17'),
    },
  }),
  'mixed-sum': define<{ left: string; right: string; operator: string }>({
    code: 'J0312',
    severity: 'error',
    message: ({ left, right, operator }) =>
      operator === '+'
        ? `${left} and ${right} can't be added; both must be of one kind.`
        : `${right} can't be taken from ${left}; both must be of one kind.`,
    help: {
      what: 'Values of different kinds are added or subtracted, such as money and a number.',
      why: 'The sum is neither the one nor the other.',
      wrong: KPI('sum(leads.spend) + count(crm.deal_won)'),
      right: KPI('sum(leads.spend) / count(crm.deal_won)'),
    },
  }),
  'mixed-product': define<{ left: string; right: string; operator: string }>({
    code: 'J0313',
    severity: 'error',
    message: ({ left, right, operator }) =>
      `${left} can't be ${operator === '*' ? 'multiplied' : 'divided'} by ${right}; one of them must be a number or a percentage.`,
    help: {
      what: 'Two values are multiplied of which neither is a mere number, or something is multiplied or divided that is no amount.',
      why: 'Money times money, or a text times two, is nothing that exists.',
      wrong: KPI('sum(leads.spend) * sum(crm.deal_won.value)'),
      right: KPI('sum(leads.spend) * 110%'),
    },
  }),
  'mixed-currencies': define<{ one: string; other: string }>({
    code: 'J0314',
    severity: 'error',
    message: ({ one, other }) =>
      `${one} and ${other} stand together here; write both in one currency, as nobody exchanges them.`,
    help: {
      what: 'Two currencies stand in one sum or comparison.',
      why: 'Amounts are never exchanged: 10 USD would count like 10 ILS.',
      wrong: KPI('sum(leads.spend) / count(crm.deal_won), target <= 35 ILS, baseline 12 USD'),
      right: KPI('sum(leads.spend) / count(crm.deal_won), target <= 35 ILS, baseline 44 ILS'),
    },
  }),
  'division-by-zero': define({
    code: 'J0315',
    severity: 'error',
    message: () => 'Nothing can be divided by zero; write another number.',
    help: {
      what: 'Something is divided by a zero that stands in the source.',
      why: 'There is no result.',
      wrong: KPI('count(crm.deal_won) / 0'),
      right: KPI('count(crm.deal_won) / 12'),
    },
  }),
  'money-without-currency': define<{ amount: string }>({
    code: 'J0329',
    severity: 'warning',
    message: ({ amount }) => `${amount} of what? Write the currency as well, such as ${amount} EUR.`,
    help: {
      what: 'An amount of money is compared with, or set to, a number that names no currency.',
      why: 'Dollars and shekels would be taken for the same.',
      wrong: AUTOMATION('deal.value >= 1000'),
      right: AUTOMATION('deal.value >= 1000 ILS'),
    },
  }),
  'compared-with-nothing': define<{ written: string; meant: string }>({
    code: 'J0330',
    severity: 'information',
    message: ({ written, meant }) =>
      `What isn't known is no empty text, so ${written} says nothing about it; to ask whether there is a value write ${meant}.`,
    help: {
      what: 'A condition compares a value with an empty text.',
      why: 'Where a customer has no phone number, it is unequal to everything, to "" as well: they would be called all the same. known(…) is false for both.',
      wrong: 'segment callable where customer.phone != ""',
      right: 'segment callable where known(customer.phone)',
    },
  }),
};
