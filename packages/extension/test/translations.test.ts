import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const extension = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(extension + file, 'utf8')) as Record<string, string>;

/** The texts that the code says, as `l10n.t` looks them up. */
const said = globSync('src/**/*.ts', { cwd: extension }).flatMap((file) =>
  [...readFileSync(extension + file, 'utf8').matchAll(/l10n\.t\(\s*'([^']*)'/g)].map(([, text = '']) => text),
);
const manifest = read('package.nls.json');

const holesIn = (text = ''): string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe.each(['he', 'ar'])('in %s', (language) => {
  test('the manifest says all that it says in English', () => {
    expect(Object.keys(read(`package.nls.${language}.json`))).toEqual(Object.keys(manifest));
  });

  test('the commands say all that they say in English, about the same things', () => {
    const bundle = read(`l10n/bundle.l10n.${language}.json`);
    expect(Object.keys(bundle).sort()).toEqual([...new Set(said)].sort());
    for (const text of said) expect([text, holesIn(bundle[text])]).toEqual([text, holesIn(text)]);
  });
});

test('the manifest names no text that there is not', () => {
  const named = [...readFileSync(`${extension}package.json`, 'utf8').matchAll(/"%([^"%]+)%"/g)];
  expect(new Set(named.map(([, key]) => key))).toEqual(new Set(Object.keys(manifest)));
});
