import type { ClockTime, ClosedTime, Expression, Hours as PolicyHours, TimeWindow } from '@journey/model';
import { atClock, dateOf, shiftDays, startOfDay, weekdayOf } from '../time/calendar.ts';

/** When a message may go out, and what stood in the way where that is not at once. */
export interface Opening {
  readonly moment: number;
  readonly why: string | undefined;
}

/** Hours of a policy, or such as a step names. */
export interface Hours extends Pick<PolicyHours, 'closed'> {
  readonly quietHours: readonly Window[];
  readonly sendWindows: readonly Window[];
}
type Window = Omit<TimeWindow, 'source'>;

/** The zone that a time is meant in, for the customer in question. */
export type ZoneFor = (time: { readonly zone?: Expression }) => string;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first moment from `from` on that is in the hours. */
export function nextOpening(hours: Hours, from: number, zoneFor: ZoneFor): Opening {
  let moment = from;
  let why: string | undefined;
  // Hours that never come leave the last moment that was tried; the checker tells its author.
  for (let round = 0; round < 1000; round++) {
    const blocked = obstacle(hours, moment, zoneFor);
    if (blocked === undefined) break;
    moment = blocked.end;
    why = blocked.why;
  }
  return { moment, why };
}

function obstacle(hours: Hours, moment: number, zoneFor: ZoneFor): { end: number; why: string } | undefined {
  const quiet = within(hours.quietHours, moment, zoneFor);
  if (quiet !== undefined) return { end: quiet.end, why: 'quiet hours' };
  const closed = closedUntil(hours, moment, zoneFor);
  if (closed !== undefined) return { end: closed, why: 'closed' };
  if (hours.sendWindows.length === 0 || within(hours.sendWindows, moment, zoneFor) !== undefined)
    return undefined;
  const openings = hours.sendWindows.flatMap((window) =>
    spans(window, moment, 0, 8, zoneFor(window)).map(({ start }) => start),
  );
  const next = openings.filter((start) => start > moment).sort((a, b) => a - b)[0];
  return next === undefined ? undefined : { end: next, why: 'outside the sending hours' };
}

function within(windows: readonly Window[], moment: number, zoneFor: ZoneFor): Span | undefined {
  return windows
    .flatMap((window) => spans(window, moment, -1, 0, zoneFor(window)))
    .find(({ start, end }) => start <= moment && moment < end);
}

/** The stretches of a daily window on the days from `first` to `last`, counted from the moment's own. */
function spans(window: Window, moment: number, first: number, last: number, zone: string): Span[] {
  const found: Span[] = [];
  for (let day = first; day <= last; day++) {
    const date = shiftDays(startOfDay(moment, zone), day, zone);
    if (window.weekdays !== undefined && !window.weekdays.includes(weekdayOf(date, zone))) continue;
    const endDate = minutes(window.to) <= minutes(window.from) ? shiftDays(date, 1, zone) : date;
    found.push({ start: atClock(date, window.from, zone), end: atClock(endDate, window.to, zone) });
  }
  return found;
}

function closedUntil({ closed }: Hours, moment: number, zoneFor: ZoneFor): number | undefined {
  for (const time of closed) {
    const end = endOfClosed(time, moment, zoneFor(time));
    if (end !== undefined) return end;
  }
  return undefined;
}

/** When a closed time around the moment ends; undefined where the moment isn't in it. */
function endOfClosed(time: ClosedTime, moment: number, zone: string): number | undefined {
  if (time.kind === 'dates') {
    const today = dateOf(moment, zone);
    const isToday = (date: string): boolean =>
      time.yearly ? date.slice(5) === today.slice(5) : date === today;
    return time.dates.some(isToday) ? startOfDay(shiftDays(moment, 1, zone), zone) : undefined;
  }
  for (let back = 0; back <= 7; back++) {
    const date = shiftDays(startOfDay(moment, zone), -back, zone);
    if (weekdayOf(date, zone) !== time.from.weekday) continue;
    const start = atClock(date, time.from.time, zone);
    const end = weeklyEnd(date, start, time.to, zone);
    if (start <= moment && moment < end) return end;
  }
  return undefined;
}

function weeklyEnd(
  date: number,
  start: number,
  to: { readonly weekday: ReturnType<typeof weekdayOf>; readonly time: ClockTime },
  zone: string,
): number {
  let day = date;
  while (weekdayOf(day, zone) !== to.weekday) day = shiftDays(day, 1, zone);
  const end = atClock(day, to.time, zone);
  return end > start ? end : atClock(shiftDays(day, 7, zone), to.time, zone);
}

function minutes({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}
