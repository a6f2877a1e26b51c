import type { Duration, DurationUnit } from '@journey/model';

/** A number's forms, by the language's own categories; `#` stands for the number. */
export interface Forms {
  readonly one: string;
  readonly two: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Units = Readonly<Record<DurationUnit, Forms>>;

export function plural(language: 'he' | 'ar', forms: Forms, count: number): string {
  // Half a day is “one” by Hebrew's rules, and would be a whole one.
  const category = Number.isInteger(count) ? new Intl.PluralRules(language).select(count) : 'other';
  const form = category === 'zero' ? forms.other : (forms[category] ?? forms.other);
  return form.replace('#', String(count));
}

/** @param and between its parts, with what belongs round it */
export function durationIn(language: 'he' | 'ar', units: Units, { parts }: Duration, and: string): string {
  return parts.map(({ amount, unit }) => plural(language, units[unit], amount)).join(and);
}
