import { describe, expect, test } from 'vitest';
import { simulate } from '@journey/simulator';
import { draw } from '../src/policy/draw.ts';
import { compile, journeyOf, story } from './journeys.ts';

const SIGNS_UP = ['2027-03-01T10:00', 'signed_up', { email: 'dana@example.com' }] as const;

describe('waits', () => {
  test('a duration keeps the time of day over the change to summer time, hours don’t', async () => {
    const began = ['2027-03-25T10:00', 'signed_up', { email: 'dana@example.com' }] as const;
    expect(await story(journeyOf('wait 1d\nsend hello\nwait 24h\nsend news'), [began])).toEqual([
      '2027-03-25 10:00 run.started',
      '2027-03-26 10:00 sent:hello',
      '2027-03-27 10:00 sent:news',
    ]);
    expect(await story(journeyOf('wait 24h\nsend hello'), [began])).toContain('2027-03-26 11:00 sent:hello');
  });

  test('business days are those of the week; until a weekday is the next such moment', async () => {
    const thursday = ['2027-03-04T10:00', 'signed_up', { email: 'dana@example.com' }] as const;
    const steps = 'wait 1 business days\nsend hello\nwait until tuesday 10:00\nsend news';
    expect(await story(journeyOf(steps, 'week sunday-thursday'), [thursday])).toEqual([
      '2027-03-04 10:00 run.started',
      '2027-03-07 10:00 sent:hello',
      '2027-03-09 10:00 sent:news',
    ]);
  });

  test('for an event: it happens, it happened before, or the time is up', async () => {
    const steps = 'wait for shop.bought up to 3d { timeout { send news } }\nsend hello';
    const buys = (at: string) => [at, 'bought', { email: 'dana@example.com' }] as const;
    expect(await story(journeyOf(steps), [SIGNS_UP, buys('2027-03-03T12:00')])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-03 12:00 trial.second.entered',
      '2027-03-03 12:00 sent:hello',
    ]);
    expect(await story(journeyOf(`wait 4d\n${steps}`), [SIGNS_UP, buys('2027-03-03T12:00')])).toContain(
      '2027-03-05 10:00 sent:hello',
    );
    expect(await story(journeyOf(steps), [SIGNS_UP])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-04 10:00 sent:news',
      '2027-03-04 10:00 sent:hello',
    ]);
  });
});

describe('the best branch of a split', () => {
  const text = `
journey trial "Trial" {
  timezone "Asia/Jerusalem"
  stage only "Only" {
    automation tells "Tells" {
      on shop.signed_up
      split {
        45% first { send hello }
        45% second { send tip }
        10% holdout { stop }
        winner by WINNER
      }
    }
  }
}`;
  const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
  type Line = readonly [at: string, who: string, name: string];

  /** Which branch each took, and the winner where one was found, in order. */
  async function ways(winner: string, lines: readonly Line[]): Promise<string[]> {
    const model = await compile(text.replace('WINNER', winner));
    const { history } = simulate(model, {
      until: '2027-12-31T00:00',
      events: lines.map(([at, customer, name], index) => ({ at, customer, name, id: String(index) })),
    });
    return history
      .filter(({ name }) => /^(took|winner):/.test(name))
      .map(({ customer, name, data }) => `${customer || name.split(':')[0]} ${String(data?.['way'])}`);
  }
  const comes = (at: string, ...who: readonly string[]): Line[] =>
    who.map((one): Line => [at, one, 'shop.signed_up']);

  test('is taken by everybody who comes new once it is found; who has taken one stays in it', async () => {
    const drawn = await ways('shop.bought after 60d', comes('2027-03-01T10:00', ...people));
    const of = (way: string): string[] =>
      drawn.filter((line) => line.endsWith(way)).flatMap((line) => line.split(' ', 1));
    const [first, second] = [of(' first'), of(' second')];
    expect(first.length + second.length).toBeLessThan(people.length);
    expect(Math.min(first.length, second.length)).toBeGreaterThan(5);
    const [one = '', two = '', three = '', ...others] = first;
    const [four = '', five = '', six = ''] = second;
    const begun = [
      ...comes('2027-03-01T10:00', one, two, four, five),
      ['2027-03-02T10:00', four, 'shop.bought'] as const,
    ];
    const told = ['first', 'first', 'second', 'second'].map(
      (way, index) => `${[one, two, four, five][index] ?? ''} ${way}`,
    );
    const least = 'shop.bought after 3d, at least 2 each';
    // Before the time is up the draw decides; after it, the branch of which more have bought.
    expect(await ways(least, [...begun, ...comes('2027-03-04T09:59', three)])).toEqual([
      ...told,
      `${three} first`,
    ]);
    expect(await ways(least, [...begun, ...comes('2027-03-04T10:00', three, ...others, one)])).toEqual([
      ...told,
      'winner second',
      `${three} second`,
      ...others.map((other) => `${other} second`),
    ]);
    // It is found once: what happens later changes nothing.
    const late = [
      ['2027-03-05T10:00', one, 'shop.bought'] as const,
      ['2027-03-05T10:00', two, 'shop.bought'] as const,
    ];
    expect(
      await ways(least, [
        ...begun,
        ...comes('2027-03-04T10:00', three),
        ...late,
        ...comes('2027-03-06T10:00', six, ...others),
      ]),
    ).toEqual([
      ...told,
      'winner second',
      `${three} second`,
      `${six} second`,
      ...others.map((other) => `${other} second`),
    ]);
    // What happened after the end of learning doesn't count, though nobody came until then.
    expect(await ways(least, [...begun, ...late, ...comes('2027-03-06T10:00', three)])).toContain(
      'winner second',
    );
    // Alike: the one that stands first.
    const alike = [...begun, ['2027-03-03T10:00', one, 'shop.bought'] as const];
    expect(await ways(least, [...alike, ...comes('2027-03-04T10:00', six)])).toContain('winner first');
    // Too few, or nothing happened at all: it goes on learning.
    expect(await ways('shop.bought after 3d', [...begun, ...comes('2027-04-04T10:00', three)])).not.toContain(
      'winner second',
    );
    expect(await ways(least, [...begun.slice(0, 4), ...comes('2027-04-04T10:00', three)])).toContain(
      `${three} first`,
    );
  });

  test('is compared by what becomes of the messages that each sends', async () => {
    const [one = '', two = ''] = ['first', 'second'].map((way) => people.find((who) => drawnBy(who) === way));
    const lines: Line[] = [
      ...comes('2027-03-01T10:00', one, two),
      ['2027-03-01T11:00', one, 'clicked:tip'],
      ['2027-03-01T12:00', two, 'clicked:tip'],
      ...comes('2027-03-05T10:00', 'new'),
    ];
    expect(await ways('clicked after 1d, at least 1 each', lines)).toContain('winner second');
  });

  function drawnBy(who: string): string {
    const drawn = draw(`${who}trial.only.tells/split`);
    return drawn < 4500 ? 'first' : drawn < 9000 ? 'second' : 'holdout';
  }
});

describe('clicks', () => {
  const link = 'https://www.example.com/cart?of={{customer.email}}&page=2';
  const clicks = (address: string | undefined) =>
    ['2027-03-02T10:00', 'clicked:offer', { email: 'dana@example.com', link: address }] as const;
  const steps = `send offer
    wait for clicked(offer, link: "${link}") up to 3d { timeout { stop } }
    send hello
    if count(clicked(offer)) == 1 { send tip }`;

  test.each([
    link.replace('{{customer.email}}', 'dana@example.com'),
    'http://WWW.example.com/cart/?utm_source=mail&page=2&of=dana%40example.com#top',
  ])('on a link that is asked for are events of their own: %s', async (address) => {
    expect(await story(journeyOf(steps), [SIGNS_UP, clicks(address)])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:offer',
      '2027-03-02 10:00 clicked:offer',
      `2027-03-02 10:00 clicked:offer ${link}`,
      '2027-03-02 10:00 sent:hello',
      '2027-03-02 10:00 sent:tip',
    ]);
  });

  test.each([
    undefined,
    'https://www.example.com/cart?of=dana',
    'https://www.example.com/cart?of=dana&page=21',
    'https://www.example.com/cart/2?of=dana&page=2',
    'https://www.example.com.evil.example/cart?of=dana&page=2',
    'https://www.example.com/basket#/cart?of=dana&page=2',
  ])('on another are not: %s', async (address) => {
    expect(await story(journeyOf(steps), [SIGNS_UP, clicks(address)])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:offer',
      '2027-03-02 10:00 clicked:offer',
    ]);
  });
});

test('what is known of a customer, an empty text being nothing', async () => {
  const steps = 'if known(customer.phone) { send hello } else { send news }';
  const signsUp = (phone: object) =>
    ['2027-03-01T10:00', 'signed_up', { email: 'dana@example.com', ...phone }] as const;
  expect(await story(journeyOf(steps), [signsUp({ phone: '+972501234567' })])).toContain(
    '2027-03-01 10:00 sent:hello',
  );
  for (const phone of [{}, { phone: '' }])
    expect(await story(journeyOf(steps), [signsUp(phone)])).toContain('2027-03-01 10:00 sent:news');
});

describe('at a moment', () => {
  const TRIGGER = 'on shop.booked as parcel';
  const STEPS = 'at 1d before parcel.until { send hello }\nat 08:00 on day of parcel.until { send news }';
  const booked = (until: string) =>
    ['2027-03-20T10:00', 'booked', { id: 'p1', email: 'dana@example.com', until }] as const;

  test('before and on the day, over a change to summer time', async () => {
    expect(await story(journeyOf(STEPS, '', TRIGGER), [booked('2027-03-27T16:00')])).toEqual([
      '2027-03-20 10:00 run.started',
      '2027-03-26 16:00 sent:hello',
      '2027-03-27 08:00 sent:news',
    ]);
  });

  test('a thing that moves twice takes its moments along, and one that is cancelled has none', async () => {
    const moved = (at: string, until: string) => [at, 'moved', { id: 'p1', until }] as const;
    const events = [
      booked('2027-03-27T16:00'),
      moved('2027-03-21T09:00', '2027-03-23T16:00'),
      moved('2027-03-22T09:00', '2027-04-02T11:00'),
    ];
    expect(await story(journeyOf(STEPS, '', TRIGGER), events)).toEqual([
      '2027-03-20 10:00 run.started',
      '2027-04-01 11:00 sent:hello',
      '2027-04-02 08:00 sent:news',
    ]);
    expect(
      await story(journeyOf(STEPS, '', TRIGGER), [
        ...events,
        ['2027-03-25T09:00', 'cancelled', { id: 'p1' }],
      ]),
    ).toEqual(['2027-03-20 10:00 run.started']);
  });

  test('what is past from the beginning is skipped; what a deferred message made late is not', async () => {
    expect(await story(journeyOf(STEPS, '', TRIGGER), [booked('2027-03-20T18:00')])).toEqual([
      '2027-03-20 10:00 run.started',
    ]);
    expect(await story(journeyOf(STEPS, 'quiet 21:00-09:00', TRIGGER), [booked('2027-03-22T22:00')])).toEqual(
      [
        '2027-03-20 10:00 run.started',
        '2027-03-21 22:00 deferred:hello (quiet hours)',
        '2027-03-22 09:00 sent:hello',
        '2027-03-22 09:00 sent:news',
      ],
    );
  });
});

describe('branches and loops', () => {
  test('if, else if, else, by what happened since', async () => {
    const steps =
      'send news\nwait 1d\nif opened(news) { send hello } else if lead.language == "he" { send offer } else { exit "cold" }';
    const opens = ['2027-03-01T11:00', 'opened:news', { email: 'dana@example.com' }] as const;
    const hebrew = [SIGNS_UP[0], SIGNS_UP[1], { ...SIGNS_UP[2], language: 'he' }] as const;
    expect((await story(journeyOf(steps), [SIGNS_UP, opens])).at(-1)).toBe('2027-03-02 10:00 sent:hello');
    expect((await story(journeyOf(steps), [hebrew])).at(-1)).toBe('2027-03-02 10:00 sent:offer');
    expect((await story(journeyOf(steps), [SIGNS_UP])).at(-1)).toBe('2027-03-02 10:00 journey.exited (cold)');
  });

  test('switch by values; for each of a list', async () => {
    const steps = `switch lead.language { when "he" { send hello } when "ar" { send news } otherwise { send offer } }
      for each one in ["a", "b"] { shop.note(text: one) }`;
    const speaks = (language: string) => [SIGNS_UP[0], SIGNS_UP[1], { ...SIGNS_UP[2], language }] as const;
    const sent = async (language: string) => (await story(journeyOf(steps), [speaks(language)])).slice(1);
    expect(await sent('he')).toEqual([
      '2027-03-01 10:00 sent:hello',
      '2027-03-01 10:00 did:shop.note',
      '2027-03-01 10:00 did:shop.note',
    ]);
    expect((await sent('ar'))[0]).toBe('2027-03-01 10:00 sent:news');
    expect((await sent('fr'))[0]).toBe('2027-03-01 10:00 sent:offer');
  });

  test('repeat until it happens, at most so often', async () => {
    const steps = 'repeat every 3d until shop.bought, at most 3 times { send hello }\nsend offer';
    expect(await story(journeyOf(steps), [SIGNS_UP])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:hello',
      '2027-03-04 10:00 sent:hello',
      '2027-03-07 10:00 sent:hello',
      '2027-03-10 10:00 sent:offer',
    ]);
    const buys = ['2027-03-02T10:00', 'bought', { email: 'dana@example.com' }] as const;
    expect(await story(journeyOf(steps), [SIGNS_UP, buys])).toContain('2027-03-04 10:00 sent:offer');
  });

  test('the draw of a split stays; nobody is in two branches', async () => {
    const steps = 'split { 50% one { send hello } 40% two { send news } 10% none { } }';
    const once = await story(journeyOf(steps), [SIGNS_UP]);
    expect(await story(journeyOf(steps), [SIGNS_UP])).toEqual(once);
    expect(once.length).toBeLessThanOrEqual(2);
  });

  test('branches side by side wait each for themselves, and join', async () => {
    const steps =
      'parallel { branch { wait 2d\nsend hello } branch { wait for shop.bought up to 5d\nsend news } }\nsend offer';
    expect(await story(journeyOf(steps), [SIGNS_UP])).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-03 10:00 sent:hello',
      '2027-03-06 10:00 sent:news',
      '2027-03-06 10:00 sent:offer',
    ]);
  });
});

describe('what fails', () => {
  const fails = (times: number) => {
    let failed = 0;
    return () => (failed++ < times ? { failed: 'busy' } : { result: {} });
  };

  test('is tried again after growing pauses, then put aside', async () => {
    expect(await story(journeyOf('send hello\nsend news'), [SIGNS_UP], { answer: fails(2) })).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 failed:hello (busy)',
      '2027-03-01 10:02 failed:hello (busy)',
      '2027-03-01 10:17 sent:hello',
      '2027-03-01 10:17 sent:news',
    ]);
    expect((await story(journeyOf('send hello\nsend news'), [SIGNS_UP], { answer: fails(99) })).at(-1)).toBe(
      '2027-03-01 12:17 parked:hello',
    );
  });

  test('in a try is done again as the try says, without what was done; then the rest', async () => {
    const steps =
      'try {\nsend hello\nshop.note(text: "a") } retry 2 times every 1h on failure { send news }\nsend offer';
    let sent = 0;
    const answer: Parameters<typeof story>[2] = {
      answer: (deed) => (deed.kind === 'action' ? { failed: 'busy' } : { result: (sent += 1) }),
    };
    expect(await story(journeyOf(steps), [SIGNS_UP], answer)).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-01 10:00 sent:hello',
      '2027-03-01 10:00 failed:shop.note (busy)',
      '2027-03-01 11:00 failed:shop.note (busy)',
      '2027-03-01 12:00 failed:shop.note (busy)',
      '2027-03-01 12:00 sent:news',
      '2027-03-01 12:00 sent:offer',
    ]);
    expect(sent).toBe(3);
  });
});

describe('hours that are waited for', () => {
  const sent = async (steps: string, at: string, policy = ''): Promise<string | undefined> =>
    (
      await story(journeyOf(`${steps}\nsend hello`, policy), [
        [at, 'signed_up', { email: 'dana@example.com', timezone: 'America/New_York' }],
      ])
    )
      .find((line) => line.includes('sent:hello'))
      ?.slice(0, 16);

  test.each([
    ['wait until 09:00-17:00', '2027-03-01T10:00', '2027-03-01 10:00'],
    ['wait until 09:00-17:00', '2027-03-01T18:00', '2027-03-02 09:00'],
    ['wait until tuesday-wednesday 09:00-17:00', '2027-03-03T18:00', '2027-03-09 09:00'],
    ['wait until tuesday, friday 10:00', '2027-03-03T18:00', '2027-03-05 10:00'],
    ['wait until weekday 10:00', '2027-03-05T09:00', '2027-03-07 10:00'],
    ['wait until business hours', '2027-03-05T09:00', '2027-03-07 08:30'],
    ['wait until sending hours', '2027-03-05T22:00', '2027-03-06 08:00'],
    ['wait until 09:00-17:00 in customer.timezone', '2027-03-01T10:00', '2027-03-01 16:00'],
  ])('%s at %s', async (steps, at, expected) => {
    expect(await sent(steps, at, 'week sunday-thursday 08:30-17:00\n  quiet 21:00-08:00')).toBe(expected);
  });

  test('a deadline ends a wait for an event', async () => {
    const text = journeyOf(
      'wait for shop.bought until 1d before meeting.until { timeout { send news } }\nsend hello',
      '',
      'on shop.booked as meeting',
    );
    const booked = [
      '2027-03-01T10:00',
      'booked',
      { id: '1', email: 'dana@example.com', until: '2027-03-05T12:00' },
    ] as const;
    expect((await story(text, [booked])).slice(1)).toEqual([
      '2027-03-04 12:00 sent:news',
      '2027-03-04 12:00 sent:hello',
    ]);
  });
});

test('branches side by side go on when so many are done, and the others end', async () => {
  const branches =
    '{ branch { wait 3d send offer } branch { wait 1d send news } branch { wait 2d } } send hello';
  const after = async (join: string): Promise<string[]> =>
    (
      await story(journeyOf(`parallel ${join} ${branches}`), [
        ['2027-03-01T10:00', 'signed_up', { email: 'dana@example.com' }],
      ])
    ).slice(1);
  expect(await after('until any')).toEqual(['2027-03-02 10:00 sent:news', '2027-03-02 10:00 sent:hello']);
  expect(await after('until first 2')).toEqual(['2027-03-02 10:00 sent:news', '2027-03-03 10:00 sent:hello']);
  expect((await after('until all')).at(-1)).toBe('2027-03-04 10:00 sent:hello');
});

test('pauses between tries may double, up to the longest', async () => {
  const steps = 'shop.note(text: "x") retry 3 times every 10m doubling up to 30m on failure { send hello }';
  const lines = await story(
    journeyOf(steps),
    [['2027-03-01T10:00', 'signed_up', { email: 'dana@example.com' }]],
    {
      answer: (deed) => (deed.kind === 'action' ? { failed: 'busy' } : { result: 1 }),
    },
  );
  expect(lines.map((line) => line.slice(11, 32))).toEqual([
    '10:00 run.started',
    '10:00 failed:shop.not',
    '10:10 failed:shop.not',
    '10:30 failed:shop.not',
    '11:00 failed:shop.not',
    '11:00 sent:hello',
  ]);
});
