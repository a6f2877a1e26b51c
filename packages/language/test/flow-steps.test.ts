import { describe, expect, test } from 'vitest';
import { allSteps, automationsOf, type Step } from '@journey/model';
import { fixed } from './support/fixes.ts';
import { modelOf, say } from './support/say.ts';
import { findings } from './support/workspace.ts';

const SYSTEMS = `system crm uses pipedrive
system mail uses smoove
system calendar uses google_calendar
message hi via mail { subject "Hi" body "Welcome! https://shop.example.com/a https://shop.example.com/b" }
message more via mail { subject "More" body "There is more." }
`;

const journey = (steps: string, rules = ''): string =>
  `${SYSTEMS}journey j {\n  timezone "Asia/Jerusalem"\n  week sunday-thursday 09:00-17:00\n  ${rules}\n  stage s {\n    automation a {\n      on calendar.booked as meeting\n      ${steps}\n    }\n  }\n}\n`;

async function stepsOf(text: string, rules = ''): Promise<readonly Step[]> {
  const { journeys } = await modelOf(journey(text, rules), ['J0529']);
  return journeys.flatMap(automationsOf)[0]?.automation.steps ?? [];
}

async function wait(text: string, rules = ''): Promise<string> {
  const [step] = await stepsOf(text, rules);
  if (step?.kind !== 'wait') throw new Error('no wait');
  return say(step.wait);
}

const TEN = '{hour: 10, minute: 0}';

describe('a wait until', () => {
  test.each([
    ['wait until 10:00', `{kind: until, clock: ${TEN}}`],
    ['wait until weekday 10:00', `{kind: until, days: business, clock: ${TEN}}`],
    ['wait until tuesday, friday', '{kind: until, days: [tuesday, friday]}'],
    ['wait until 09:00-10:00', `{kind: opening, of: {kind: hours, from: {hour: 9, minute: 0}, to: ${TEN}}}`],
    [
      'wait until thursday-saturday 09:00-10:00 in customer.timezone',
      `{kind: opening, of: {kind: hours, days: [thursday, friday, saturday], from: {hour: 9, minute: 0}, to: ${TEN}}, zone: {kind: field, of: {kind: customer}, field: timezone}}`,
    ],
    ['wait until business hours', '{kind: opening, of: {kind: business}}'],
    [
      'wait until 2027-03-28',
      '{kind: moment, moment: {kind: exact, anchor: {kind: date, value: 2027-03-28}}}',
    ],
    [
      'wait until 10:00 on day of meeting.start',
      `{kind: moment, moment: {kind: onDay, clock: ${TEN}, anchor: {kind: field, of: {kind: variable, name: meeting}, field: start}}}`,
    ],
  ])('%s', async (text, expected) => {
    expect(await wait(text)).toBe(expected);
  });

  test('the hours for sending needs some', async () => {
    expect(await wait('wait until sending hours', 'quiet 21:00-08:00')).toBe(
      '{kind: opening, of: {kind: sending}}',
    );
    expect(await findings(journey('wait until sending hours\nsend hi'), /J0540/)).toHaveLength(1);
  });

  test('a moment before another, and for an event up to a moment', async () => {
    expect(await wait('wait until 1d before meeting.start')).toContain(
      'offset: {parts: [{amount: 1, unit: d}]}, direction: before',
    );
    const text = 'wait for crm.deal_won until 1d before meeting.start { timeout { send hi } }';
    expect(await wait(text)).toContain('by: {kind: relative, offset: ');
  });
});

describe('what is done where one step fails', () => {
  test('is a try of that step', async () => {
    const [step] = await stepsOf(
      'send hi retry 3 times every 10m doubling up to 2h on failure { notify sales "No mail" }',
    );
    if (step?.kind !== 'try') throw new Error('no try');
    const { steps, onFailure, id, retries, every, doubling } = step;
    expect([...steps, ...onFailure].map((each) => each.id)).toEqual(['send:hi', 'notify:sales']);
    expect(say({ id, retries, every, doubling })).toBe(
      '{id: try: send: hi, retries: 3, every: {parts: [{amount: 10, unit: m}]}, doubling: {upTo: {parts: [{amount: 2, unit: h}]}}}',
    );
  });

  test('may stand behind messages, actions, values and runs', async () => {
    const steps = await stepsOf(
      'let deal = crm.find_deal(person: customer) on failure { stop }\n crm.add_note(deal: deal, text: "x") retry 2 times\n run b retry 2 times } automation b { manually send more',
    );
    expect([...allSteps(steps)].map(({ id }) => id)).toEqual([
      'try:let:deal',
      'let:deal',
      'stop',
      'try:crm.add_note',
      'crm.add_note',
      'try:run:b',
      'run:b',
    ]);
  });

  test('a value is set only where it didn’t fail, unless a failure ends it', async () => {
    const use = (recovery: string): string =>
      journey(`let deal = crm.find_deal(person: customer) ${recovery}\n crm.add_note(deal: deal, text: "x")`);
    expect(await findings(use('retry 3 times'), /J0503/)).toHaveLength(1);
    expect(await findings(use('retry 3 times on failure { stop }'), /J0503/)).toEqual([]);
  });
});

describe('branches', () => {
  const split = (branches: string): string => `send hi\nwait 2d\nsplit by engagement with hi { ${branches} }`;

  test('by what the customer did with a message, from top to bottom', async () => {
    const steps = await stepsOf(split('clicked { send more } opened { stop } otherwise { exit }'));
    expect(say({ ...steps[2], source: undefined })).toBe(
      '{kind: switch, engagementWith: hi, cases: [{steps: [{kind: send, message: more, arguments: [], id: send: more}], condition: {kind: engagement, engagement: clicked, message: hi}}, {steps: [{kind: stop, id: stop}], condition: {kind: engagement, engagement: opened, message: hi}}], otherwise: {steps: [{kind: exit, id: exit}]}, id: split}',
    );
  });

  test('with the stronger reaction first', async () => {
    const wrong = journey(split('opened { stop } clicked { send more }'));
    expect(await fixed(wrong, 'J0537')).toBe(journey(split('clicked { send more } opened { stop }')));
    expect(
      await findings(journey(split('clicked { stop } opened { send more } bounced { stop }')), /J0537/),
    ).toEqual([]);
  });

  test('by the link that was clicked, above a click on any', async () => {
    const link = 'clicked link "https://shop.example.com/a" { stop }';
    const steps = await stepsOf(split(`${link} clicked { exit }`));
    expect(say({ ...steps[2], source: undefined })).toContain(
      'condition: {kind: engagement, engagement: clicked, message: hi, link: https: //shop.example.com/a}}',
    );
    const wrong = journey(split(`clicked { exit } ${link}`));
    expect(await fixed(wrong, 'J0537')).toBe(journey(split(`${link} clicked { exit }`)));
    const two = `${link} clicked link "https://shop.example.com/b" { exit } opened { stop }`;
    expect(await findings(journey(split(two)), /J053/)).toEqual([]);
    expect(await findings(journey(split(`opened { exit } ${link}`)), /J0537/)).toHaveLength(1);
    expect(await findings(journey(split(`${link} ${link}`)), /J05/)).toHaveLength(1);
    expect(await findings(journey(split('opened link "https://a.example" { stop }')), /J01/)).not.toEqual([]);
  });

  test('about a message that was sent, and each reaction once', async () => {
    expect(
      await findings(journey('split by engagement with more { opened { stop } }'), /J0522/),
    ).toHaveLength(1);
    expect(await findings(journey(split('opened { stop } opened { send more }')), /J05/)).toHaveLength(1);
  });

  test('side by side, until all, one or some are done', async () => {
    const first = async (join: string): Promise<string> =>
      say(
        (await stepsOf(`parallel ${join} { branch { wait 1d } branch { wait 2d } }`)).map((step) => ({
          first: 'first' in step ? step.first : 'all',
        })),
      );
    expect(await first('')).toBe('[{first: all}]');
    expect(await first('until all')).toBe('[{first: all}]');
    expect(await first('until any')).toBe('[{first: 1}]');
    expect(await first('until first 2')).toBe('[{first: 2}]');
    expect(
      await fixed(journey('parallel until first 3 { branch { wait 1d } branch { wait 2d } }'), 'J0538'),
    ).toContain('first 2 {');
  });
});

test('an automation may go before others', async () => {
  const { journeys } = await modelOf(journey('send hi').replace('on calendar', 'priority 10\n on calendar'));
  expect(journeys.flatMap(automationsOf)[0]?.automation.priority).toBe(10);
});
