import { nominalSeconds, parseDuration } from '@journey/model';
import { parseCsv } from './csv.ts';
import type { Actuals } from '../scene/phrases/measure.ts';

const SECONDS_A_DAY = 86_400;

/**
 * What was measured, from a file: JSON `{ "leads_a_month": 131, "signup_rate": "23%" }`, or CSV whose first two columns
 * are the KPI and its value; further columns and a first line of titles don't count.
 * @throws Error with a sentence for people where a value is no number.
 */
export function readActuals(text: string): Actuals {
  const entries = /^\s*\{/.test(text) ? entriesOfJson(text) : entriesOfCsv(text);
  return Object.fromEntries(
    entries.map(([kpi, written]) => {
      const value = valueOf(written);
      if (value === undefined)
        throw new Error(
          `The value of "${kpi}" is no number: "${String(written)}". Write 131, 23%, 41.50 or 11d.`,
        );
      return [kpi, value] as const;
    }),
  );
}

function entriesOfJson(text: string): [string, unknown][] {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? Object.entries(read) : [];
  } catch {
    throw new Error(
      'The values of the KPIs are neither JSON nor CSV: the file begins with { but is no JSON.',
    );
  }
}

function entriesOfCsv(text: string): [string, unknown][] {
  const rows = parseCsv(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [first] = rows;
  const hasTitles = first !== undefined && valueOf(first[1]) === undefined;
  return (hasTitles ? rows.slice(1) : rows).map(([kpi = '', value = '']) => [kpi.trim(), value]);
}

/** `131`, `1,310.5`, `23%`, `₪41` and `11d`: a percentage as its number, a length of time in days. */
function valueOf(written: unknown): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined;
  if (typeof written !== 'string') return undefined;
  const text = written.trim();
  const duration = parseDuration(text);
  if (duration) return nominalSeconds(duration) / SECONDS_A_DAY;
  const digits = /^[^\d.-]*(-?\d[\d,]*(?:\.\d+)?)[^\d]*$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}
