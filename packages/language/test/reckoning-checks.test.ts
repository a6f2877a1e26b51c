import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings } from './support/workspace.ts';

const HEAD = `system crm uses pipedrive
system web uses form
`;
const ifs = (condition: string): string =>
  `${HEAD}journey j { timezone "UTC" stage s { automation a(long: duration) { if ${condition} { stop } } } }`;

async function codes(source: string): Promise<string[]> {
  return (await findings(source)).flatMap((line) => /J033[1-3]/.exec(line)?.[0] ?? []);
}

describe('what conditions ask of a customer’s events', () => {
  test.each([
    'count(crm.deal_won, within: 90d) >= 3',
    'count(crm.deal_won) >= 3',
    'happened(crm.deal_won, within: 1y)',
    'sum(crm.deal_won.value, within: 1y) >= 500 EUR',
    'average(crm.deal_won.value, within: 1y) >= 500 EUR',
    'count(crm.deal_won where crm.deal_won.value > 10 EUR, within: (90d)) >= 3',
    'known(customer.phone)',
  ])('%s', async (condition) => {
    expect(await findings(ifs(condition), /^J0[1-3]/)).toEqual([]);
  });

  test.each([
    ['count(crm.deal_won, within: long) >= 3', 'J0331'],
    ['rate(crm.deal_won of web.signed_up) >= 3%', 'J0333'],
    ['retention(crm.deal_won) >= 3%', 'J0333'],
    ['median(crm.deal_won.value) >= 3 EUR', 'J0333'],
  ])('%s: %s', async (condition, code) => {
    expect(await codes(ifs(condition))).toEqual([code]);
  });

  test('a time that is no time is no argument', async () => {
    const found = await findings(ifs('count(crm.deal_won, within: 3) >= 3'), /^J03/);
    expect(found).toEqual(['3:100 J0310 "within" takes a length of time, but this is a number.']);
  });
});

test('a KPI has its time behind it', async () => {
  const kpi = (text: string): string => `${HEAD}journey j { stage s { kpi k = ${text} } }`;
  const source = kpi('count(crm.deal_won, within: 30d) per 30d');
  expect(await codes(source)).toEqual(['J0332']);
  expect(await fixed(source, 'J0332')).toBe(kpi('count(crm.deal_won) per 30d'));
  expect(await codes(kpi('rate(crm.deal_won of web.signed_up) per 30d'))).toEqual([]);
});
