import type { ClockTime, Policy, TimeWindow } from '@journey/model';
import { atClock, dateOf, shiftDays, startOfDay, weekdayOf } from '../time/calendar.ts';

/** When a message may go out, and what stood in the way where that is not at once. */
export interface Opening {
  readonly moment: number;
  readonly why: string | undefined;
}

/** What a policy says of hours. */
export interface Hours extends Pick<Policy, 'closed'> {
  readonly quietHours: readonly Window[];
  readonly sendWindows: readonly Window[];
}
type Window = Omit<TimeWindow, 'source'>;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first moment from `from` on at which the policy lets anything be sent. */
export function nextOpening(policy: Hours, from: number, zone: string): Opening {
  let moment = from;
  let why: string | undefined;
  // A policy that never opens leaves the last moment that was tried; the checker tells its author.
  for (let round = 0; round < 1000; round++) {
    const blocked = obstacle(policy, moment, zone);
    if (blocked === undefined) break;
    moment = blocked.end;
    why = blocked.why;
  }
  return { moment, why };
}

function obstacle(policy: Hours, moment: number, zone: string): { end: number; why: string } | undefined {
  const quiet = within(policy.quietHours, moment, zone);
  if (quiet !== undefined) return { end: quiet.end, why: 'quiet hours' };
  const closed = closedUntil(policy, moment, zone);
  if (closed !== undefined) return { end: closed, why: 'closed' };
  if (policy.sendWindows.length === 0 || within(policy.sendWindows, moment, zone) !== undefined)
    return undefined;
  const openings = policy.sendWindows.flatMap((window) =>
    spans(window, moment, 0, 8, zone).map(({ start }) => start),
  );
  const next = openings.filter((start) => start > moment).sort((a, b) => a - b)[0];
  return next === undefined ? undefined : { end: next, why: 'outside the sending hours' };
}

function within(windows: readonly Window[], moment: number, zone: string): Span | undefined {
  return windows
    .flatMap((window) => spans(window, moment, -1, 0, zone))
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

function closedUntil(policy: Hours, moment: number, zone: string): number | undefined {
  const today = dateOf(moment, zone);
  for (const time of policy.closed) {
    if (time.kind === 'dates') {
      const isToday = (date: string): boolean =>
        time.yearly ? date.slice(5) === today.slice(5) : date === today;
      if (time.dates.some(isToday)) return startOfDay(shiftDays(moment, 1, zone), zone);
      continue;
    }
    for (let back = 0; back <= 7; back++) {
      const date = shiftDays(startOfDay(moment, zone), -back, zone);
      if (weekdayOf(date, zone) !== time.from.weekday) continue;
      const start = atClock(date, time.from.time, zone);
      const end = weeklyEnd(date, start, time.to, zone);
      if (start <= moment && moment < end) return end;
    }
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
