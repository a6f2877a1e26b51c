import type * as ast from '../generated/ast.ts';

const DAY = 24 * 60 * 60_000;
/** A range of dates that is longer is a slip of the year. */
export const LONGEST_CLOSURE = 366;

/** Whether the text is a date that a calendar has: `2027-04-21`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return exists(year, month, day);
}

export function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1;
}

/** How many days a range has, its last among them: below 1 where it ends before it begins. */
export function lengthInDays(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY + 1;
}

/** The dates that are meant, each for itself. Of a range that the checker objects to, its first alone. */
export function datesOf({ from, to }: ast.ClosedDates): string[] {
  if (to === undefined || !isDate(from) || !isDate(to)) return [from];
  const length = lengthInDays(from, to);
  if (length < 1 || length > LONGEST_CLOSURE) return [from];
  return Array.from({ length }, (_, day) =>
    new Date(Date.parse(from) + day * DAY).toISOString().slice(0, 10),
  );
}
