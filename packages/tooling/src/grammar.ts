import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { embedLibrary } from './embed-library.ts';
import { projectPath, root } from './paths.ts';

const config = 'langium-config.json';
const grammar = 'packages/language/src/grammar/journey.langium';
const generated = ['ast', 'grammar', 'module'].map((name) => `packages/language/src/generated/${name}.ts`);
const stampFile = projectPath('.cache/grammar-hash');

/**
 * Brings the generated sources of the language up to date with the grammar and the connector library.
 * @returns whether the parser had to be generated.
 * @throws {Error} when Langium rejects the grammar; its messages are on the terminal by then.
 */
export function bringGrammarUpToDate(): boolean {
  embedLibrary();
  const stamp = hashOf([config, grammar, ...generated]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  generateGrammar();
  return true;
}

/** Generates the parser and the syntax tree's types. */
export function generateGrammar(): void {
  const cli = projectPath('node_modules/langium-cli/bin/langium.js');
  const result = spawnSync(process.execPath, [cli, 'generate', '--file', config], {
    cwd: root,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    throw new Error(`Langium does not accept ${grammar}:\n${result.stdout}${result.stderr}`);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hashOf([config, grammar, ...generated]));
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file);
    if (existsSync(projectPath(file))) hash.update(readFileSync(projectPath(file)));
  }
  return hash.digest('hex');
}
