/** Scripts by their ISO 15924 code, as far as texts are told apart by them. */
const SCRIPTS = {
  Hebr: { letters: /\p{Script=Hebrew}/gu, name: 'Hebrew', language: 'he' },
  Arab: { letters: /\p{Script=Arabic}/gu, name: 'Arabic', language: 'ar' },
  Latn: { letters: /\p{Script=Latin}/gu, name: 'Latin', language: 'en' },
  Cyrl: { letters: /\p{Script=Cyrillic}/gu, name: 'Cyrillic', language: 'ru' },
  Grek: { letters: /\p{Script=Greek}/gu, name: 'Greek', language: 'el' },
  Ethi: { letters: /\p{Script=Ethiopic}/gu, name: 'Ethiopic', language: 'am' },
} as const;
export type Script = keyof typeof SCRIPTS;
const ALL = ['Hebr', 'Arab', 'Latn', 'Cyrl', 'Grek', 'Ethi'] as const satisfies readonly Script[];

const LETTERS = /\p{L}/gu;

/** The scripts of languages that need no asking, which takes longer than all else here: the most messages are in them. */
const EVERYDAY: ReadonlyMap<string, Script> = new Map([
  ['he', 'Hebr'],
  ['ar', 'Arab'],
  ['en', 'Latn'],
  ['ru', 'Cyrl'],
  ['fr', 'Latn'],
  ['es', 'Latn'],
  ['de', 'Latn'],
  ['it', 'Latn'],
  ['pt', 'Latn'],
  ['am', 'Ethi'],
  ['fa', 'Arab'],
  ['tr', 'Latn'],
  ['uk', 'Cyrl'],
  ['el', 'Grek'],
]);

/** Fewer letters than these say nothing: a name or an abbreviation may be in any script. */
const ENOUGH = 8;
/** A text in a language has at least this share of its letters. */
const LEAST_SHARE = 0.2;
const ADDRESSES = /\bhttps?:\/\/\S+|\bwww\.\S+|[\w.+-]{1,64}@\S+/g;
/** What a text's beginning says of its script, the rest says too. */
const BEGINNING = 4_000;

/** The script that most of the letters are in; undefined where there are none. */
export function mainScript(text: string): Script | undefined {
  const counts = lettersOf(text);
  const [most] = [...ALL].sort((one, other) => counts[other] - counts[one]);
  return most !== undefined && counts[most] > 0 ? most : undefined;
}

/** The script that a text is in, where it is surely not that of the language. */
export function foreignScript(text: string, language: string): Script | undefined {
  const expected = scriptOf(language);
  if (!expected || isMostly(text, expected)) return undefined;
  const main = mainScript(text);
  if (!main || main === expected) return undefined;
  const counts = lettersOf(text);
  const all = ALL.reduce((sum, script) => sum + counts[script], 0);
  return all >= ENOUGH && counts[expected] < all * LEAST_SHARE ? main : undefined;
}

/** Whether most of its letters are in the script: what can be told without counting those of all scripts. */
function isMostly(text: string, script: Script): boolean {
  const words = wordsOf(text);
  const letters = words.match(LETTERS)?.length ?? 0;
  return countOf(words, script) * 2 > letters;
}

/** What people call a script. */
export function scriptName(script: Script): string {
  return SCRIPTS[script].name;
}

/** The language that a text in the script is most likely in. */
export function languageOfScript(script: Script): string {
  return SCRIPTS[script].language;
}

function lettersOf(text: string): Record<Script, number> {
  const words = wordsOf(text);
  const count = (script: Script): number => countOf(words, script);
  return {
    Hebr: count('Hebr'),
    Arab: count('Arab'),
    Latn: count('Latn'),
    Cyrl: count('Cyrl'),
    Grek: count('Grek'),
    Ethi: count('Ethi'),
  };
}

function wordsOf(text: string): string {
  return text.slice(0, BEGINNING).replace(ADDRESSES, ' ');
}

function countOf(words: string, script: Script): number {
  return words.match(SCRIPTS[script].letters)?.length ?? 0;
}

function scriptOf(language: string): Script | undefined {
  const everyday = EVERYDAY.get(language);
  if (everyday) return everyday;
  const tag = canonicalLanguage(language);
  const script = tag === undefined ? undefined : writtenIn(tag.replaceAll('_', '-'));
  return ALL.find((each) => each === script);
}

/** The language's code as it is written (`he`, `en_US`); undefined where there is no such language. */
export function canonicalLanguage(language: string): string | undefined {
  if (EVERYDAY.has(language)) return language;
  try {
    const [tag] = Intl.getCanonicalLocales(language.replaceAll('_', '-'));
    return tag !== undefined && writtenIn(tag) !== undefined ? tag.replaceAll('-', '_') : undefined;
  } catch {
    return undefined;
  }
}

/** The code of the script that the language is written in; a language that is none has none. */
function writtenIn(tag: string): string | undefined {
  return new Intl.Locale(tag).maximize().script;
}

/** The code of a language that is called by its name, in English or in the language itself. */
export function languageNamed(name: string): string | undefined {
  const wanted = name.toLowerCase();
  return [...EVERYDAY.keys()].find((code) =>
    ['en', code].some(
      (locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(code)?.toLowerCase() === wanted,
    ),
  );
}
