import { WEEKDAYS } from '@journey/model';
import type { CalendarDay, SchedulePeriod, Trigger, Weekday } from '@journey/model';
import { atClock, dateOf, shift, shiftDays, startOfDay } from './calendar.ts';
import { localTime, readMoment } from './zoned.ts';

type Schedule = Extract<Trigger, { kind: 'schedule' }>;

/** What a schedule's days are counted by. */
export interface ScheduleScope {
  readonly zone: string;
  readonly workdays: readonly Weekday[];
  /** The date that an anniversary is of. */
  readonly anniversary?: number;
}

/** The 29th of February is up to eight years away. */
const FARTHEST = 8 * 366;

/** The first moment after `now` at which a schedule comes round, if any; `start` is when it was put up. */
export function nextOccurrence(
  schedule: Schedule,
  start: number,
  now: number,
  scope: ScheduleScope,
): number | undefined {
  const { zone } = scope;
  const { recurrence, from, until } = schedule;
  const first = from === undefined ? undefined : readMoment(from, zone);
  const next =
    recurrence.kind === 'interval'
      ? nextInterval(schedule, recurrence.every, first ?? shift(start, recurrence.every, zone), now, zone)
      : nextDay(schedule, Math.max(now, (first ?? now) - 1), scope);
  return next === undefined || (until !== undefined && dateOf(next, zone) > until) ? undefined : next;
}

function nextInterval(
  { at }: Schedule,
  every: Parameters<typeof shift>[1],
  first: number,
  now: number,
  zone: string,
): number {
  const momentsOf = (day: number): number[] =>
    at.length === 0 ? [day] : at.map((clock) => atClock(day, clock, zone)).sort((a, b) => a - b);
  for (let day = first; ; day = shift(day, every, zone)) {
    const moment = momentsOf(day).find((one) => one > now);
    if (moment !== undefined) return moment;
  }
}

function nextDay(schedule: Schedule, after: number, scope: ScheduleScope): number | undefined {
  const { zone } = scope;
  const clocks = schedule.at.length === 0 ? [{ hour: 0, minute: 0 }] : schedule.at;
  let day = startOfDay(after, zone);
  for (let count = 0; count <= FARTHEST; count++, day = shiftDays(day, 1, zone)) {
    if (!comesOn(schedule, day, scope)) continue;
    const moments = clocks.map((clock) => atClock(day, clock, zone)).sort((a, b) => a - b);
    const moment = moments.find((one) => one > after);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function comesOn({ recurrence }: Schedule, moment: number, scope: ScheduleScope): boolean {
  const date = civil(moment, scope.zone);
  switch (recurrence.kind) {
    case 'daily':
      return true;
    case 'businessDays':
      return scope.workdays.includes(weekdayOf(date));
    case 'weekdays':
      return recurrence.weekdays.includes(weekdayOf(date));
    case 'calendar':
      return recurrence.days.some((day) => isDay(day, date, recurrence.period, scope.workdays));
    case 'anniversary':
      return (
        scope.anniversary !== undefined &&
        isAnniversary(civil(scope.anniversary, scope.zone), date, recurrence.period)
      );
    case 'interval':
      return false;
  }
}

/** A day of the calendar, in no zone: the moment at which it begins in UTC. */
type Civil = Date;

function civil(moment: number, zone: string): Civil {
  const { year, month, day } = localTime(moment, zone);
  return new Date(Date.UTC(year, month - 1, day));
}

function weekdayOf(date: Civil): Weekday {
  return WEEKDAYS[date.getUTCDay()] ?? 'sunday';
}

function isDay(day: CalendarDay, date: Civil, period: SchedulePeriod, workdays: readonly Weekday[]): boolean {
  if (day.month !== undefined && date.getUTCMonth() !== day.month - 1) return false;
  const days = daysOf(date, day.month === undefined ? period : 'month');
  if (day.kind === 'number') return days[day.day - 1]?.getTime() === date.getTime();
  const { of } = day;
  const fitting = days.filter(
    (one) =>
      of === 'day' || (of === 'businessDay' ? workdays.includes(weekdayOf(one)) : weekdayOf(one) === of),
  );
  const index = { first: 0, second: 1, third: 2, fourth: 3, last: -1 }[day.ordinal];
  return fitting.at(index)?.getTime() === date.getTime();
}

const MONTHS_IN: Readonly<Record<SchedulePeriod, number>> = { month: 1, quarter: 3, year: 12 };

/** Every day of the month, quarter or year that the date is in. */
function daysOf(date: Civil, period: SchedulePeriod): Civil[] {
  const [year, months] = [date.getUTCFullYear(), MONTHS_IN[period]];
  const month = Math.floor(date.getUTCMonth() / months) * months;
  const count = (Date.UTC(year, month + months) - Date.UTC(year, month)) / 86_400_000;
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month, index + 1)));
}

/** A date that a month lacks is kept on its last day; a 29 February in other years on the 28th. */
function isAnniversary(of: Civil, date: Civil, period: SchedulePeriod): boolean {
  const months = (date.getUTCFullYear() - of.getUTCFullYear()) * 12 + date.getUTCMonth() - of.getUTCMonth();
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return (
    months > 0 && months % MONTHS_IN[period] === 0 && date.getUTCDate() === Math.min(of.getUTCDate(), last)
  );
}
