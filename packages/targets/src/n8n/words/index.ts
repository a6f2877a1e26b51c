import { ar } from './ar.ts';
import { en, type Words } from './en.ts';
import { he } from './he.ts';

const LANGUAGES: Readonly<Record<string, Words>> = { en, he, ar };

/** The words in a journey's language; English where there are none in it. */
export function wordsIn(language: string): Words {
  return LANGUAGES[language.split(/[-_]/, 1)[0] ?? ''] ?? en;
}

export type { Words };
