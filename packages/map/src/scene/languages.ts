import { prevailingDirection } from '@journey/model';
import type { Direction, Journey } from '@journey/model';

/** The languages that the map itself speaks: its lane titles, durations and names for screen readers. */
export const LANGUAGES = ['en', 'he', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The locale whose rules write numbers and lists; European digits, as in the source. */
export const LOCALES: Record<Language, string> = { en: 'en', he: 'he', ar: 'ar-u-nu-latn' };

export const DIRECTIONS: Record<Language, Direction> = { en: 'ltr', he: 'rtl', ar: 'rtl' };

/** The nearest language to a tag such as `he-IL`; English for those that the map doesn't speak. */
export function languageOf(tag: string | undefined): Language {
  const primary = tag?.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** Which way the journey reads, by what most of its labels are written in. */
export function journeyDirection(journey: Journey): Direction {
  return prevailingDirection(labelsOf(journey));
}

/** The language of the journey's labels, by the script that most of their letters are from. */
export function journeyLanguage(journey: Journey): Language {
  if (journeyDirection(journey) === 'ltr') return 'en';
  const text = [...labelsOf(journey)].join('');
  const letters = (runs: RegExp): number => (text.match(runs) ?? []).join('').length;
  return letters(/\p{Script=Arabic}+/gu) > letters(/\p{Script=Hebrew}+/gu) ? 'ar' : 'he';
}

function* labelsOf(journey: Journey): Generator<string> {
  yield journey.label;
  for (const { label } of [...journey.automations, ...journey.kpis]) yield label;
  for (const stage of journey.stages) {
    yield stage.label;
    for (const { label } of [...stage.touchpoints, ...stage.automations, ...stage.kpis]) yield label;
  }
}
