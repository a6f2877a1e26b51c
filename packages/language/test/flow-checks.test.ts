import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open } from './support/workspace.ts';

const SYSTEMS = `system crm uses pipedrive
system mail uses smoove
system wa uses whatsapp { number: env WA }
system calendar uses google_calendar
message hi via mail { subject "Hi" body "Welcome!" }
message more via mail { subject "More" body "There is more." }
message note via mail { subject "Note" body "You wrote: {{answer.title}}" }
message kind_note via mail { subject "Note" body "You wrote: {{answer.title | default \\"nothing\\"}}" }
`;

/** A journey with one automation of these steps. */
const steps = (text: string, trigger = 'manually'): string =>
  `${SYSTEMS}journey j { stage s { automation a {\n  ${trigger}\n  ${text}\n} } stage t }\n`;

/** A journey with these members. */
const journey = (members: string): string => `${SYSTEMS}journey j {\n  ${members}\n}\n`;

async function codes(source: string): Promise<(string | number | undefined)[]> {
  return (await open(source)).diagnostics.map(({ code }) => code as string | undefined);
}

/** The steps after the finding's first fix, which must end the finding. */
async function fixedSteps(text: string, code: string, trigger = 'manually'): Promise<string> {
  const result = await fixed(steps(text, trigger), code);
  expect(await codes(result)).not.toContain(code);
  const head = steps('', trigger).indexOf(trigger) + trigger.length;
  return result.slice(head, result.indexOf('\n} }')).trim();
}

async function silent(source: string, code: string): Promise<void> {
  expect(await findings(source).then((lines) => lines.filter((line) => line.includes(code)))).toEqual([]);
}

describe('steps that are never reached', () => {
  test('stand behind branches that all end', async () => {
    const both = 'if happened(crm.deal_won) { stop } else { exit }\n  send hi\n  send more';
    expect(await fixedSteps(both, 'J0501')).toBe('if happened(crm.deal_won) { stop } else { exit }');
    expect(await codes(steps('split { 50% x { stop } 50% y { exit } } send hi'))).toContain('J0501');
    expect(await codes(steps('repeat every 1d { crm.find_deal(person: customer) } send hi'))).toContain(
      'J0501',
    );
    expect(
      await codes(steps('switch { when happened(crm.deal_won) { stop } otherwise { stop } } send hi')),
    ).toContain('J0501');
  });

  test.each([
    'if happened(crm.deal_won) { stop } send hi',
    'if happened(crm.deal_won) { stop } else { send more } send hi',
    'switch { when happened(crm.deal_won) { stop } } send hi',
    'split { 50% x { stop } 50% holdout { } } send hi',
    'repeat every 1d until crm.deal_won { stop } send hi',
    'at 09:00 on day of meeting.start { stop } send hi',
    'wait for crm.deal_won up to 1d { timeout { stop } } send hi',
  ])('are not behind %s', async (text) => {
    await silent(steps(text, 'on calendar.booked as meeting'), 'J0501');
  });

  test('are removed without the line of the step before', async () => {
    expect(await fixedSteps('stop // done\n  send hi', 'J0501')).toBe('stop // done');
  });
});

describe('values', () => {
  test('are missing where the wait for them may end without them', async () => {
    expect(await fixedSteps('wait for crm.deal_won as answer up to 3d\n  send note', 'J0503')).toBe(
      'wait for crm.deal_won as answer up to 3d { timeout { stop } }\n  send note',
    );
    expect(
      await codes(steps('wait for crm.deal_won as answer up to 3d { timeout { send note } }')),
    ).toContain('J0502');
    expect(
      await codes(steps('stop', 'on crm.deal_won as answer\n  on crm.deal_lost\n  send note')),
    ).toContain('J0503');
    const inLoop = 'repeat every 1d until crm.deal_lost { wait for crm.deal_won as answer } send note';
    expect(await codes(steps(inLoop))).toContain('J0503');
  });

  test.each([
    'wait for crm.deal_won as answer up to 3d if answer.status == won { send note }',
    'wait for crm.deal_won as answer up to 3d send kind_note',
    'wait for crm.deal_won as answer up to 3d switch { when answer.status == won { send note } otherwise { stop } }',
    'wait for crm.deal_won as answer up to 3d { timeout { exit } } send note',
    'wait for crm.deal_won as answer send note',
    'parallel { branch { wait for crm.deal_won as answer } branch { wait 1d } } send note',
  ])('are there in %s', async (text) => {
    await silent(steps(text), 'J0502');
    await silent(steps(text), 'J0503');
  });

  test('that every trigger brings are there', async () => {
    await silent(steps('send note', 'on crm.deal_won as answer\n  on crm.deal_lost as answer'), 'J0503');
  });

  test('that nothing uses are removed; results of actions may stay', async () => {
    expect(await fixedSteps('let name = customer.first_name\n  send hi', 'J0504')).toBe('send hi');
    await silent(steps('let deal = crm.find_deal(person: customer)'), 'J0504');
    await silent(steps('let name = customer.first_name if name == "x" { stop }'), 'J0504');
  });
});

describe('circles', () => {
  const two = (first: string, second: string): string =>
    journey(`stage s { automation a { manually ${first} run b } automation b { ${second} run a } } stage t`);

  test('are endless only where nothing waits or decides', async () => {
    expect(
      await findings(two('send hi', 'send more')).then((lines) =>
        lines.filter((line) => /J050[56]/.test(line)),
      ),
    ).toMatchInlineSnapshot(`
        [
          "10:45 J0505 These automations start each other for ever and never wait: a → b → a. Put a wait between them, or break the circle.",
          "10:78 J0505 These automations start each other for ever and never wait: b → a → b. Put a wait between them, or break the circle.",
        ]
      `);
    expect(await codes(two('', 'if happened(crm.deal_won) { stop }'))).toContain('J0506');
    for (const wait of [
      'wait 1d',
      'wait for crm.deal_won',
      'if happened(crm.deal_won) { wait 1d } else { stop }',
    ]) {
      await silent(two('', wait), 'J0505');
      await silent(two('', wait), 'J0506');
    }
  });

  test('go by stages and by messages as well', async () => {
    const stages =
      'stage s { automation a { on s.entered move to t } } stage t { automation b { on t.entered move to s } }';
    expect(await codes(journey(stages))).toContain('J0505');
    expect(await codes(steps('send hi', 'on sent(hi)'))).toContain('J0505');
    await silent(steps('send more', 'on sent(hi)'), 'J0505');
    await silent(steps('wait 1d send hi', 'on sent(hi)'), 'J0505');
  });
});

describe('conditions', () => {
  test.each([
    ['if 1 == 2 { send hi }', ''],
    ['if not (3 > 2) { send hi }', ''],
    ['if true {\n    send hi\n    send more\n  }', 'send hi\n  send more'],
    ['if customer.email == customer.email { send hi }', 'send hi'],
    ['if customer.language != "he" or customer.language != "ar" { send hi }', 'send hi'],
    ['if "a" == "a" and 1d < 2d { send hi }', 'send hi'],
  ])('%s is the same for everybody', async (text, after) => {
    expect(await fixedSteps(text, 'J0507')).toBe(after);
  });

  test.each([
    'if customer.language == "he" or customer.language == "ar" { send hi }',
    'if customer.language != "he" and customer.language != "ar" { send hi }',
    'if customer.email == customer.phone { send hi }',
    'switch customer.language { when "he" { send hi } when "ar" { send more } }',
  ])('%s is not', async (text) => {
    await silent(steps(text), 'J0507');
  });

  test('said again are never met', async () => {
    expect(await fixedSteps('switch { when opened(hi) { stop } when opened(hi) { exit } }', 'J0508')).toBe(
      'switch { when opened(hi) { stop } }',
    );
    expect(
      await fixedSteps(
        'if opened(hi) { stop } else if clicked(hi) { stop } else if opened(hi) { exit }',
        'J0508',
      ),
    ).toBe('if opened(hi) { stop } else if clicked(hi) { stop }');
    await silent(steps('if opened(hi) { stop } else if opened(more) { exit }'), 'J0508');
  });

  const tiers = (first: string, second: string): string =>
    `system shop uses webshop
connector webshop { record order extends contact { total: number } event ordered of order = webhook "o" }
journey j { stage s { automation a { on shop.ordered as order
  if ${first} { stop } else if ${second} { exit } } } }`;

  test.each([
    ['order.total > 100', 'order.total > 200'],
    ['order.total >= 100', 'order.total > 100'],
    ['order.total <= 5', 'order.total == 3'],
    ['order.total < 50', 'order.total <= 10'],
  ])('%s takes all of %s', async (first, second) => {
    expect(await codes(tiers(first, second))).toContain('J0541');
  });

  test.each([
    ['order.total > 200', 'order.total > 100'],
    ['order.total > 100', 'order.total >= 100'],
    ['order.total > 100', 'order.total < 200'],
    ['order.total == 100', 'order.total >= 100'],
  ])('%s leaves some of %s', async (first, second) => {
    await silent(tiers(first, second), 'J0541');
  });
});

describe('branches', () => {
  test.each([
    ['J0509', 'split {\n    100% all {\n      send hi\n      send more\n    }\n  }', 'send hi\n  send more'],
    ['J0510', 'split { 100% all { stop } 0% rest { exit } }', 'split { 100% all { stop } }'],
    [
      'J0510',
      'split { 0% holdout { } 50% x { stop } 50% y { exit } }',
      'split { 50% x { stop } 50% y { exit } }',
    ],
    [
      'J0511',
      'split { 90% x { send hi } 10% holdout { send hi } }',
      'split { 90% x { send hi } 10% holdout { } }',
    ],
    ['J0512', 'repeat every 1d, at most 1 times { send hi }', 'send hi'],
    ['J0512', 'repeat every 1d, at most 0 times { send hi }', ''],
    ['J0513', 'parallel { branch { send hi } }', 'send hi'],
    [
      'J0514',
      'try { crm.find_deal(person: customer) }',
      'try { crm.find_deal(person: customer) } retry 3 times every 10m',
    ],
    ['J0515', 'if opened(hi) { send hi } else { }', 'if opened(hi) { send hi }'],
    ['J0515', 'if opened(hi) { } else { send hi }', 'if not (opened(hi)) { send hi }'],
    ['J0516', 'send hi\n  repeat every 1d, at most 3 times { }', 'send hi'],
    ['J0516', 'send hi\n  parallel { branch x { } branch { } }', 'send hi'],
    [
      'J0517',
      'send hi\n  crm.find_deal(person: customer)\n  send hi',
      'send hi\n  crm.find_deal(person: customer)',
    ],
  ])('%s: %j', async (code, text, after) => {
    expect(await fixedSteps(text, code)).toBe(after);
  });

  test.each([
    ['J0509', 'split { 50% x { stop } 50% holdout { } }'],
    ['J0511', 'split { 90% x { send hi } 10% holdout { crm.find_deal(person: customer) } }'],
    ['J0512', 'repeat every 1d, at most 2 times { send hi }'],
    ['J0514', 'try { crm.find_deal(person: customer) } on failure { stop }'],
    ['J0515', 'if opened(hi) { stop } else { /* they get nothing */ }'],
    ['J0515', 'switch { when opened(hi) { } otherwise { stop } }'],
    ['J0516', 'repeat every 1d, at most 3 times { nonsense() }'],
    ['J0517', 'send hi wait 1d send hi'],
    ['J0517', 'send hi send more'],
    ['J0517', 'send hi to customer if opened(hi) { send hi }'],
  ])('%s is silent about %s', async (code, text) => {
    await silent(steps(text), code);
  });

  test('are not unwrapped where a comment would be lost', async () => {
    await expect(fixed(steps('parallel { // one\n branch { send hi } }'), 'J0513')).rejects.toThrow(
      'has no fix',
    );
  });
});

describe('the same message from two automations', () => {
  const two = (first: string, second: string): string =>
    journey(`stage s {\n  automation a "One" { ${first} }\n  automation b { ${second} }\n}`);
  const found = async (first: string, second: string): Promise<string[]> =>
    findings(two(first, second), /J0542/);

  test('is sent twice where both begin with the same event', async () => {
    const source = two(
      'on crm.deal_won send hi',
      'on crm.deal_lost or crm.deal_won as deal send more send hi',
    );
    expect(await findings(source, /J0542/)).toEqual([
      '12:69 J0542 The automation "One" sends "hi" on the same event already, so customers get it twice; send it once.',
    ]);
    expect(await fixed(source, 'J0542')).toContain('send more }');
  });

  test.each([
    ['on crm.deal_won send hi', 'on crm.deal_lost send hi'],
    ['on crm.deal_won send hi', 'on crm.deal_won wait 1d send hi'],
    ['on crm.deal_won send hi', 'on crm.deal_won send more'],
    [
      'on crm.deal_won as d where d.title == "A" send hi',
      'on crm.deal_won as d where d.title == "B" send hi',
    ],
    ['on crm.deal_won send hi', 'on crm.deal_won if opened(more) { send hi }'],
    ['manually send hi', 'manually send hi'],
  ])('is none in %s and %s', async (first, second) => {
    expect(await found(first, second)).toEqual([]);
  });

  test('a condition that only one of them has spares nobody for whom it holds', async () => {
    expect(
      await found('on crm.deal_won as d where d.title == "A" send hi', 'on crm.deal_won send hi'),
    ).toHaveLength(1);
  });
});

describe('stages that nothing leads to', () => {
  const MOVES = 'stage s { automation a { on crm.deal_won move to t } } stage t';
  const CHASE = 'automation chase { on crm.deal_lost send hi }';
  const found = async (members: string): Promise<string[]> => findings(journey(members), /J0543/);

  test('are found where automations move customers', async () => {
    expect(await found(`${MOVES}\n  stage u "Late" { ${CHASE} }`)).toEqual([
      '11:3 J0543 No customer ever comes to "Late": say enter on … in it, or move to it from an automation.',
    ]);
    expect(await found(`${MOVES}\n  stage u { kpi stay = median(u.entered -> u.left) }`)).toHaveLength(1);
  });

  test('are none in a map, nor where something leads there', async () => {
    expect(await found(`stage s stage u { ${CHASE} }`)).toEqual([]);
    expect(await found(`${MOVES} stage u { touchpoint page on web }`)).toEqual([]);
    expect(await found(`${MOVES} stage u { enter on crm.deal_lost ${CHASE} }`)).toEqual([]);
    expect(await found(`${MOVES} stage u { ${CHASE} automation on_hand { manually move to u } }`)).toEqual(
      [],
    );
    expect(
      await found(
        `${MOVES} stage u { ${CHASE} } stage v { enter on crm.deal_updated automation w { on v.entered move to u } }`,
      ),
    ).toEqual([]);
  });
});

describe('waits', () => {
  test.each([
    ['J0523', 'wait 0d\n  send hi', 'send hi'],
    ['J0523', 'wait 0 business days\n  send hi', 'send hi'],
    [
      'J0525',
      'wait for crm.deal_won as deal\n  send hi',
      'wait for crm.deal_won as deal up to 3d\n  send hi',
    ],
    [
      'J0525',
      'wait for (opened(hi) or crm.deal_won)\n  send hi',
      'wait for (opened(hi) or crm.deal_won) up to 3d\n  send hi',
    ],
    [
      'J0526',
      'wait for crm.deal_won { timeout { exit } }',
      'wait for crm.deal_won up to 3d { timeout { exit } }',
    ],
    ['J0529', 'send hi\n  wait 2d', 'send hi'],
    [
      'J0529',
      'send hi\n  if opened(hi) { stop } else { send more wait 1d }',
      'send hi\n  if opened(hi) { stop } else { send more }',
    ],
  ])('%s: %j', async (code, text, after) => {
    expect(await fixedSteps(text, code)).toBe(after);
  });

  test.each([
    ['J0523', 'wait 1h send hi'],
    ['J0524', 'repeat every 1d until crm.deal_won { send hi }'],
    ['J0529', 'repeat every 1d until crm.deal_won { send hi wait 1d }'],
    ['J0529', 'wait for crm.deal_won up to 2d { timeout { send hi } }'],
  ])('%s is silent about %s', async (code, text) => {
    await silent(steps(text), code);
  });

  const nurture = (within: string, waits: string, more = ''): string =>
    journey(
      `goal crm.deal_won within ${within}\n  stage s { automation a { on crm.deal_created ${waits} send hi } }${more}`,
    );

  test('add up to more than the goal counts', async () => {
    const result = await fixed(nurture('7d', 'wait 4d send more wait 4d'), 'J0527');
    expect(result).toContain('goal crm.deal_won within 8d');
    await silent(result, 'J0527');
    await silent(nurture('7d', 'wait 4d send more if opened(more) { wait 2d send more } wait 3d'), 'J0527');
    await silent(nurture('30d', 'wait 4d send more wait 4d'), 'J0527');
  });

  test('may be long where the goal is behind', async () => {
    await silent(
      journey('goal crm.deal_won within 7d stage s { automation a { on crm.deal_won wait 90d send hi } }'),
      'J0527',
    );
    await silent(
      journey(
        'goal crm.deal_won within 7d stage s { enter on crm.deal_won } stage t { automation a { on crm.deal_updated wait 90d send hi } }',
      ),
      'J0527',
    );
  });
});

describe('moments', () => {
  const booked = 'on calendar.booked as meeting';
  test.each([
    ['at 1h before meeting.start', 'at 1d before meeting.start'],
    ['at 08:00 on day of meeting.start', 'at 07:00 on day of meeting.start'],
    ['at 08:00 on day of meeting.start', 'at 2d before meeting.start'],
    ['at 09:00 1d before meeting.start', 'at 10:00 2d before meeting.start'],
    ['at 1d after meeting.start', 'at meeting.start'],
  ])('%s, then %s, are in the wrong order', async (first, second) => {
    const text = `${first} { send hi }\n  ${second} { send more }`;
    expect(await fixedSteps(text, 'J0528', booked)).toBe(`${second} { send more }\n  ${first} { send hi }`);
  });

  test.each([
    ['at 1d before meeting.start', 'at 1h before meeting.start'],
    ['at 1d before meeting.start', 'at 08:00 on day of meeting.start'],
    ['at 1h before meeting.start', 'at 08:00 on day of meeting.start'],
    ['at 1h before meeting.end', 'at 1d before meeting.start'],
    ['at 1h before meeting.start', 'at 1h before meeting.start'],
  ])('%s, then %s, may be right', async (first, second) => {
    await silent(steps(`${first} { send hi }\n  ${second} { send more }`, booked), 'J0528');
  });
});

describe('engagement', () => {
  const offer = 'message offer via wa category marketing { template offer language en text "Come in!" }\n';

  test('is asked of who reports it', async () => {
    const asked = offer + steps('send offer wait for clicked(offer) up to 2d');
    expect(await fixed(asked, 'J0521')).toContain('wait for opened(offer) up to 2d');
    for (const known of ['sent', 'failed', 'delivered', 'opened', 'replied'])
      await silent(offer + steps(`send offer wait 1d if ${known}(offer) { stop }`), 'J0521');
    expect(await codes(offer + journey('kpi k = count(bounced(offer))'))).toContain('J0521');
  });

  test.each([
    'send hi wait 1d if opened(hi) { stop }',
    'if happened(crm.deal_won) { send hi } wait 1d if opened(hi) { send more }',
    'repeat every 1d until opened(hi), at most 3 times { send hi }',
    'parallel { branch { send hi } branch { wait for opened(hi) up to 1d } }',
    'run other wait 1d if opened(hi) { send more }',
  ])('may be asked for in %s', async (text) => {
    await silent(`${steps(text)}automation other(who: contact) { send hi }`, 'J0522');
  });

  test('may be asked for where another automation that starts with this one sends', async () => {
    const stage = (trigger: string): string =>
      journey(
        `stage s { automation a { on crm.deal_won send hi } automation b { on ${trigger} wait 1d if opened(hi) { send more } } }`,
      );
    await silent(stage('crm.deal_won'), 'J0522');
    await silent(stage('opened(hi)'), 'J0522');
    expect(await codes(stage('crm.deal_lost'))).toContain('J0522');
  });
});

describe('triggers and moves', () => {
  test('are not repeated', async () => {
    expect(await fixed(steps('send hi', 'on crm.deal_won or crm.deal_won'), 'J0518')).toBe(
      steps('send hi', 'on crm.deal_won'),
    );
    expect(await fixedSteps('send hi\n  move to s', 'J0519', 'on s.entered')).toBe('send hi');
    expect(await fixedSteps('move to s\n  send hi\n  move to s', 'J0520')).toBe('move to s\n  send hi');
  });

  test('may come back later', async () => {
    await silent(steps('move to s wait 1d move to s'), 'J0520');
    await silent(steps('wait 5d move to s', 'on s.entered'), 'J0519');
    await silent(
      journey(
        'stage s { enter on crm.deal_won as d where d.value > 5 ILS automation a { on crm.deal_won move to s } }',
      ),
      'J0520',
    );
  });
});
