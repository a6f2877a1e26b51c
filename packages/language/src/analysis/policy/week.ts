import {
  WEEKDAYS,
  type ClockTime,
  type Expression,
  type Hours,
  type TimeWindow,
  type Weekday,
} from '@journey/model';
import { same } from '../flow/expressions.ts';

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** The minutes of a week, from Sunday's first on: 1 where something holds, else 0. */
export type Minutes = Readonly<Uint8Array>;

/** The minutes that the windows cover. A window belongs to the day on which it begins. */
export function minutesIn(windows: readonly TimeWindow[]): Minutes {
  const minutes = new Uint8Array(WEEK);
  for (const { weekdays = WEEKDAYS, from, to } of windows) {
    for (const weekday of weekdays) cover(minutes, minuteOf(weekday, from), lengthBetween(from, to));
  }
  return minutes;
}

/** The zone that all of the hours are meant in: nothing is the journey's. Undefined where they aren't in one. */
export function zoneOf({
  quietHours,
  sendWindows,
  closed,
}: Hours): { readonly zone?: Expression } | undefined {
  const [first, ...others] = [...quietHours, ...sendWindows, ...closed];
  if (others.some(({ zone }) => !same(zone, first?.zone))) return undefined;
  return first?.zone === undefined ? {} : { zone: first.zone };
}

/**
 * The minutes of the week at which the hours let nothing go out, on clocks of the zone that all of them are meant in.
 * Closed dates are no part of every week.
 */
export function silentMinutes({ quietHours, sendWindows, closed }: Hours): Minutes {
  const quiet = minutesIn(quietHours);
  const open = minutesIn(sendWindows);
  const shut = new Uint8Array(WEEK);
  for (const time of closed) {
    if (time.kind !== 'weekly') continue;
    const start = minuteOf(time.from.weekday, time.from.time);
    const end = minuteOf(time.to.weekday, time.to.time);
    cover(shut, start, (end - start + WEEK) % WEEK);
  }
  const silent = new Uint8Array(WEEK);
  const isAlwaysOpen = sendWindows.length === 0;
  for (let minute = 0; minute < WEEK; minute++)
    if (quiet[minute] || shut[minute] || !(isAlwaysOpen || open[minute])) silent[minute] = 1;
  return silent;
}

function cover(minutes: Uint8Array, start: number, length: number): void {
  minutes.fill(1, start, start + length);
  minutes.fill(1, 0, Math.max(0, start + length - WEEK));
}

/** To the same time is a whole day. */
function lengthBetween(from: ClockTime, to: ClockTime): number {
  const length = (minuteOfDay(to) - minuteOfDay(from) + DAY) % DAY;
  return length === 0 ? DAY : length;
}

function minuteOfDay({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}

function minuteOf(weekday: Weekday, time: ClockTime): number {
  return WEEKDAYS.indexOf(weekday) * DAY + minuteOfDay(time);
}

/** When a message goes out that is due at a time of day in silence. */
export interface Opening {
  readonly clock: ClockTime;
  readonly isSameDay: boolean;
}

/**
 * The next time at which something goes out, where the time of day is silent on every one of the weekdays. Undefined
 * where it isn't, where the days differ, or where nothing ever goes out.
 */
export function openingAfter(
  silent: Minutes,
  clock: ClockTime,
  weekdays: readonly Weekday[] = WEEKDAYS,
): Opening | undefined {
  if (silent.every(Boolean)) return undefined;
  const openings = weekdays.map((weekday) => delayFrom(silent, minuteOf(weekday, clock)));
  const delay = Math.min(...openings);
  if (delay === 0) return undefined;
  const opening = minuteOfDay(clock) + delay;
  const time = opening % DAY;
  return { clock: { hour: Math.floor(time / 60), minute: time % 60 }, isSameDay: opening < DAY };
}

function delayFrom(silent: Minutes, start: number): number {
  let delay = 0;
  while (silent[(start + delay) % WEEK] === 1) delay++;
  return delay;
}
