import { describe, expect, test } from 'vitest';
import { automationsOf } from '@journey/model';
import { fixed } from './support/fixes.ts';
import { modelOf, say } from './support/say.ts';
import { findings, open } from './support/workspace.ts';

const SYSTEMS = `system crm uses pipedrive
system mail uses smoove
connector contracts_db "Contracts" { record contract { end: date, signed: date } }
system policies uses contracts_db
segment gold "Gold" where customer.language == "he"
message hi via mail { subject "Hi" body "Welcome!" }
`;

const journey = (members: string, automation = ''): string =>
  `${SYSTEMS}journey j {\n  timezone "Asia/Jerusalem"\n  ${members}\n  stage s {\n    automation a {\n      ${automation}\n      send hi\n    }\n  }\n}\n`;

async function trigger(text: string): Promise<string> {
  const { journeys } = await modelOf(journey('', text));
  return say(journeys.flatMap(automationsOf)[0]?.automation.triggers[0]);
}

describe('a schedule in words', () => {
  test.each([
    ['every day at 09:00', '{kind: daily}', '[{hour: 9, minute: 0}]'],
    [
      'every weekday at 09:00, 17:30',
      '{kind: businessDays}',
      '[{hour: 9, minute: 0}, {hour: 17, minute: 30}]',
    ],
    ['every monday, thursday', '{kind: weekdays, weekdays: [monday, thursday]}', '[]'],
    ['every 2w', '{kind: interval, every: {parts: [{amount: 2, unit: w}]}}', '[]'],
    [
      'every month on day 1, 15',
      '{kind: calendar, period: month, days: [{kind: number, day: 1}, {kind: number, day: 15}]}',
      '[]',
    ],
    [
      'every month on last day',
      '{kind: calendar, period: month, days: [{kind: ordinal, ordinal: last, of: day}]}',
      '[]',
    ],
    [
      'every quarter on first weekday',
      '{kind: calendar, period: quarter, days: [{kind: ordinal, ordinal: first, of: businessDay}]}',
      '[]',
    ],
    [
      'every year on 21 march, last friday of november',
      '{kind: calendar, period: year, days: [{kind: number, day: 21, month: 3}, {kind: ordinal, ordinal: last, of: friday, month: 11}]}',
      '[]',
    ],
    [
      'every year on policies.contract.signed',
      '{kind: anniversary, period: year, of: {kind: field, of: {kind: record, system: policies, record: contract}, field: signed}}',
      '[]',
    ],
  ])('%s', async (text, recurrence, at) => {
    expect(await trigger(text)).toBe(`{kind: schedule, recurrence: ${recurrence}, at: ${at}}`);
  });

  test('on one date', async () => {
    expect(await trigger('once on 2027-05-03 at 10:00 in customer.timezone')).toBe(
      '{kind: schedule, recurrence: {kind: daily}, at: [{hour: 10, minute: 0}], zone: {kind: field, of: {kind: customer}, field: timezone}, from: 2027-05-03, until: 2027-05-03}',
    );
    expect(await findings(journey('', 'once on 2027-02-30'), /J03/)).toHaveLength(1);
  });

  test('has a first and a last day, and may be in the customer’s zone', async () => {
    expect(
      await trigger('every monday at 09:00 in customer.timezone from 2027-01-04 until 2027-06-30'),
    ).toContain(
      'zone: {kind: field, of: {kind: customer}, field: timezone}, from: 2027-01-04, until: 2027-06-30',
    );
  });
});

describe('what else starts things', () => {
  test('a date of a record, with the time of day behind a comma', async () => {
    expect(await trigger('7d before policies.contract.end, at 09:00')).toContain(
      'direction: before, anchor: {kind: field, of: {kind: record, system: policies, record: contract}, field: end}, clock: {hour: 9, minute: 0}',
    );
    expect(await trigger('on day of policies.contract.end, at 09:00')).toContain(
      'moment: {kind: onDay, clock: {hour: 9',
    );
  });

  test('a step at a time of day is no part of the trigger', async () => {
    const { journeys } = await modelOf(
      journey('', '7d before policies.contract.end\n at 09:00 on day of policies.contract.end { stop }'),
    );
    expect(journeys.flatMap(automationsOf)[0]?.automation.steps.map(({ id }) => id)).toEqual([
      'at:09:00',
      'send:hi',
    ]);
  });

  test('coming to belong to a segment, and no longer belonging to it', async () => {
    expect(await trigger('when in gold')).toBe('{kind: segment, segment: gold, change: joins}');
    expect(await trigger('when not in gold where known(customer.email)')).toContain(
      'change: leaves, where: ',
    );
  });

  test('a person or a program, with values that the steps know', async () => {
    expect(await trigger('manually')).toBe('{kind: manual, by: person, parameters: []}');
    const text = 'when called(order: text, total: number = 3) where total > 5 if order != "x" { stop }';
    expect(await trigger(text)).toContain('{kind: manual, by: program, parameters: [{name: order');
    expect(await findings(journey('', 'manually if order != "" { stop }'), /J0201/)).toHaveLength(1);
  });

  test('another journey may start one, with the values that it takes', async () => {
    const enter = 'enter when called(plan: text, total?: money)';
    await modelOf(journey(enter, 'manually run j(plan: "x", total: 5 ILS)'));
    expect(await findings(journey(enter, 'manually run j(total: 5 ILS)'), /J03/)).toEqual([
      '12:16 J0303 "j" needs "plan" as well.',
    ]);
    expect(await findings(journey('', 'manually run j(plan: "x")'), /J03/)).toEqual([
      '12:22 J0302 "j" takes no "plan".',
    ]);
  });
});

test('closed days are whole where no time of day is said, and dates need no quotes', async () => {
  const closed = async (rule: string) =>
    say((await modelOf(journey(rule, 'manually'))).journeys[0]?.policy.closed);
  const [start, end] = ['{hour: 0, minute: 0}', '{hour: 24, minute: 0}'];
  expect(await closed('closed saturday')).toBe(
    `[{kind: weekly, from: {weekday: saturday, time: ${start}}, to: {weekday: saturday, time: ${end}}}]`,
  );
  expect(await closed('closed friday 14:00 - saturday')).toContain(`to: {weekday: saturday, time: ${end}}`);
  expect(await closed('closed on 2027-12-25, 2027-12-26 yearly')).toBe(
    '[{kind: dates, dates: [2027-12-25, 2027-12-26], yearly: true}]',
  );
});

test('a range of closed dates is all of its days, over the end of a year too', async () => {
  const closed = async (rule: string) =>
    say((await modelOf(journey(rule, 'manually'))).journeys[0]?.policy.closed);
  expect(await closed('closed on 2027-12-30 - 2028-01-01, 2027-04-21 yearly')).toBe(
    '[{kind: dates, dates: [2027-12-30, 2027-12-31, 2028-01-01, 2027-04-21], yearly: true}]',
  );
});

test('a send window is about a span of weekdays or a list of them', async () => {
  const weekdays = async (rule: string) =>
    say((await modelOf(journey(rule, 'manually'))).journeys[0]?.policy.sendWindows[0]?.weekdays);
  expect(await weekdays('send sunday-tuesday 09:00-18:00')).toBe('[sunday, monday, tuesday]');
  expect(await weekdays('send wednesday, monday, friday 10:00-12:00')).toBe('[wednesday, monday, friday]');
});

describe('who may come', () => {
  const rules = async (members: string) => (await modelOf(journey(members, 'manually'))).journeys[0];

  test('so many at once and so many in a time; the others wait or are left out', async () => {
    expect(
      say((await rules('entries at most 500 at once, at most 100 per 1d, then wait'))?.entryLimits),
    ).toBe(
      '[{customers: 500, overflow: wait}, {customers: 100, per: {parts: [{amount: 1, unit: d}]}, overflow: wait}]',
    );
    expect(say((await rules('entries at most 500 at once'))?.entryLimits)).toContain('overflow: drop');
  });

  test.each([
    ['reentry always', '{kind: always}'],
    [
      'reentry after 90d, at most 3 times',
      '{kind: after, duration: {parts: [{amount: 90, unit: d}]}, atMost: 3}',
    ],
    ['reentry after exit', '{kind: afterExit}'],
  ])('%s', async (text, expected) => {
    expect(say((await rules(text))?.reentry)).toBe(expected);
  });

  test('goals and exits may be segments, and conditions may ask for them', async () => {
    const found = await rules(
      'goal when in gold within 30d\n  exit when not in gold\n  enter on crm.deal_created where customer in gold',
    );
    expect(say(found?.goals)).toBe('[{events: [], segment: gold, within: {parts: [{amount: 30, unit: d}]}}]');
    expect(say(found?.exits)).toBe('[{kind: segment, segment: gold, change: leaves}]');
    expect(say(found?.enter[0]?.where)).toBe(
      '{kind: binary, operator: in, left: {kind: customer}, right: {kind: segment, segment: gold}}',
    );
    expect(await fixed(journey('', 'manually if gold { stop }'), 'J0309')).toContain(
      'if customer in gold { stop }',
    );
  });
});

describe('objections', () => {
  test.each([
    ['every month on day 31', 'J0531', 'every month on last day'],
    ['every month on day 32', 'J0530', 'every month on last day'],
    ['every year on 30 february', 'J0530', 'every year on 29 february'],
    ['every year on 29 february', 'J0531', 'every year on last day of february'],
    ['every month on 21 march', 'J0532', 'every year on 21 march'],
    ['every monday, friday, monday', 'J0534', 'every monday, friday'],
    ['every day at 09:00, 09:00', 'J0534', 'every day at 09:00'],
    ['every day from 2027-06-01 until 2027-01-01', 'J0533', 'every day from 2027-01-01 until 2027-06-01'],
  ])('%s', async (text, code, mended) => {
    const result = await fixed(journey('', text), code);
    expect(result).toBe(journey('', mended));
    expect((await open(result)).diagnostics.map((each) => each.code)).not.toContain(code);
  });

  test('days that every month has, and times in every zone, are none', async () => {
    for (const text of [
      'every month on day 28, last monday',
      'every year on 31 december',
      'every quarter on day 90',
    ])
      await modelOf(journey('', text));
  });

  test('a schedule in quiet hours is found at each of its times', async () => {
    expect(await findings(journey('quiet 21:00-08:00', 'every day at 09:00, 22:00'), /J0707/)).toHaveLength(
      1,
    );
    expect(
      await findings(journey('quiet 21:00-08:00', '7d before policies.contract.end, at 06:00'), /J0707/),
    ).toHaveLength(1);
    expect(
      await findings(journey('quiet 21:00-08:00', 'every day at 22:00 in customer.timezone'), /J0707/),
    ).toEqual([]);
  });
});

test('a version says on which one customers under way go on', async () => {
  const versionOf = async (text: string): Promise<string> => {
    const model = await modelOf(journey(text, 'on crm.deal_won'));
    return say(model.journeys[0]?.version);
  };
  expect(await versionOf('version 2 { under way: finish on 1 }')).toBe(
    '{number: 2, underWay: finish, on: 1}',
  );
  expect(await versionOf('version 3 { under way: move }')).toBe('{number: 3, underWay: move}');
  expect(await versionOf('version 3')).toBe('{number: 3, underWay: finish}');
});
