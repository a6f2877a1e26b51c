import { describe, expect, test } from 'vitest';
import { automationsOf } from '@journey/model';
import { nextOccurrence } from '../src/time/schedule.ts';
import { compile, journeyOf, story } from './journeys.ts';

const ZONE = 'Europe/London';

/** The first moments at which a schedule comes round from New Year's Eve 2026 on. */
async function comes(text: string, times = 3, anniversary?: string): Promise<string[]> {
  const model = await compile(journeyOf('send hello', '', text));
  const trigger = model.journeys.flatMap(automationsOf)[0]?.automation.triggers[0];
  if (trigger?.kind !== 'schedule') throw new Error('no schedule');
  const scope = {
    zone: ZONE,
    workdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const,
    ...(anniversary === undefined ? {} : { anniversary: Date.parse(anniversary) }),
  };
  const found: string[] = [];
  let now = Date.parse('2026-12-31T12:00:00Z');
  for (const start = now; found.length < times;) {
    const next = nextOccurrence(trigger, start, now, scope);
    if (next === undefined) break;
    found.push(new Date(next).toISOString().slice(0, 16).replace('T', ' '));
    now = next;
  }
  return found;
}

describe('a schedule comes round', () => {
  test.each([
    ['every day at 09:00, 17:00', ['2026-12-31 17:00', '2027-01-01 09:00', '2027-01-01 17:00']],
    ['every weekday at 09:00', ['2027-01-01 09:00', '2027-01-04 09:00', '2027-01-05 09:00']],
    ['every monday, friday', ['2027-01-01 00:00', '2027-01-04 00:00', '2027-01-08 00:00']],
    ['every month on day 31', ['2027-01-31 00:00', '2027-03-30 23:00', '2027-05-30 23:00']],
    [
      'every month on last day at 09:00',
      ['2026-12-31 09:00', '2027-01-31 09:00', '2027-02-28 09:00'].slice(1),
    ],
    ['every month on first monday at 09:00', ['2027-01-04 09:00', '2027-02-01 09:00', '2027-03-01 09:00']],
    ['every month on last weekday at 09:00', ['2027-01-29 09:00', '2027-02-26 09:00', '2027-03-31 08:00']],
    ['every quarter on first day at 09:00', ['2027-01-01 09:00', '2027-04-01 08:00', '2027-07-01 08:00']],
    ['every year on 29 february', ['2028-02-29 00:00', '2032-02-29 00:00', '2036-02-29 00:00']],
    ['every year on last friday of november', ['2027-11-26 00:00', '2028-11-24 00:00', '2029-11-30 00:00']],
    ['every 2w at 09:00 from 2027-01-04', ['2027-01-04 09:00', '2027-01-18 09:00', '2027-02-01 09:00']],
    ['once on 2027-05-03 at 10:00', ['2027-05-03 09:00']],
    ['every monday from 2027-02-01 until 2027-02-08', ['2027-02-01 00:00', '2027-02-08 00:00']],
  ])('%s', async (text, expected) => {
    expect(await comes(text, expected.length)).toEqual(expected);
  });

  test('an end is kept, and a birthday is on the last day of a month that is too short', async () => {
    expect(await comes('every monday until 2027-01-11', 9)).toEqual(['2027-01-04 00:00', '2027-01-11 00:00']);
    expect(await comes('every year on shop.parcel.until', 2, '2000-02-29T00:00:00Z')).toEqual([
      '2027-02-28 00:00',
      '2028-02-29 00:00',
    ]);
  });
});

describe('who it starts for', () => {
  const DANA = { email: 'dana@example.com', full_name: 'Dana Levi' };
  const signsUp = (at: string, more = {}) => [at, 'signed_up', { ...DANA, ...more }] as const;

  test('in the customer’s zone it is nine where the customer is', async () => {
    const text = journeyOf('send hello', '', 'every day at 09:00 in customer.timezone');
    const lines = await story(text, [signsUp('2027-03-01T10:00', { timezone: 'America/New_York' })], {
      until: '2027-03-03T00:00',
    });
    expect(lines.filter((line) => line.includes('sent:hello'))).toEqual(['2027-03-02 16:00 sent:hello']);
  });

  test('whoever leaves a segment starts what waits for it', async () => {
    const text = journeyOf('send hello', '', 'when not in gold');
    const lines = await story(text, [
      signsUp('2027-03-01T10:00', { language: 'he' }),
      signsUp('2027-03-02T10:00', { language: 'en' }),
    ]);
    expect(lines.filter((line) => line.includes('sent:hello'))).toEqual(['2027-03-02 10:00 sent:hello']);
  });

  test('at most so often, however often it happens', async () => {
    const text = journeyOf('send hello', 'reentry always, at most 2 times');
    const days = ['2027-03-01T10:00', '2027-03-02T10:00', '2027-03-03T10:00'];
    const lines = await story(
      text,
      days.map((at) => signsUp(at)),
    );
    expect(lines.filter((line) => line.includes('run.'))).toEqual([
      '2027-03-01 10:00 run.started',
      '2027-03-02 10:00 run.started',
      '2027-03-03 10:00 run.refused (re-entry)',
    ]);
  });

  test('a journey that is run takes the values that it is given', async () => {
    const text = `
journey called "Called" {
  timezone "Asia/Jerusalem"
  enter when called(plan: text)
  stage one "One" {
    automation greet "Greet" {
      when called(plan: text, reason: text = "none")
      if plan == "pro" and reason == "none" { send offer }
    }
  }
}
${journeyOf('run called(plan: "pro")')}`;
    const lines = await story(text, [signsUp('2027-03-01T10:00')]);
    expect(lines).toContain('2027-03-01 10:00 sent:offer');
  });
});
