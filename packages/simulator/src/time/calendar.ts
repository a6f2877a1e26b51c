import type { ClockTime, Duration, Weekday } from '@journey/model';
import { WEEKDAYS, weekdaysBetween } from '@journey/model';
import { localTime, momentAt } from './zoned.ts';

const HOUR = 3_600_000;
const EXACT = { s: 1000, m: 60_000, h: HOUR } as const;

/** `sign` −1 goes back. Days and longer keep the time of day, and a month's last day where the next has fewer days. */
export function shift(moment: number, duration: Duration, zone: string, sign: 1 | -1 = 1): number {
  let calendar = moment;
  let exact = 0;
  const days = { d: 0, w: 0, mo: 0, y: 0 };
  for (const { amount, unit } of duration.parts) {
    if (unit === 's' || unit === 'm' || unit === 'h') exact += amount * EXACT[unit];
    else days[unit] += amount;
  }
  const months = Math.trunc(days.mo + days.y * 12);
  const whole = Math.trunc(days.d + days.w * 7);
  if (months !== 0) calendar = shiftMonths(calendar, sign * months, zone);
  if (whole !== 0) calendar = shiftDays(calendar, sign * whole, zone);
  // Half a day has no calendar of its own: it is twelve hours.
  exact += (days.d + days.w * 7 - whole) * 24 * HOUR;
  return calendar + sign * exact;
}

export function shiftDays(moment: number, days: number, zone: string): number {
  const local = localTime(moment, zone);
  return momentAt({ ...local, day: local.day + days }, zone, moment);
}

function shiftMonths(moment: number, months: number, zone: string): number {
  const local = localTime(moment, zone);
  const lastDay = new Date(Date.UTC(local.year, local.month + months, 0)).getUTCDate();
  return momentAt({ ...local, month: local.month + months, day: Math.min(local.day, lastDay) }, zone, moment);
}

/** The same date at that time of day; 24:00 is the next day's beginning. */
export function atClock(moment: number, { hour, minute }: ClockTime, zone: string): number {
  return momentAt({ ...localTime(moment, zone), hour, minute, second: 0, millisecond: 0 }, zone, moment);
}

export function startOfDay(moment: number, zone: string): number {
  return atClock(moment, { hour: 0, minute: 0 }, zone);
}

export function weekdayOf(moment: number, zone: string): Weekday {
  return WEEKDAYS[localTime(moment, zone).weekday] ?? 'sunday';
}

/** `2027-03-28` */
export function dateOf(moment: number, zone: string): string {
  const { year, month, day } = localTime(moment, zone);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

/** The weekdays from one to another, both included; all where nothing is said. */
export function weekdaysOf(
  week: { readonly from: Weekday; readonly to: Weekday } | undefined,
): readonly Weekday[] {
  return week === undefined ? WEEKDAYS : weekdaysBetween(week.from, week.to);
}

export function afterBusinessDays(
  moment: number,
  days: number,
  workdays: readonly Weekday[],
  zone: string,
): number {
  let day = moment;
  for (let left = days; left > 0;) {
    day = shiftDays(day, 1, zone);
    if (workdays.includes(weekdayOf(day, zone))) left -= 1;
  }
  return day;
}

/** The next such day and time of day; today still counts where its time has not passed. */
export function nextClock(now: number, days: readonly Weekday[], clock: ClockTime, zone: string): number {
  for (let day = now; ; day = shiftDays(day, 1, zone)) {
    const at = atClock(day, clock, zone);
    if (at > now && days.includes(weekdayOf(day, zone))) return at;
  }
}
