import type { Direction } from '@journey/model';

const rightToLeft: ReadonlySet<string> = new Set([
  'ar',
  'dv',
  'fa',
  'he',
  'iw',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** Which way an interface in that language reads; the language is a tag such as `he` or `en-US`. */
export function directionOfLanguage(tag: string): Direction {
  const [language = ''] = tag.toLowerCase().split('-');
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}
