import type { AstNode, LangiumDocument } from 'langium';
import { importedUris } from '../references/imports.ts';
import { partsOf } from './parts.ts';

/** What a file says to others, as it is written: comments between its declarations and their order don't count. */
export interface Offer {
  readonly root: AstNode | undefined;
  /** By name, the kind of each declaration. */
  readonly kinds: ReadonlyMap<string, string>;
  /** By name, what is written there. */
  readonly texts: ReadonlyMap<string, string>;
  readonly imports: string;
  /** The addresses of the files that it imports from, whether they are there or not. */
  readonly imported: readonly string[];
}

/** What a file offers that isn't there. */
export const NOTHING: Offer = {
  root: undefined,
  kinds: new Map(),
  texts: new Map(),
  imports: '',
  imported: [],
};

export function offerOf(document: LangiumDocument): Offer {
  const kinds = new Map<string, string>();
  const texts = new Map<string, string>();
  const imports: string[] = [];
  const imported = importedUris(document).map(String);
  for (const part of partsOf(document)) {
    const text = part.$cstNode?.text ?? '';
    if (part.$type === 'Import') imports.push(text);
    else if ('name' in part && typeof part.name === 'string') {
      kinds.set(part.name, `${kinds.get(part.name) ?? ''} ${part.$type}`);
      texts.set(part.name, `${texts.get(part.name) ?? ''} ${text}`);
    }
  }
  return { root: document.parseResult.value, kinds, texts, imports: imports.join('\n'), imported };
}

/** What an edit of one file means to others. */
export interface Difference {
  /** Names that came, went, or stand for another kind of thing: they may mean something else in every importing file. */
  readonly names: ReadonlySet<string>;
  /** Names of declarations that are written otherwise, or may mean something else than before. */
  readonly changed: ReadonlySet<string>;
}

export function differenceOf(before: Offer, after: Offer): Difference {
  const names = differing(before.kinds, after.kinds);
  const changed = new Set([...names, ...differing(before.texts, after.texts)]);
  for (const [name, text] of after.texts)
    if (before.imports !== after.imports || mentions(text, names)) changed.add(name);
  return { names, changed };
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): Set<string> {
  return new Set([...one.keys(), ...other.keys()].filter((name) => one.get(name) !== other.get(name)));
}

/** Whether one of the names stands anywhere in the text, be it in a comment. */
export function mentions(text: string, names: ReadonlySet<string>): boolean {
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true;
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{N}_]/u.test(character);
}
