import { describe, expect, it } from 'vitest';
import { Calendar } from '../src/walk/calendar.ts';
import { automationsOf } from '@journey/model';
import { openJourney } from './fixtures/journeys.ts';
import { usualAssumptions, walk } from '../src/walk/walk.ts';
import type { Policy } from '@journey/model';
import type { Delivery } from '../src/walk/walk.ts';

const source = { file: 'x', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const POLICY: Policy = {
  quietHours: [{ from: { hour: 21, minute: 0 }, to: { hour: 8, minute: 0 }, source }],
  sendWindows: [],
  closed: [
    {
      kind: 'weekly',
      from: { weekday: 'friday', time: { hour: 14, minute: 0 } },
      to: { weekday: 'saturday', time: { hour: 20, minute: 0 } },
      source,
    },
    { kind: 'dates', dates: ['2027-01-05'], yearly: false, source },
  ],
  caps: [],
  consent: [],
  unsubscribe: [],
  subscribe: [],
};
/** 3 January 2027 is a Sunday. */
const calendar = new Calendar(POLICY, '2027-01-03');

function minute(day: number, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return day * 1440 + hours * 60 + minutes;
}

function clock(at: number): string {
  const inDay = ((at % 1440) + 1440) % 1440;
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${Math.floor(at / 1440)} ${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
}

/** So many days from the year's first on. */
function datesFrom(year: number, count: number): string[] {
  return Array.from({ length: count }, (_, day) =>
    new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10),
  );
}

describe('a policy’s calendar', () => {
  it.each([
    ['0 09:00', '0 09:00', 'open'],
    ['0 21:30', '1 08:00', 'quiet'],
    ['1 07:59', '1 08:00', 'quiet'],
    ['2 12:00', '3 08:00', 'closed'],
    ['5 14:00', '6 20:00', 'closed'],
    ['6 20:30', '6 20:30', 'open'],
  ])('what is due on day %s goes out on day %s (%s)', (due, out, state) => {
    const [day = '', time = ''] = due.split(' ');
    const at = minute(Number(day), time);
    expect(calendar.stateAt(at)).toBe(state);
    expect(clock(calendar.opening(at))).toBe(out);
  });

  it('opens after months that are closed, and never where every day is', () => {
    const days = [2027, 2028].flatMap((year) => datesFrom(year, 90));
    const shut = (dates: readonly string[], yearly: boolean): Calendar =>
      new Calendar({ ...POLICY, closed: [{ kind: 'dates', dates, yearly, source }] }, '2027-01-03');
    expect(clock(shut(days, false).opening(minute(1, '09:00')))).toBe('88 08:00');
    expect(clock(shut(days, true).opening(minute(400, '09:00')))).toBe('454 08:00');
    const all = datesFrom(2028, 366);
    expect(clock(shut(all, true).opening(minute(1, '09:00')))).toBe('1 09:00');
  });

  it('says when nothing goes out', () => {
    const pauses = calendar.pauses(5).map(({ from, to, state }) => `${clock(from)}–${clock(to)} ${state}`);
    expect(pauses).toEqual([
      '5 00:00–5 08:00 quiet',
      '5 14:00–5 20:00 closed',
      '5 20:00–5 21:00 closed',
      '5 21:00–6 00:00 closed',
    ]);
  });

  it('finds weekdays and working days', () => {
    expect(clock(calendar.next(minute(0, '11:00'), ['tuesday'], { hour: 10, minute: 0 }))).toBe('2 10:00');
    expect(clock(calendar.next(minute(0, '11:00'), undefined, { hour: 10, minute: 0 }))).toBe('1 10:00');
    expect(clock(calendar.afterWorkingDays(minute(4, '09:00'), 2))).toBe('8 09:00');
  });

  it('lets out what would never be open again, rather than search for ever', () => {
    const never = new Calendar(
      {
        ...POLICY,
        sendWindows: [{ weekdays: [], from: { hour: 9, minute: 0 }, to: { hour: 10, minute: 0 }, source }],
      },
      '2027-01-03',
    );
    expect(never.opening(minute(0, '12:00'))).toBe(minute(0, '12:00'));
  });
});

describe('walking an automation', async () => {
  const model = await openJourney('hebrew');
  const [journey] = model.journeys;
  const deliveries = (name: string): Delivery[] => {
    const found = journey && automationsOf(journey).find(({ automation }) => automation.name === name);
    if (!found) throw new Error(`There is no automation ${name}.`);
    const assumed = usualAssumptions([found.automation]);
    return walk(model, found.automation, new Calendar(journey.policy, '2027-01-03'), assumed);
  };
  const told = (name: string): string[] =>
    deliveries(name).map(({ message, earliest, latest, given, round }) =>
      [
        `${clock(earliest)}${latest === earliest ? '' : ` to ${clock(latest)}`} ${message}`,
        ...given.map((condition) => (condition.kind === 'split' ? `${condition.percent}%` : condition.kind)),
        ...(round > 0 ? [`again ${round}`] : []),
      ].join(', '),
    );

  it('follows waits, answers that come or not, and both sides of a split', () => {
    expect(told('nurture')).toEqual([
      '0 09:00 intro_video',
      '2 09:00 to 5 09:00 success_story, 50%',
      '2 09:00 to 5 09:00 invite, 50%',
      '4 09:00 to 7 09:00 book_a_meeting, if',
      '5 09:00 questionnaire_reminder, timeout',
    ]);
  });

  it('puts reminders before the date that the trigger carries', () => {
    expect(told('meeting')).toEqual([
      '0 09:00 meeting_details',
      '2 10:00 reminder_day_before',
      '3 08:00 reminder_morning',
    ]);
  });

  it('takes the date to lie so far ahead that all reminders before it are still to come', async () => {
    const english = await openJourney('english');
    const [shop] = english.journeys;
    const reminders =
      shop && automationsOf(shop).find(({ automation }) => automation.name === 'demo_reminders');
    if (!reminders) throw new Error('There are no reminders.');
    const weeks = { parts: [{ amount: 2, unit: 'w' }] } as const;
    const steps = reminders.automation.steps.map((step) =>
      step.kind === 'at' && step.moment.kind === 'relative'
        ? { ...step, moment: { ...step.moment, offset: weeks } }
        : step,
    );
    const late = { ...reminders.automation, steps };
    expect(usualAssumptions([reminders.automation]).leadDays).toBe(3);
    expect(usualAssumptions([late]).leadDays).toBe(15);
    const sent = walk(english, late, new Calendar(shop.policy, '2027-01-03'), usualAssumptions([late]));
    expect(sent.map(({ earliest }) => clock(earliest))).toEqual(['1 10:00', '15 08:00']);
  });

  it('goes round loops, with their pauses', () => {
    expect(told('follow_up').slice(0, 3)).toEqual([
      '0 09:00 follow_up_note, repeat',
      '3 09:00 follow_up_note, repeat, again 1',
      '6 09:00 follow_up_note, repeat, again 2',
    ]);
  });
});
