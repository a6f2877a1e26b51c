import type { ClockTime, Duration, Expression, Moment, StepOf, Wait, Weekday } from '@journey/model';
import { WEEKDAYS } from '@journey/model';
import { compile } from './expression.ts';
import { literal, object } from './literal.ts';
import type { Scope } from './scope.ts';

const LUXON_UNITS = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
  mo: 'months',
  y: 'years',
} as const;

/** The duration as Luxon takes it: `{ days: 1, hours: 12 }`; days and longer are calendar units there too. */
export function luxonDuration(duration: Duration): Record<string, number> {
  const units: Record<string, number> = {};
  for (const { amount, unit } of duration.parts)
    units[LUXON_UNITS[unit]] = (units[LUXON_UNITS[unit]] ?? 0) + amount;
  return units;
}

/** Luxon's number of a weekday: 1 is Monday, 7 Sunday. */
export function luxonWeekday(weekday: Weekday): number {
  return WEEKDAYS.indexOf(weekday) || 7;
}

/** The weekdays from one to another, both included; all where nothing is said. */
export function luxonWeekdays(week: { readonly from: Weekday; readonly to: Weekday } | undefined): number[] {
  if (week === undefined) return [1, 2, 3, 4, 5, 6, 7];
  const first = WEEKDAYS.indexOf(week.from);
  const length = ((WEEKDAYS.indexOf(week.to) - first + 7) % 7) + 1;
  return Array.from({ length }, (_, day) => (first + day) % 7 || 7);
}

/**
 * A value that stands for a moment, as a DateTime in a zone.
 * @param zone JavaScript for the zone; the journey's where nothing is said
 */
export function dateTime(value: Expression, scope: Scope, zone?: string): string {
  if (value.kind === 'now') return scope.clock.now(zone);
  if (value.kind === 'fromNow') return plus(scope.clock.now(zone), value.duration);
  const own = zone ?? (scope.zone === undefined ? undefined : literal(scope.zone));
  return `DateTime.fromISO(${compile(value, scope)}${own === undefined ? '' : `, ${object([['zone', own]])}`})`;
}

/** The moment that an `at`, or a wait in a zone of its own, speaks of. */
export function momentOf(moment: Moment, scope: Scope, zone?: string): string {
  return momentFrom(moment, dateTime(moment.anchor, scope, zone));
}

/**
 * JavaScript for the zone that a time is meant in: the journey's where the field that holds it is empty, or holds no
 * zone; undefined where it names none.
 */
export function zoneOf({ zone }: { readonly zone?: Expression }, scope: Scope): string | undefined {
  if (zone === undefined) return undefined;
  const own = literal(scope.zone ?? 'local');
  return `[${compile(zone, scope)}].map((zone) => DateTime.local({ zone: zone ?? "" }).isValid ? zone : ${own})[0]`;
}

/** The same from JavaScript for the anchor's DateTime. */
export function momentFrom(moment: Moment, anchor: string): string {
  switch (moment.kind) {
    case 'exact':
      return anchor;
    case 'onDay':
      return atClock(anchor, moment.clock);
    case 'relative': {
      const shifted = `${anchor}.${moment.direction === 'before' ? 'minus' : 'plus'}(${literal(luxonDuration(moment.offset))})`;
      return moment.clock === undefined ? shifted : atClock(shifted, moment.clock);
    }
  }
}

/** When a wait that needs no event is over. */
export function endOfWait(wait: Exclude<Wait, { kind: 'event' | 'opening' }>, scope: Scope): string {
  switch (wait.kind) {
    case 'duration':
      return plus(scope.clock.now(), wait.duration);
    case 'businessDays':
      return afterBusinessDays(scope.clock.now(), wait.days, scope);
    case 'until':
      return untilMoment(wait, scope);
    case 'moment':
      return momentOf(wait.moment, scope, zoneOf(wait, scope));
  }
}

/** When the next turn of a repetition begins. */
export function nextTurn(every: NonNullable<StepOf<'repeat'>['every']>, scope: Scope): string {
  return plus(scope.clock.now(), every);
}

export function plus(moment: string, duration: Duration): string {
  return `${moment}.plus(${literal(luxonDuration(duration))})`;
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return time.hour * 60 + time.minute;
}

/** The same date at that time of day; 24:00 is the next day's beginning. */
export function atClock(moment: string, time: ClockTime): string {
  if (time.hour === 24) return `${moment}.plus({ days: 1 }).startOf("day")`;
  return `${moment}.set({ hour: ${time.hour}, minute: ${time.minute}, second: 0, millisecond: 0 })`;
}

/** Workdays are the policy's week; every day where it has none. */
export function afterBusinessDays(moment: string, days: number, scope: Scope): string {
  return (
    `((day, left) => { while (left > 0) { day = day.plus({ days: 1 }); ` +
    `if (${literal(scope.workdays)}.includes(day.weekday)) left -= 1; } return day; })(${moment}, ${days})`
  );
}

/** The next such weekday and time of day; today still counts where its time has not passed. */
function untilMoment(wait: Extract<Wait, { kind: 'until' }>, scope: Scope): string {
  const at = atClock('day', wait.clock ?? { hour: 0, minute: 0 });
  const days = wait.days === 'business' ? scope.workdays : wait.days?.map(luxonWeekday);
  const fits = days === undefined ? 'true' : `${literal(days)}.includes(day.weekday)`;
  return (
    `((now) => { for (let day = now; ; day = day.plus({ days: 1 })) { const at = ${at}; ` +
    `if (at > now && ${fits}) return at; } })(${scope.clock.now(zoneOf(wait, scope))})`
  );
}
