import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatText, libraryFiles, openWorkspace } from '@journey/language';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../src/example.ts';
import { projectPath } from '../src/paths.ts';

interface Example {
  readonly name: string;
  readonly text: string;
  /** In the page, from 1. */
  readonly line: number;
}

/** The blocks of a page that are marked as journeys: each is a file, named after the mark, and they import each other. */
function examplesIn(page: string): Example[] {
  const text = readFileSync(projectPath(page), 'utf8');
  return [...text.matchAll(/^```journey(?: (\S+))?\n([^]*?)^```$/gm)].map((match, index) => ({
    name: match[1] ?? `example-${index}.journey`,
    text: match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }));
}

function isGrave({ severity }: Diagnostic): boolean {
  return severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;
}

/** Each page, and the folder whose files its examples may import. */
const pages = [
  { page: 'docs/language.md' },
  { page: 'docs/coming-from.md' },
  { page: 'README.md', beside: EXAMPLE },
];

it('docs/language.md says of every connector that ships with the language what it is', () => {
  const page = readFileSync(projectPath('docs/language.md'), 'utf8');
  const shipped = libraryFiles.flatMap(({ text }) =>
    [...text.matchAll(/^connector (\S+)/gm)].map(([, name]) => name),
  );
  const described = [...page.matchAll(/^\| `(\w+)` +\| .* \| (?:reports|acts|sends)/gm)].map(
    ([, name]) => name,
  );
  expect(described).toEqual(shipped.filter((name) => name !== 'stage_events').sort());
});

describe.each(pages)('the examples in $page', ({ page, beside }) => {
  const examples = examplesIn(page);
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'journey-docs-'));
    if (beside !== undefined) cpSync(projectPath(beside), folder, { recursive: true });
    for (const { name, text } of examples) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there, each with its own name', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  it('have nothing wrong with them', async () => {
    const files = examples.map(({ name }) => URI.file(join(folder, name)));
    const { documents } = await openWorkspace(NodeFileSystem, files);
    // An example shows one thing: that a stage is empty, or that its model has more stages, is no fault of it.
    const findings = documents.flatMap(({ diagnostics }, index) =>
      diagnostics.filter(isGrave).map(({ range, code, message }) => {
        const line = (examples[index]?.line ?? 0) + range.start.line + 1;
        return `${page}:${line} ${String(code)} ${typeof message === 'string' ? message : message.value}`;
      }),
    );
    expect(findings).toEqual([]);
  });

  it.each(examples)('$name is in the canonical form', ({ text }) => {
    expect(formatText(text)).toEqual({ text, hasErrors: false });
  });
});
