import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryFiles } from '@journey/language';
import type { Random } from '../bench/random.ts';
import { projectPath } from '../paths.ts';

const INSERTIONS: readonly [string, ...string[]] = [
  '{',
  ...['}', '"', '"""', '(', ')', '[', ']', '/*', '*/', '//', '.', ':', ',', ';', '{{', '=', '-', '%'],
  ...['\0', '\uFEFF', '\u202E', '\u200F', '\uD800', '\r\n', '\r', '\u00A0', '“', '״', '،', '٣', '–'],
  ...[' if ', ' not ', ' else ', ' stage ', ' send ', ' 2 days ', ' 50 ', ' = ', ' then ', ' stagee x "X" {'],
];

/** The real files that mutations begin with: the library's and the examples. */
export function realTexts(): readonly string[] {
  const folder = projectPath('examples');
  const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.journey'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  return [...libraryFiles.map(({ text }) => text), ...examples];
}

/** One of the texts with up to three places where something is put in, taken away or both. */
export function mutate(texts: readonly string[], random: Random): string {
  let text = texts[random.below(texts.length)] ?? '';
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.below(text.length + 1);
    const words = text.split(/\s+/);
    const inserted =
      random.below(2) === 0 ? random.pick(INSERTIONS) : (words[random.below(words.length)] ?? '');
    text = text.slice(0, at) + inserted + text.slice(at + random.below(40));
  }
  return text;
}
