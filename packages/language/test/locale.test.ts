import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diagnosticCatalogue, speak } from '@journey/language';
import { afterEach, describe, expect, test } from 'vitest';
import { diagnostics } from '../src/diagnostics/registry.ts';
import { arabic } from '../src/locale/ar/index.ts';
import { hebrew } from '../src/locale/he/index.ts';
import { openAll } from './support/workspace.ts';

const sources = fileURLToPath(new URL('../src/', import.meta.url));
const languages = [
  { code: 'he', texts: hebrew, letters: /[א-ת]/ },
  { code: 'ar', texts: arabic, letters: /[ء-ي]/ },
];

/** What is set as code, with the names that stand in it. */
const CODE = /\u2066[^\u2066-\u2069]*(?:\u2068[^\u2066-\u2069]*\u2069[^\u2066-\u2069]*)*\u2069/g;

type Text = string | ((parameters: object) => string);

/** The parameters that a sentence looks at when each of them has the value; a pattern's are its holes too. */
function parametersOf(text: Text, value: unknown, isPattern: boolean): ReadonlySet<string> {
  const read = new Set<string>();
  const parameters = new Proxy({}, { get: (_, name) => (read.add(String(name)), value) });
  const sentence = typeof text === 'string' ? text : text(parameters);
  return new Set([...read, ...(isPattern ? holesIn(sentence) : [])]);
}

/** The holes of a pattern; two of them are words that come with a parameter. */
function holesIn(pattern: string): string[] {
  const asides: Readonly<Record<string, string>> = { didYouMean: 'suggestion', inFile: 'file' };
  return [...pattern.matchAll(/\{~?(\w+)\}/g)].map(([, name = '']) => asides[name] ?? name);
}

/** The sources' phrases with their holes numbered, as say`…` looks them up. */
function phrasesInSources(): string[] {
  // What the server says besides is among the language's texts too.
  const folders = [sources, fileURLToPath(new URL('../../server/src/', import.meta.url))];
  const texts = folders.flatMap((folder) =>
    globSync('**/*.ts', { cwd: folder }).map((file) => readFileSync(folder + file, 'utf8')),
  );
  const said = texts.flatMap((text) => [...text.matchAll(/(?<!\{@link )\bsay`((?:[^`$]|\$\{[^`]*?\})*)`/g)]);
  return [...new Set(said.map(([, phrase = '']) => numbered(phrase)))];
}

/** `Add ${name} to it` as `Add {0} to it`; what stands in a hole may have braces of its own. */
function numbered(phrase: string): string {
  let [key, depth, holes] = ['', 0, 0];
  for (let at = 0; at < phrase.length; at++) {
    const character = phrase.charAt(at);
    if (depth === 0 && phrase.startsWith('${', at)) {
      key += `{${holes++}}`;
      depth = 1;
      at++;
    } else if (depth === 0) key += character;
    else depth += character === '{' ? 1 : character === '}' ? -1 : 0;
  }
  return key;
}

afterEach(() => speak('en'));

describe.each(languages)('$code', ({ code, texts, letters }) => {
  test('has a sentence for every finding', () => {
    expect(Object.keys(texts.findings).sort()).toEqual(diagnosticCatalogue.map(({ name }) => name).sort());
  });

  test.each(Object.entries(texts.findings))('%s says what the English says', (name, text) => {
    const { message } = diagnostics[name as keyof typeof diagnostics];
    const english = parametersOf(message as Text, 'x', false);
    const said = parametersOf(text as Text, 'x', true);
    expect([...english].filter((parameter) => !said.has(parameter))).toEqual([]);
    for (const value of ['x', undefined, '', 0, true]) {
      const further = [...parametersOf(text as Text, value, true)].filter(
        (parameter) => !english.has(parameter),
      );
      // {{name}} stands in some sentences as what a variable looks like.
      expect(further.filter((parameter) => parameter !== 'name')).toEqual([]);
    }
  });

  test.each(phrasesInSources())('has the phrase “%s”, with its holes', (phrase) => {
    const pattern = texts.phrases[phrase];
    expect(pattern).toMatch(/[a-z]{3}/i.test(phrase) ? letters : /\S/);
    expect(new Set(holesIn(pattern ?? ''))).toEqual(new Set(holesIn(phrase)));
  });

  test('says what every keyword does that English says', async () => {
    const help = readFileSync(`${sources}editor/keyword-help.ts`, 'utf8');
    const keys = [...help.matchAll(/^ {2}'(\w+ \w+)':/gm)].map(([, key]) => key);
    expect(Object.keys(texts.keywords).sort()).toEqual(keys.sort());
  });

  test('leaves no word of ours in English', async () => {
    await speak(code);
    const english: string[] = [];
    for (const { help } of diagnosticCatalogue) {
      const [main] = await openAll({
        'main.journey': help.wrong,
        'personas.journey': 'persona owner "Owner"\n',
      });
      for (const { message, data } of main?.diagnostics ?? []) {
        const titles = ((data as { fixes?: { title: string }[] } | undefined)?.fixes ?? []).map(
          ({ title }) => title,
        );
        for (const sentence of [String(message), ...titles]) {
          const plain = sentence.replace(CODE, '').replace(/["«][^"»]*["»]/g, '');
          if (!letters.test(sentence) || /\b(an?|the|of|is|are|and|in line)\s(?!→)/.test(plain))
            english.push(sentence);
        }
      }
    }
    expect([...new Set(english)]).toEqual([]);
  });
});
