import { WEEKDAYS, type ClockTime, type Hours, type SourceRange, type TimeWindow } from '@journey/model';
import { silentMinutes, zoneOf } from '../analysis/policy/week.ts';

const DAY = 24 * 60;

type Window = TimeWindow & { readonly weekdays: NonNullable<TimeWindow['weekdays']> };

/**
 * When messages go out in an ordinary week: what quiet hours, windows and closed times leave. Days with the same hours
 * share a window; closed dates are no part of every week. Empty where nothing ever goes out; undefined where the hours
 * are meant in several zones.
 */
export function openingHours(hours: Hours, source: SourceRange): readonly TimeWindow[] | undefined {
  const zone = zoneOf(hours);
  if (zone === undefined) return undefined;
  const silent = silentMinutes(hours);
  const windows = new Map<string, Window>();
  WEEKDAYS.forEach((weekday, day) => {
    for (const { from, to } of openIn(silent.slice(day * DAY, (day + 1) * DAY))) {
      const key = `${from}-${to}`;
      const weekdays = [...(windows.get(key)?.weekdays ?? []), weekday];
      windows.set(key, { weekdays, from: clock(from), to: clock(to), ...zone, source });
    }
  });
  return [...windows.values()].map(everyDay);
}

/** The stretches of a day that aren't silent, in minutes. */
function openIn(silent: Uint8Array): { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  silent.forEach((isSilent, minute) => {
    if (isSilent !== 0) return;
    const last = stretches.at(-1);
    if (last?.to === minute) last.to++;
    else stretches.push({ from: minute, to: minute + 1 });
  });
  return stretches;
}

function clock(minutes: number): ClockTime {
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

function everyDay(window: Window): TimeWindow {
  const { weekdays, ...always } = window;
  return weekdays.length === WEEKDAYS.length ? always : window;
}
