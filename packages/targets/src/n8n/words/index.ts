import { ar } from './ar.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import type { EnvironmentWords } from './environment/words.ts';
import type { NodeName } from './nodes/en.ts';
import type { Words } from './words.ts';

const LANGUAGES: Readonly<Record<string, Words>> = { en, he, ar };

/** The words in a journey's language; English where there are none in it. */
export function wordsIn(language: string): Words {
  return LANGUAGES[language.split(/[-_]/, 1)[0] ?? ''] ?? en;
}

/** A node's name; of a part of something, after what that is called: `create_deal: result`. */
export function nodeName(words: Words, name: NodeName, of?: string): string {
  return of === undefined ? words.node(name) : `${of}: ${words.node(name)}`;
}

export type { EnvironmentWords, NodeName, Words };
