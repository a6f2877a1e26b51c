/** The units a duration is written in: seconds, minutes, hours, days, weeks, months, years. */
export const DURATION_UNITS = ['s', 'm', 'h', 'd', 'w', 'mo', 'y'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** One or more amounts, largest unit first (`1d12h`). Days and longer are calendar units: a day may last 23 or 25 hours. */
export interface Duration {
  readonly parts: readonly { readonly amount: number; readonly unit: DurationUnit }[];
}

/** A time of day in some zone. Hours 0–23, minutes 0–59. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The weekdays from one to another, both included: from friday to monday are four. */
export function weekdaysBetween(from: Weekday, to: Weekday): readonly Weekday[] {
  const first = WEEKDAYS.indexOf(from);
  const length = ((WEEKDAYS.indexOf(to) - first + 7) % 7) + 1;
  return Array.from({ length }, (_, day) => WEEKDAYS[(first + day) % 7] ?? from);
}

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const NOMINAL_SECONDS: Record<DurationUnit, number> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  mo: 2_592_000,
  y: 31_536_000,
};

/** The length in seconds, with a day of 24 hours, a month of 30 days and a year of 365: for comparing and scaling, not for calendars. */
export function nominalSeconds(duration: Duration): number {
  return duration.parts.reduce((sum, part) => sum + part.amount * NOMINAL_SECONDS[part.unit], 0);
}

/** So many seconds in days, hours, minutes and seconds, with a day of 24 hours. */
export function durationOfSeconds(seconds: number): Duration {
  const parts: { amount: number; unit: DurationUnit }[] = [];
  let rest = Math.round(seconds);
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const amount = Math.floor(rest / NOMINAL_SECONDS[unit]);
    if (amount > 0) parts.push({ amount, unit });
    rest -= amount * NOMINAL_SECONDS[unit];
  }
  return { parts };
}

/** The duration as it is written in a journey: `1d12h`. */
export function formatDuration(duration: Duration): string {
  return duration.parts.map((part) => `${part.amount}${part.unit}`).join('');
}

/**
 * Reads a duration as it is written in a journey.
 * @returns undefined where the text is not one or more of amount and unit.
 */
export function parseDuration(text: string): Duration | undefined {
  if (!/^(\d+(?:\.\d+)?(?:mo|[smhdwy]))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(mo|[smhdwy])/g)].map((match) => ({
    amount: Number(match[1]),
    unit: match[2] as DurationUnit,
  }));
  return { parts };
}

/** The time as it is written in a journey: `08:00`. */
export function formatClock(time: ClockTime): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/**
 * Reads a time of day such as `08:00`.
 * @returns undefined where the text is no time between 00:00 and 24:00 (24:00 is the end of a day).
 */
export function parseClock(text: string): ClockTime | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  return hour < 24 && minute < 60
    ? { hour, minute }
    : hour === 24 && minute === 0
      ? { hour, minute }
      : undefined;
}
