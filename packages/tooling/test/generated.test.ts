import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DIAGNOSTICS_FOLDER, diagnosticPages } from '../src/diagnostic-pages.ts';
import { libraryModule } from '../src/embed-library.ts';
import { EXAMPLE_MAP, exampleMap } from '../src/example.ts';
import { projectPath } from '../src/paths.ts';

const GENERATED = 'packages/language/src/generated';
const committed = (path: string) => readFileSync(projectPath(path), 'utf8');

describe('what is generated and committed is up to date', () => {
  it('the parser: npm run generate:grammar', () => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-grammar-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const config = JSON.parse(committed('langium-config.json')) as { languages: { grammar: string }[] };
    const languages = config.languages.map((language) => ({
      ...language,
      grammar: projectPath(language.grammar),
    }));
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, languages, out: 'generated' }));
    const langium = projectPath('node_modules/langium-cli/bin/langium.js');
    const args = [langium, 'generate', '--file', join(folder, 'config.json')];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    for (const name of ['ast.ts', 'grammar.ts', 'module.ts']) {
      expect(
        readFileSync(join(folder, 'generated', name), 'utf8') === committed(`${GENERATED}/${name}`),
        name,
      ).toBe(true);
    }
  });

  it('the connector library: npm run generate:grammar', () => {
    expect(committed('packages/language/src/library/texts.ts') === libraryModule()).toBe(true);
  });

  it('the pages about findings: npm run generate:docs', () => {
    const pages = diagnosticPages();
    expect(readdirSync(projectPath(DIAGNOSTICS_FOLDER)).sort()).toEqual([...pages.keys()].sort());
    for (const [name, text] of pages) expect(committed(`${DIAGNOSTICS_FOLDER}/${name}`)).toBe(text);
  });

  it("the README's picture of the worked example: npm run generate:docs", () => {
    expect(committed(EXAMPLE_MAP) === exampleMap()).toBe(true);
  });
});
