import type { DiagnosticName, DiagnosticParameters } from '../diagnostics/registry.ts';
import { fill, fillMarkdown, type Parameters } from './pattern.ts';
import type { Texts } from './texts.ts';

/** The languages other than English in which findings, fixes and hovers are written; each is loaded when it is spoken. */
const languages: Readonly<Record<string, () => Promise<Texts>>> = {
  he: async () => (await import('./he/index.ts')).hebrew,
  ar: async () => (await import('./ar/index.ts')).arabic,
};

/** The languages that can be spoken, by their codes. */
export const spokenLanguages: readonly string[] = ['en', ...Object.keys(languages)];

// A process talks to one person: a server to one editor, a command to whoever called it.
let texts: Texts | undefined;
let spoken = 'en';

/** From now on speaks the language of a locale (`he`, `ar-EG`, `he_IL.UTF-8`); English where it is none of ours. */
export async function speak(locale: string | undefined): Promise<void> {
  const code = /^[a-z]+/.exec(locale?.toLowerCase() ?? '')?.[0] ?? 'en';
  // Java's and old systems' code of Hebrew.
  const language = code === 'iw' ? 'he' : code;
  texts = await languages[language]?.();
  spoken = texts ? language : 'en';
}

/** The code of the language that is spoken: one of {@link spokenLanguages}. */
export function spokenLanguage(): string {
  return spoken;
}

/** A phrase in the language that is spoken; what stands in its holes keeps its own order. */
export function say(english: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const pattern = texts?.phrases[keyOf(english)];
  return pattern === undefined
    ? String.raw({ raw: english }, ...values)
    : fill(pattern, { ...values }, sayWords);
}

/** Words of a table, in the language that is spoken; also where they begin a sentence. */
export function sayWords(english: string): string {
  const pattern =
    texts?.phrases[english] ?? texts?.phrases[english.charAt(0).toLowerCase() + english.slice(1)];
  return pattern === undefined ? english : fill(pattern, {});
}

/** What a keyword does, as Markdown; undefined where it is said in English only. */
export function translatedKeyword(key: string): string | undefined {
  const pattern = texts?.keywords[key];
  return pattern === undefined ? undefined : fillMarkdown(pattern);
}

/** A finding's sentence in the language that is spoken; undefined where that is English. */
export function translatedFinding<Name extends DiagnosticName>(
  name: Name,
  parameters: DiagnosticParameters<Name>,
): string | undefined {
  const text = texts?.findings[name];
  if (text === undefined) return undefined;
  const pattern = typeof text === 'string' ? text : text(parameters);
  // Each finding's parameters are an object of its own shape; a pattern knows them by their names.
  const values = parameters as Parameters;
  return fill(pattern, { ...values, ...asides(values) }, sayWords);
}

/** What several findings say beside their own sentence. */
function asides({ suggestion, file }: Parameters): { readonly didYouMean: string; readonly inFile: string } {
  return {
    didYouMean: typeof suggestion === 'string' ? say` Did you mean ${suggestion}?` : '',
    inFile: typeof file === 'string' ? say` in the file ${file}` : '',
  };
}

const keys = new WeakMap<TemplateStringsArray, string>();

/** The English with its holes numbered: `Change to {0}`. */
function keyOf(english: TemplateStringsArray): string {
  const known = keys.get(english);
  if (known !== undefined) return known;
  const key = english.reduce((before, after, index) => `${before}{${index - 1}}${after}`);
  keys.set(english, key);
  return key;
}
