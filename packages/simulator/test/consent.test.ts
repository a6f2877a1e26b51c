import { describe, expect, test } from 'vitest';
import { journeyOf, story } from './journeys.ts';

const SIGNS_UP = ['2027-03-01T10:00', 'signed_up', { email: 'dana@example.com' }] as const;
const on = (at: string, name: string, more: Readonly<Record<string, string>> = {}) =>
  [at, name, { email: 'dana@example.com', ...more }] as const;
const chooses = (at: string, topic: string) => on(at, 'topics_chosen', { topic });

/** What is sent and spared a day after Dana signed up, without the moments. */
async function sends(
  steps: string,
  policy: string,
  events: readonly (readonly [string, string, Readonly<Record<string, string>>])[],
): Promise<string[]> {
  const lines = await story(journeyOf(`wait 1d\n${steps}`, policy), [SIGNS_UP, ...events]);
  return lines.filter((line) => /sent:|spared:/.test(line)).map((line) => line.split(' ').slice(2).join(' '));
}

describe('a no to everything', () => {
  test('is what such events are usually called, where nothing is said', async () => {
    expect(await sends('send hello\nsend news', '', [on('2027-03-01T12:00', 'unsubscribed')])).toEqual([
      'sent:hello',
      'spared:news (consent withdrawn)',
    ]);
  });

  test('is what the journey says where it says it, and nothing else', async () => {
    const policy = 'unsubscribe on shop.cancelled, shop.moved';
    expect(await sends('send news', policy, [on('2027-03-01T12:00', 'moved')])).toEqual([
      'spared:news (consent withdrawn)',
    ]);
    expect(await sends('send news', policy, [on('2027-03-01T12:00', 'unsubscribed')])).toEqual(['sent:news']);
  });

  test('is taken back by what the journey says', async () => {
    const back = [on('2027-03-01T12:00', 'unsubscribed'), on('2027-03-01T13:00', 'bought')];
    expect(await sends('send news', '', back)).toEqual(['spared:news (consent withdrawn)']);
    expect(await sends('send news', 'subscribe on shop.bought', back)).toEqual(['sent:news']);
    expect(await sends('send news', 'subscribe on shop.bought', back.toReversed())).toEqual(['sent:news']);
  });
});

describe('a topic', () => {
  const POLICY = `unsubscribe from tips on shop.topics_chosen as choice where choice.topic == "no tips"
  subscribe to tips on shop.topics_chosen as choice where choice.topic == "tips"`;

  test('is left and come back to, and nothing else is', async () => {
    const steps = 'send tip\nsend news';
    expect(await sends(steps, POLICY, [chooses('2027-03-01T12:00', 'no tips')])).toEqual([
      'spared:tip (consent withdrawn)',
      'sent:news',
    ]);
    expect(
      await sends(steps, POLICY, [
        chooses('2027-03-01T12:00', 'no tips'),
        chooses('2027-03-01T13:00', 'tips'),
      ]),
    ).toEqual(['sent:tip', 'sent:news']);
    expect(await sends(steps, POLICY, [chooses('2027-03-01T12:00', 'news')])).toEqual([
      'sent:tip',
      'sent:news',
    ]);
  });

  test('may need consent that its category doesn’t', async () => {
    const policy = `${POLICY}\nconsent topic tips required`;
    expect(await sends('send tip\nsend hello', policy, [])).toEqual([
      'spared:tip (no consent)',
      'sent:hello',
    ]);
    expect(await sends('send tip', policy, [chooses('2027-03-01T12:00', 'tips')])).toEqual(['sent:tip']);
  });
});

describe('a cap that is reached', () => {
  test('leaves marketing out, or has it wait for the first message to be old enough', async () => {
    const sent = async (policy: string) =>
      (await story(journeyOf('send hello\nwait 1h\nsend news', policy), [SIGNS_UP])).slice(2);
    expect(await sent('cap 1 message per 1d')).toEqual(['2027-03-01 11:00 spared:news (cap of 1 messages)']);
    expect(await sent('cap 1 message per 1d, then wait')).toEqual([
      '2027-03-01 11:00 deferred:news (cap of 1 messages)',
      '2027-03-02 10:00 sent:news',
    ]);
    expect(await sent('cap 1 message per 1d, then wait cap 1 message per 2d, then drop')).toEqual([
      '2027-03-01 11:00 spared:news (cap of 1 messages)',
    ]);
  });
});

test('a message’s own basis counts before that of its category', async () => {
  const message =
    'message quiet "Quiet" via shop category utility consent required { subject "Q" body "Q" }\n';
  const lines = await story(message + journeyOf('send quiet\nsend hello'), [SIGNS_UP]);
  expect(lines.slice(1)).toEqual([
    '2027-03-01 10:00 spared:quiet (no consent)',
    '2027-03-01 10:00 sent:hello',
  ]);
});
