import { describe, expect, test } from 'vitest';
import { journeyOf, story } from './journeys.ts';

const DANA = { email: 'dana@example.com' };
const told = (at: string, orders: number) => [at, 'told', { ...DANA, id: 'p1', orders }] as const;

describe('who is under way elsewhere', () => {
  const other = (rules: string): string => `
journey back "Back" {
  timezone "Asia/Jerusalem"
  ${rules}
  stage only "Only" {
    automation waits "Waits" {
      on shop.told
      wait 10d
    }
  }
}`;
  const day = (number: number): string => `2027-03-0${number}T10:00`;
  const asks = (condition: string, rules = ''): string =>
    other(rules) + journeyOf(`if ${condition} { send hello } else { send tip }`);
  const last = async (text: string, ...events: Parameters<typeof story>[1]) =>
    (await story(text, events)).filter((line) => /sent:/.test(line)).map((line) => line.slice(11));

  test('is in the journey until the run ends', async () => {
    const text = asks('customer in back');
    expect(await last(text, [day(1), 'signed_up', DANA])).toEqual(['10:00 sent:tip']);
    expect(
      await last(
        text,
        [day(1), 'told', DANA],
        [day(2), 'signed_up', DANA],
        ['2027-03-20T10:00', 'signed_up', DANA],
      ),
    ).toEqual(['10:00 sent:hello', '10:00 sent:tip']);
  });

  test('is in an automation that stands alone while it is run', async () => {
    const text =
      'automation care "Care"(who: contact) { wait 10d }\n' +
      journeyOf('if customer in care { send hello } else { run care(who: lead) }');
    expect(await last(text, [day(1), 'signed_up', DANA], [day(2), 'signed_up', DANA])).toEqual([
      '10:00 sent:hello',
    ]);
  });

  test('is no more when an exit has ended it', async () => {
    const text = asks('customer in back', 'exit on shop.unsubscribed');
    expect(
      await last(text, [day(1), 'told', DANA], [day(2), 'unsubscribed', DANA], [day(3), 'signed_up', DANA]),
    ).toEqual(['10:00 sent:tip']);
  });

  test('may be waited for till they are not', async () => {
    const text =
      other('') + journeyOf('wait for not (customer in back) up to 30d { timeout { stop } }\nsend hello');
    // The run ends on the 11th at ten; it is looked at when the next day begins.
    expect(await last(text, [day(1), 'told', DANA], [day(2), 'signed_up', DANA])).toEqual([
      '00:00 sent:hello',
    ]);
  });
});

describe('counts over a time', () => {
  const bought = (at: string, total = 10) =>
    [at, 'paid', { ...DANA, event_id: at, total: { amount: total, currency: 'EUR' } }] as const;

  test('see the event that they are looked at after, and forget what is longer ago', async () => {
    const text =
      'segment regulars "Regulars" where count(shop.paid, within: 30d) >= 3\n' +
      journeyOf('send hello', '', 'when in regulars');
    const lines = await story(text, [
      bought('2027-01-01T10:00'),
      bought('2027-03-01T10:00'),
      bought('2027-03-02T10:00'),
      bought('2027-03-03T10:00'),
    ]);
    expect(lines).toEqual([
      '2027-03-03 10:00 segment regulars.entered',
      '2027-03-03 10:00 run.started',
      '2027-03-03 10:00 sent:hello',
      // The first of the three is 30 days ago then; it is looked at when the next day begins.
      '2027-04-01 00:00 segment regulars.left',
    ]);
  });

  test('reckon with a field, and with the events for which a condition holds', async () => {
    const events = [bought('2027-03-01T10:00', 40), bought('2027-03-02T10:00', 60)];
    const sent = async (condition: string) => {
      const text = journeyOf(`if ${condition} { send hello } else { send tip }`);
      const lines = await story(text, [...events, ['2027-03-03T10:00', 'signed_up', DANA]]);
      return lines.at(-1)?.split(' ').at(-1);
    };
    expect(await sent('sum(shop.paid.total, within: 7d) >= 100 EUR')).toBe('sent:hello');
    expect(await sent('sum(shop.paid.total, within: 7d) > 100 EUR')).toBe('sent:tip');
    expect(await sent('sum(shop.paid.total, within: 1d12h) == 60 EUR')).toBe('sent:hello');
    expect(await sent('average(shop.paid.total, within: 7d) == 50 EUR')).toBe('sent:hello');
    expect(await sent('minimum(shop.paid.total, within: 7d) == 40 EUR')).toBe('sent:hello');
    expect(await sent('maximum(shop.paid.total, within: 7d) == 60 EUR')).toBe('sent:hello');
    expect(await sent('maximum(shop.paid.total, within: 1h) < 60 EUR')).toBe('sent:tip');
    expect(await sent('happened(shop.paid, within: 2d)')).toBe('sent:hello');
    expect(await sent('count(shop.paid where shop.paid.total > 50 EUR, within: 7d) == 1')).toBe('sent:hello');
    // Since the run began.
    expect(await sent('count(shop.paid) > 0 or happened(shop.paid)')).toBe('sent:tip');
  });

  test('a segment knows all that happened, whoever asks', async () => {
    const text =
      'segment buyers "Buyers" where happened(shop.bought) and count(shop.bought) == 1\n' +
      journeyOf('if customer in buyers { send hello } else { send tip }');
    const lines = await story(text, [
      ['2027-03-01T10:00', 'bought', DANA],
      ['2027-03-02T10:00', 'signed_up', DANA],
    ]);
    expect(lines.at(-1)).toBe('2027-03-02 10:00 sent:hello');
  });

  test('a wait for them looks when a day begins', async () => {
    const text = journeyOf('wait for count(shop.paid, within: 2d) == 0 up to 30d\nsend hello');
    expect(
      (await story(text, [bought('2027-03-01T10:00'), ['2027-03-01T12:00', 'signed_up', DANA]])).at(-1),
    ).toBe('2027-03-04 00:00 sent:hello');
  });
});

describe('a system’s record in a condition', () => {
  const regulars = 'segment regulars "Regulars" where shop.profile.orders >= 3\n';

  test('is what the system last told of it, from the event on that tells it', async () => {
    const text = regulars + journeyOf('send hello', '', 'when in regulars');
    expect(
      await story(text, [
        told('2027-03-01T10:00', 2),
        told('2027-03-02T10:00', 3),
        ['2027-03-03T10:00', 'bought', DANA],
      ]),
    ).toEqual([
      '2027-03-02 10:00 segment regulars.entered',
      '2027-03-02 10:00 run.started',
      '2027-03-02 10:00 sent:hello',
      '2027-03-03 10:00 trial.second.entered',
    ]);
  });

  test('is looked at when a step comes to it', async () => {
    const text = regulars + journeyOf('wait 2d\nif customer in regulars { send hello } else { send tip }');
    const sent = async (orders: number) =>
      (await story(text, [['2027-03-01T10:00', 'signed_up', DANA], told('2027-03-02T10:00', orders)])).at(-1);
    expect(await sent(3)).toBe('2027-03-03 10:00 sent:hello');
    expect(await sent(2)).toBe('2027-03-03 10:00 sent:tip');
  });

  test('is asked of a system that can be asked; where it has no answer, nothing is known', async () => {
    const golden = 'segment golden "Golden" where shop.account.tier == gold\n';
    const text = golden + journeyOf('if customer in golden { send hello } else { send tip }');
    const sent = async (answer: object) =>
      (
        await story(text, [['2027-03-01T10:00', 'signed_up', DANA]], {
          answer: (deed) =>
            deed.kind === 'action' && deed.action === 'find_account' ? { result: answer } : { result: {} },
        })
      ).at(-1);
    expect(await sent({ id: 'a1', tier: 'gold' })).toBe('2027-03-01 10:00 sent:hello');
    expect(await sent({ id: 'a1', tier: 'plain' })).toBe('2027-03-01 10:00 sent:tip');
    expect(await sent({})).toBe('2027-03-01 10:00 sent:tip');
  });

  test('of a date that starts something is the thing that has the date', async () => {
    const trigger = '1d before shop.parcel.until as parcel where shop.parcel.id == "p1"';
    const text = journeyOf('send hello', '', trigger);
    const lines = await story(text, [
      ['2027-03-01T10:00', 'booked', { ...DANA, id: 'p1', until: '2027-03-10T10:00' }],
      ['2027-03-02T10:00', 'booked', { ...DANA, id: 'p2', until: '2027-03-20T10:00' }],
    ]);
    expect(lines.filter((line) => line.includes('sent:'))).toEqual(['2027-03-09 10:00 sent:hello']);
  });
});
