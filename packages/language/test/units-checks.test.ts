import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings } from './support/workspace.ts';

const CODES = /J03[12]\d/;

const HEAD = `system crm uses pipedrive
system calendar uses google_calendar
system leads uses facebook_leads { page: env FB_PAGE_ID }
system survey uses questionpro { survey: env SURVEY_ID }
system mail uses smoove
connector shop {
  setting open: boolean
  setting names?: list of text
  record cart extends contact { id: text, total: money, weight: number, items: list of text, paid: boolean, share: percent, age: duration }
  event left of cart
  action rate(cart: cart, share: percent, tags: list of text, due?: moment, within?: duration, mail?: email)
}
system web uses shop { open: true }
message hi via mail category transactional { subject "Hi" body "Welcome!" }
`;

/** An automation with those steps, started by a cart that was left. */
function steps(text: string): string {
  return `${HEAD}journey j { stage s { automation a { on web.left as cart\n${text}\n} } }`;
}

function kpi(text: string): string {
  return `${HEAD}journey j { stage s { kpi k = ${text} } }`;
}

/** The codes of this family that are found, in their order. */
async function codes(source: string): Promise<string[]> {
  return (await findings(source)).map((line) => line.split(' ')[1] ?? '').filter((code) => CODES.test(code));
}

/** What the first fix makes of the source; the finding must be gone from it. */
async function repaired(source: string, code: string): Promise<string> {
  const result = await fixed(source, code);
  expect(await codes(result)).not.toContain(code);
  const unlike = result.split('\n').filter((line) => !source.split('\n').includes(line));
  return unlike.join('\n');
}

const ifs = (condition: string): string => steps(`if ${condition} { send hi }`);

describe('arguments', () => {
  test.each([
    ['a record that extends the wanted one', 'crm.create_deal(title: "x", person: cart)'],
    ['the customer', 'crm.create_deal(title: "x", person: customer)'],
    ['anything printable as a text', 'crm.create_deal(title: cart.total, person: cart)'],
    ['a number for a text', 'crm.create_deal(title: 7, person: cart)'],
    ['what the environment says', 'crm.create_deal(title: "x", person: cart, value: env VALUE)'],
    ['a list', 'web.rate(cart: cart, share: 20%, tags: ["a", cart.id])'],
    ['a list of numbers printed', 'web.rate(cart: cart, share: 20%, tags: [1, 2])'],
    ['an empty list', 'web.rate(cart: cart, share: 20%, tags: [])'],
    ['a moment from now', 'web.rate(cart: cart, share: cart.share, tags: cart.items, due: in 2d)'],
    ['now', 'web.rate(cart: cart, share: cart.share, tags: cart.items, due: now)'],
    ['a moment before now', 'web.rate(cart: cart, share: cart.share, tags: cart.items, due: now - 6mo)'],
    ['an e-mail field', 'web.rate(cart: cart, share: 20%, tags: [], mail: cart.email)'],
    ['a text as an address', 'web.rate(cart: cart, share: 20%, tags: [], mail: cart.id)'],
    [
      'a result of another step',
      'let deal = crm.find_deal(person: cart)\ncrm.add_note(deal: deal, text: "x")',
    ],
    ['a KPI function of an event', 'if happened(web.left) { send hi }'],
    ['a message', 'if opened(hi) { send hi }'],
  ])('take %s', async (_, text) => {
    expect(await codes(steps(text))).toEqual([]);
  });

  test.each([
    ['a text for a record', 'crm.add_note(deal: "17", text: "x")'],
    ['a record for a text', 'crm.create_deal(title: cart, person: cart)'],
    ['a phone number for an address', 'web.rate(cart: cart, share: 1%, tags: [], mail: cart.phone)'],
    [
      'a record without what is needed',
      'let deal = crm.find_deal(person: cart)\ncrm.create_deal(title: "x", person: deal)',
    ],
    ['a length of time for a moment', 'web.rate(cart: cart, share: 1%, tags: [], due: 2d)'],
    ['a number for a length of time', 'web.rate(cart: cart, share: 1%, tags: [], within: 2)'],
    ['a text for a list', 'web.rate(cart: cart, share: 1%, tags: "a")'],
    ['a number for a percentage', 'web.rate(cart: cart, share: 20, tags: [])'],
    ['a persona for a message', 'if opened(web) { send hi }'],
  ])('refuse %s', async (_, text) => {
    expect(await codes(steps(text))).toEqual(['J0310']);
  });

  test('say which fields a record lacks', async () => {
    const found = await findings(
      steps('let deal = crm.find_deal(person: cart)\ncrm.create_person(person: deal)'),
    );
    expect(found.join('\n')).toContain('It lacks first_name, full_name, email, phone.');
  });

  test('are put right', async () => {
    expect(await repaired(steps('crm.find_deal(person: cart.email)'), 'J0310')).toBe(
      'crm.find_deal(person: cart)',
    );
    expect(await repaired(steps('web.rate(cart: cart, share: 20, tags: [])'), 'J0310')).toContain(
      'share: 20%',
    );
    expect(await repaired(steps('web.rate(cart: cart, share: 1%, tags: "a")'), 'J0310')).toContain(
      'tags: ["a"]',
    );
    expect(await repaired(steps('web.rate(cart: cart, share: 1%, tags: [], due: 2d)'), 'J0310')).toContain(
      'due: in 2d',
    );
    expect(
      await repaired(steps('web.rate(cart: cart, share: 1%, tags: [], due: "2027-01-31")'), 'J0310'),
    ).toContain('due: 2027-01-31');
    expect(await repaired(steps('web.rate(cart: cart, share: 1%, tags: [], within: 2)'), 'J0310')).toContain(
      'within: 2d',
    );
  });

  test('of a message or an automation are checked as well', async () => {
    const files = `${HEAD}message bye(days: number) via mail { subject "Bye" body "In {{days}} days" }
automation later(pause: duration, who: contact) { wait 1d send bye(days: 3) to who }
journey j { stage s { automation a { on web.left as cart send bye(days: "three") run later(pause: 2d, who: cart.email) } } }`;
    expect(await codes(files)).toEqual(['J0310', 'J0310']);
  });

  test('of a call that is unknown are left alone', async () => {
    expect(await codes(steps('crm.nothing(person: 7)'))).toEqual([]);
  });
});

describe('whether there is a value', () => {
  test.each([
    ['cart.id != ""', 'known(cart.id)'],
    ['"" == cart.id', 'not known(cart.id)'],
    ['cart.paid and cart.email == ""', 'cart.paid and not known(cart.email)'],
  ])('%s asks for %s', async (condition, meant) => {
    expect(await findings(ifs(condition), /J0330/)).toHaveLength(1);
    expect(await fixed(ifs(condition), 'J0330')).toBe(ifs(meant));
  });

  test('is no question where two texts are compared, or one holds a value', async () => {
    expect(await findings(ifs('known(cart.id) and cart.email != " "'), /J0330/)).toEqual([]);
  });
});

describe('comparisons', () => {
  test.each([
    'cart.total >= 100 ILS',
    'cart.weight > 3 and cart.id != "a"',
    'cart.email == "a@example.com"',
    'cart.share > 10%',
    'cart.age < 3d',
    'cart.paid == true',
    'cart.id in ["a", "b"]',
    'cart.total > 0',
    'opened(hi) or web.left',
    'cart.id == env CART',
    'not cart.paid and not (cart.weight > 3)',
    'not opened(hi)',
    'cart.weight / 2 > 10%',
    'cart.weight >= 10%',
  ])('%s', async (condition) => {
    expect(await codes(ifs(condition))).toEqual([]);
  });

  test.each([
    ['cart.age > 3', 'J0311'],
    ['cart.total > 10%', 'J0311'],
    ['cart.id > 5', 'J0311'],
    ['cart == "x"', 'J0311'],
    ['web.left == true', 'J0311'],
    ['cart.items == "x"', 'J0311'],
    ['cart.paid == "yes"', 'J0311'],
    ['cart.share > 20', 'J0311'],
    ['cart.id in [1, "b"]', 'J0311'],
    ['cart.id in "a"', 'J0318'],
    ['cart.total > 100', 'J0329'],
    ['cart.weight', 'J0316'],
    ['cart', 'J0316'],
    ['cart.id == "a" or "b"', 'J0316'],
    ['not cart.weight > 3', 'J0321'],
  ])('%s: %s', async (condition, code) => {
    expect((await codes(ifs(condition)))[0]).toBe(code);
  });

  test('are put right', async () => {
    expect(await repaired(ifs('cart.share > 20'), 'J0311')).toBe('if cart.share > 20% { send hi }');
    expect(await repaired(ifs('cart.weight > "20"'), 'J0311')).toBe('if cart.weight > 20 { send hi }');
    expect(await repaired(ifs('cart.id == 5'), 'J0311')).toBe('if cart.id == "5" { send hi }');
    expect(await repaired(ifs('cart.paid == "yes"'), 'J0311')).toBe('if cart.paid == true { send hi }');
    expect(await repaired(ifs('cart.id in "a"'), 'J0318')).toBe('if cart.id in ["a"] { send hi }');
    expect(await repaired(ifs('not cart.weight > 3'), 'J0321')).toBe('if not (cart.weight > 3) { send hi }');
    expect(await repaired(ifs('cart.id == "a" or "b"'), 'J0316')).toBe(
      'if cart.id == "a" or cart.id == "b" { send hi }',
    );
    expect(await repaired(ifs('cart.weight'), 'J0316')).toBe('if cart.weight > 0 { send hi }');
    const priced = `${ifs('cart.total > 100')}\njourney k { stage s { kpi c = sum(leads.spend), target <= 35 ILS } }`;
    expect(await repaired(priced, 'J0329')).toBe('if cart.total > 100 ILS { send hi }');
  });

  test('in a switch are with its subject', async () => {
    const when = (text: string): string =>
      steps(`let deal = crm.find_deal(person: cart)\nswitch deal.status { ${text} }`);
    expect(await codes(when('when won { send hi } when lost { stop }'))).toEqual([]);
    expect(await codes(when('when 5 { send hi }'))).toEqual(['J0311']);
    expect(await codes(when('when "wun" { send hi }'))).toEqual(['J0328']);
    expect(await codes(steps('switch { when cart.weight { send hi } }'))).toEqual(['J0316']);
  });

  test('of choices know their names', async () => {
    const status = (text: string): string =>
      steps(`let deal = crm.find_deal(person: cart)\nif deal.status ${text} { send hi }`);
    expect(await codes(status('== won'))).toEqual([]);
    expect(await codes(status('in [won, lost]'))).toEqual([]);
    expect(await repaired(status('== "won"'), 'J0327')).toBe('if deal.status == won { send hi }');
    expect(await repaired(status('!= "wun"'), 'J0328')).toBe('if deal.status != won { send hi }');
  });
});

describe('sums and products', () => {
  test.each([
    'sum(leads.spend) / count(leads.submitted), target <= 35 ILS',
    'sum(leads.spend) + 100 ILS',
    'sum(leads.spend) * 110%',
    'count(web.left) * (1 + 10%)',
    'count(web.left) - count(crm.deal_won)',
    'median(leads.submitted -> crm.deal_won) + 1d',
    'count(web.left) / sum(leads.spend)',
    'percentile(leads.submitted -> crm.deal_won, 90%)',
    'sum(leads.spend) / 30d',
  ])('%s', async (formula) => {
    expect(await codes(kpi(formula))).toEqual([]);
  });

  test.each([
    ['sum(leads.spend) + 3', 'J0312'],
    ['median(leads.submitted -> crm.deal_won) + 10%', 'J0312'],
    ['median(leads.submitted -> crm.deal_won) * 2d', 'J0313'],
    ['sum(leads.spend) * sum(web.left.total)', 'J0313'],
    ['sum(leads.spend) / 0', 'J0315'],
    ['count(web.left) / 0%', 'J0315'],
    ['10 ILS + 3 USD', 'J0314'],
    ['median(leads.submitted -> crm.deal_won.title)', 'J0325'],
    ['percentile(leads.submitted -> crm.deal_won, 900%)', 'J0326'],
    ['count(web.left) * 9_007_199_254_740_993', 'J0324'],
  ])('%s: %s', async (formula, code) => {
    expect(await codes(kpi(formula))).toEqual([code]);
  });

  test('KPIs have the unit of their formula', async () => {
    const two = (formula: string): string =>
      `${HEAD}journey j { stage s { kpi cost = sum(leads.spend) / count(leads.submitted) kpi k = ${formula} } }`;
    expect(await codes(two('cost + 3 ILS'))).toEqual([]);
    expect(await codes(two('cost + 3%'))).toEqual(['J0312']);
  });

  test('moments and lengths of time add up', async () => {
    const at = (text: string): string =>
      `${HEAD}journey j { stage s { automation a { on calendar.booked as meeting let x = ${text}\nif x == x { stop } } } }`;
    expect(await codes(at('meeting.start + 2d'))).toEqual([]);
    expect(await codes(at('meeting.end - meeting.start'))).toEqual([]);
    expect(await codes(at('"See you on " + meeting.start'))).toEqual([]);
    expect(await codes(at('meeting.start + meeting.end'))).toEqual(['J0312']);
    expect(await codes(at('meeting.start * 2'))).toEqual(['J0313']);
  });

  test('a variable that is made of itself ends the search', async () => {
    expect(await codes(steps('let x = x + 1'))).toEqual([]);
  });
});

describe('places', () => {
  const at = (text: string): string =>
    `${HEAD}journey j { stage s { automation a { on calendar.booked as meeting ${text} } } }`;

  test.each([
    'at 1d before meeting.start { send hi }',
    'at 08:00 on day of meeting.start { send hi }',
    'at meeting.end { send hi }',
    'wait until meeting.start send hi',
    'wait until 2027-03-28 16:00 send hi',
    'wait until tuesday 10:00 send hi',
  ])('%s', async (text) => {
    expect(await codes(at(text))).toEqual([]);
  });

  test('anchors are dates', async () => {
    expect(await codes(at('at 1d before meeting.title { send hi }'))).toEqual(['J0319']);
    expect(await codes(at('wait until meeting.title send hi'))).toEqual(['J0319']);
    expect(await repaired(at('at 1d before meeting { send hi }'), 'J0319')).toContain(
      'before meeting.start {',
    );
    expect(
      await codes(`${HEAD}journey j { stage s { automation a { 7d before calendar.booked send hi } } }`),
    ).toEqual(['J0319']);
  });

  test('loops go through lists', async () => {
    expect(await codes(steps('for each item in cart.items { send hi }'))).toEqual([]);
    expect(await codes(steps('for each item in cart.weight { send hi }'))).toEqual(['J0317']);
    expect(await repaired(steps('for each item in cart { send hi }'), 'J0317')).toBe(
      'for each item in cart.items { send hi }',
    );
  });

  test('settings are of the kind that the connector takes', async () => {
    const set = (text: string): string => HEAD.replace('open: true', text);
    expect(await codes(set('open: env OPEN'))).toEqual([]);
    expect(await codes(set('open: true, names: ["a"]'))).toEqual([]);
    expect(await codes(set('open: 7'))).toEqual(['J0322']);
    expect(await repaired(set('open: "yes"'), 'J0322')).toContain('open: true');
    expect(await repaired(set('open: true, names: "a"'), 'J0322')).toContain('names: ["a"]');
  });
});

describe('amounts', () => {
  test('come in wholes where they count', async () => {
    expect(await codes('journey j { cap 2 messages per 1d version 2 priority 0 }')).toEqual([]);
    expect(await repaired('journey j { cap 1.5 messages per 1d }', 'J0323')).toBe(
      'journey j { cap 2 messages per 1d }',
    );
    expect(await codes(steps('try { send hi } retry 0 times'))).toEqual(['J0323']);
    expect(await codes(steps('wait 0 business days send hi'))).toEqual(['J0323']);
  });

  test('lie in the calendar', async () => {
    expect(await codes(steps('wait until 2028-02-29 send hi'))).toEqual([]);
    expect(await repaired(steps('wait until 2027-02-29 send hi'), 'J0320')).toBe(
      'wait until 2027-02-28 send hi',
    );
    expect(await codes(steps('wait until 2027-13-01 send hi'))).toEqual(['J0320']);
    expect(await codes(steps('wait 2000y send hi'))).toEqual(['J0324']);
  });

  test('of a part are not over the whole', async () => {
    expect(await codes(steps('split { 150% { send hi } }'))).toEqual(['J0326']);
    expect(await codes(steps('split { 100% { send hi } }'))).toEqual([]);
  });
});

test.each([
  'if',
  'if cart.weight >',
  'if cart.weight + { }',
  'wait until',
  'for each x in',
  'if not',
  'web.rate(cart:',
])('what is still being written is left alone: %s', async (text) => {
  await expect(codes(steps(text))).resolves.toBeDefined();
});
