import { describe, expect, test } from 'vitest';
import { simulate, type OccurringEvent } from '@journey/simulator';
import { compile, journeyOf, story } from './journeys.ts';

const DANA = { email: 'dana@example.com' };
const signsUp = (at: string, more = {}) => [at, 'signed_up', { ...DANA, ...more }] as const;

describe('goal and exits', () => {
  test('end the runs that began before them, wherever those wait', async () => {
    const text = journeyOf('wait 2d\nsend hello', 'goal shop.bought within 60d');
    expect(await story(text, [signsUp('2027-03-01T10:00'), ['2027-03-02T10:00', 'bought', DANA]])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-02 10:00 trial.second.entered',
      '2027-03-02 10:00 journey.goal_reached',
    ]);
  });

  test('an unsubscribe in the middle ends everything', async () => {
    const text = journeyOf('send news\nwait 2d\nsend hello', 'exit on shop.unsubscribed');
    expect(
      await story(text, [signsUp('2027-03-01T10:00'), ['2027-03-02T10:00', 'unsubscribed', DANA]]),
    ).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:news',
      '2027-03-02 10:00 journey.exited (shop.unsubscribed)',
    ]);
  });

  test('without an exit it holds back marketing, and nothing else', async () => {
    const text = journeyOf('wait 2d\nsend news\nsend hello');
    expect(
      await story(text, [signsUp('2027-03-01T10:00'), ['2027-03-02T10:00', 'unsubscribed', DANA]]),
    ).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-03 10:00 spared:news (consent withdrawn)',
      '2027-03-03 10:00 sent:hello',
    ]);
  });
});

describe('policy', () => {
  test('quiet hours, closed days and sending hours defer to the next opening', async () => {
    const policy = 'quiet 21:00-08:00\n  closed friday 14:00 - saturday 20:00\n  closed on "2027-03-08"';
    const sent = async (at: string) => (await story(journeyOf('send hello', policy), [signsUp(at)])).slice(1);
    expect(await sent('2027-03-02T22:00')).toEqual([
      '2027-03-02 22:00 deferred:hello (quiet hours)',
      '2027-03-03 08:00 sent:hello',
    ]);
    expect((await sent('2027-03-05T15:00')).at(-1)).toBe('2027-03-06 20:00 sent:hello');
    expect((await sent('2027-03-08T12:00')).at(-1)).toBe('2027-03-09 08:00 sent:hello');
    const window = journeyOf('send hello', 'send sunday-thursday 08:30-20:30');
    expect((await story(window, [signsUp('2027-03-04T21:00')])).at(-1)).toBe('2027-03-07 08:30 sent:hello');
  });

  test('a list of weekdays and a range of closed dates defer past all that they name', async () => {
    const listed = journeyOf(
      'send hello',
      'send monday, wednesday 10:00-12:00\n  closed on 2027-03-08 - 2027-03-12',
    );
    expect((await story(listed, [signsUp('2027-03-01T13:00')])).at(-1)).toBe('2027-03-03 10:00 sent:hello');
    expect((await story(listed, [signsUp('2027-03-03T13:00')])).at(-1)).toBe('2027-03-15 10:00 sent:hello');
  });

  test('hours may be for a channel or a system, and in the customer’s zone', async () => {
    const sent = async (policy: string, at: string, more = {}) =>
      (await story(journeyOf('send hello', policy), [signsUp(at, more)])).at(-1);
    expect(await sent('quiet 21:00-08:00 on sms', '2027-03-02T22:00')).toBe('2027-03-02 22:00 sent:hello');
    expect(await sent('quiet 21:00-08:00 on sms, shop', '2027-03-02T22:00')).toBe(
      '2027-03-03 08:00 sent:hello',
    );
    // The narrowest send windows take the place of the others.
    const windows = 'send 09:00-10:00\n  send 11:00-12:00 on email\n  send 13:00-14:00 on shop';
    expect(await sent(windows, '2027-03-02T09:30')).toBe('2027-03-02 13:00 sent:hello');
    expect(await sent(windows.replace('shop', 'sms'), '2027-03-02T09:30')).toBe(
      '2027-03-02 11:00 sent:hello',
    );
    const theirs = 'quiet 21:00-08:00 in customer.timezone';
    const newYork = { timezone: 'America/New_York' };
    expect(await sent(theirs, '2027-03-02T22:00', newYork)).toBe('2027-03-02 22:00 sent:hello');
    expect(await sent(theirs, '2027-03-02T10:00', newYork)).toBe('2027-03-02 15:00 sent:hello');
    expect(await sent(theirs, '2027-03-02T22:00', { timezone: 'Nowhere' })).toBe(
      '2027-03-03 08:00 sent:hello',
    );
  });

  test('a cap holds back marketing and counts all; consent that is required must be given', async () => {
    const steps = 'send hello\nsend news\nsend offer\nwait 1d\nsend offer';
    expect(await story(journeyOf(steps, 'cap 2 messages per 1d'), [signsUp('2027-03-01T10:00')])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:hello',
      '2027-03-01 10:00 sent:news',
      '2027-03-01 10:00 spared:offer (cap of 2 messages)',
      '2027-03-02 10:00 sent:offer',
    ]);
    const required = journeyOf('send news', 'consent marketing required');
    expect((await story(required, [signsUp('2027-03-01T10:00')])).at(-1)).toContain('(no consent)');
    expect((await story(required, [signsUp('2027-03-01T10:00', { consent: true })])).at(-1)).toContain(
      'sent:',
    );
  });

  test('re-entry refuses what comes too early; a report that comes twice is one', async () => {
    const text = journeyOf('send hello', 'reentry after 10d');
    expect(
      await story(text, [
        signsUp('2027-03-01T10:00'),
        signsUp('2027-03-05T10:00'),
        signsUp('2027-03-12T10:00', { event_id: 'same' }),
        signsUp('2027-03-12T10:05', { event_id: 'same' }),
      ]),
    ).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:hello',
      '2027-03-05 10:00 run.refused (re-entry)',
      '2027-03-12 10:00 run.started',
      '2027-03-12 10:00 sent:hello',
    ]);
  });
});

describe('triggers', () => {
  test('a date of a thing: so long before it, moved with it', async () => {
    const text = journeyOf('send hello', '', '30d before shop.booked.until as parcel');
    const booked = ['2027-01-10T10:00', 'booked', { ...DANA, id: 'p', until: '2027-04-01T09:00' }] as const;
    expect(await story(text, [booked])).toEqual([
      '2027-03-02 09:00 30d before shop.booked.until',
      '2027-03-02 09:00 run.started',
      '2027-03-02 09:00 sent:hello',
    ]);
    const moved = ['2027-02-10T10:00', 'moved', { id: 'p', until: '2027-05-01T09:00' }] as const;
    expect((await story(text, [booked, moved])).at(-1)).toBe('2027-04-01 09:00 sent:hello');
    const cancelled = ['2027-02-10T10:00', 'cancelled', { id: 'p', until: '2027-05-01T09:00' }] as const;
    expect(await story(text, [booked, cancelled])).toEqual([]);
  });

  test('a segment that somebody comes into', async () => {
    const text = journeyOf('send hello', '', 'when in gold');
    expect(
      await story(text, [
        signsUp('2027-03-01T10:00', { full_name: 'Dana', language: 'en' }),
        signsUp('2027-03-02T10:00', { full_name: 'Dana', language: 'he' }),
        signsUp('2027-03-03T10:00', { full_name: 'Dana', language: 'he' }),
      ]),
    ).toEqual([
      '2027-03-02 10:00 segment gold.entered',
      '2027-03-02 10:00 run.started',
      '2027-03-02 10:00 sent:hello',
    ]);
  });

  test('a schedule, for everybody on the journey', async () => {
    const text = journeyOf('send hello', 'exit on shop.unsubscribed', 'every monday, thursday at 09:00');
    const events = [signsUp('2027-03-01T10:00'), ['2027-03-05T10:00', 'unsubscribed', DANA]] as const;
    expect(await story(text, events, { until: '2027-03-20T00:00' })).toEqual([
      '2027-03-04 09:00 schedule:trial.first.only',
      '2027-03-04 09:00 run.started',
      '2027-03-04 09:00 sent:hello',
      '2027-03-05 10:00 journey.exited (shop.unsubscribed)',
    ]);
  });

  test('by hand, a stage that is come to, and another automation', async () => {
    const manual = journeyOf('send hello', '', 'manually');
    expect((await story(manual, [['2027-03-01T10:00', 'manual:trial.first.only', DANA]])).at(-1)).toBe(
      '2027-03-01 10:00 sent:hello',
    );
    const stages = `
automation later "Later"(person: contact) { wait 1d
 send hello to person }
journey trial "Trial" {
  timezone "Asia/Jerusalem"
  stage first "First" { automation one "One" { on shop.signed_up as lead
    run later(person: lead)
    move to second } }
  stage second "Second" { automation two "Two" { on second.entered
    send news } }
}`;
    expect(await story(stages, [signsUp('2027-03-01T10:00')])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 run.asked',
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 journey.moved',
      '2027-03-01 10:00 trial.second.entered',
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:news',
      '2027-03-02 10:00 sent:hello',
    ]);
  });
});

describe('a journey that takes only so many', () => {
  const comes = (at: string, who: string) =>
    ({ at, name: 'shop.signed_up', data: { email: `${who}@example.com`, full_name: who } }) as const;
  const leaves = (at: string, who: string) => ({
    at,
    name: 'shop.bought',
    data: { email: `${who}@example.com` },
  });
  /** Who was told hello when, or turned away. */
  async function door(limits: string, events: readonly OccurringEvent[]): Promise<string[]> {
    const model = await compile(journeyOf('send hello', `${limits}\n  goal shop.bought`));
    const { history, customers } = simulate(model, { events, until: '2027-06-01T00:00' });
    const nameOf = (id: string): unknown => customers.find((one) => one.id === id)?.fields['full_name'];
    return history
      .filter(({ name }) => ['sent:hello', 'journey.turned_away'].includes(name))
      .map(
        (entry) =>
          `${new Date(entry.at).toISOString().slice(5, 16)} ${String(nameOf(entry.customer))} ${entry.name}`,
      );
  }

  test('at once: the others wait for somebody to leave, in the order in which they came', async () => {
    const events = [
      comes('2027-03-01T10:00', 'Ada'),
      comes('2027-03-01T11:00', 'Ben'),
      comes('2027-03-01T12:00', 'Cleo'),
      comes('2027-03-01T13:00', 'Ben'),
      leaves('2027-03-02T10:00', 'Ada'),
      leaves('2027-03-03T10:00', 'Ben'),
    ];
    expect(await door('entries at most 1 at once, then wait', events)).toEqual([
      '03-01T08:00 Ada sent:hello',
      '03-02T08:00 Ben sent:hello',
      '03-03T08:00 Cleo sent:hello',
    ]);
    expect(await door('entries at most 1 at once', events)).toEqual([
      '03-01T08:00 Ada sent:hello',
      '03-01T09:00 Ben journey.turned_away',
      '03-01T10:00 Cleo journey.turned_away',
      '03-01T11:00 Ben journey.turned_away',
    ]);
  });

  test('within a time: the others wait for it to pass, and who gives up has not come', async () => {
    const events = [
      comes('2027-03-01T10:00', 'Ada'),
      comes('2027-03-01T11:00', 'Ben'),
      comes('2027-03-01T12:00', 'Cleo'),
      comes('2027-03-01T13:00', 'Dan'),
      leaves('2027-03-01T14:00', 'Cleo'),
      comes('2027-03-01T15:00', 'Ada'),
    ];
    expect(await door('entries at most 2 per 1d, then wait', events)).toEqual([
      '03-01T08:00 Ada sent:hello',
      '03-01T09:00 Ben sent:hello',
      // Who is on the journey doesn't come to its door again.
      '03-01T13:00 Ada sent:hello',
      '03-02T08:00 Dan sent:hello',
    ]);
  });
});

test('of messages that wait for one moment, those of the higher priority go first: of the journey, then of the automation', async () => {
  const sends = (message: string, priority: string): string =>
    `automation sends_${message} "Sends" { ${priority} on shop.signed_up send ${message} }`;
  const journey = (id: string, priority: string, automations: string): string =>
    `journey ${id} "J" { timezone "Asia/Jerusalem" quiet 21:00-08:00 cap 1 message per 1d ${priority} stage only "Only" { ${automations} } }`;
  const last = async (text: string) => (await story(text, [signsUp('2027-03-02T22:00')])).slice(-2);
  expect(await last(journey('one', '', sends('news', 'priority 1') + sends('offer', 'priority 2')))).toEqual([
    '2027-03-03 08:00 sent:offer',
    '2027-03-03 08:00 spared:news (cap of 1 messages)',
  ]);
  const two =
    journey('one', '', sends('news', 'priority 9')) + journey('two', 'priority 1', sends('offer', ''));
  expect(await last(two)).toEqual([
    '2027-03-03 08:00 sent:offer',
    '2027-03-03 08:00 spared:news (cap of 1 messages)',
  ]);
});

test('the same events give the same history, however many customers', async () => {
  const model = await compile(
    journeyOf(
      'wait 1d\nsplit { 50% a { send hello } 50% b { send news } }\nwait for shop.bought up to 9d\nsend offer',
      'quiet 21:00-08:00\n  cap 1 message per 1d',
    ),
  );
  const events = Array.from({ length: 200 }, (_, n) => ({
    at: `2027-03-01T${String(n % 24).padStart(2, '0')}:00`,
    name: 'shop.signed_up',
    data: { email: `customer-${n}@example.com` },
  }));
  const once = simulate(model, { events, until: '2027-06-01T00:00' });
  expect(simulate(model, { events, until: '2027-06-01T00:00' })).toEqual(once);
  expect(once.customers).toHaveLength(200);
  expect(
    new Set(once.history.filter(({ name }) => name === 'sent:offer').map(({ customer }) => customer)).size,
  ).toBeGreaterThan(150);
});
