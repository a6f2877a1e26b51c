import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '@journey/language';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../src/example.ts';
import { projectPath } from '../src/paths.ts';

/** A block of the page: a whole file, or lines for a place in one: `match-meeting.journey > stage purchase`. */
interface Piece {
  readonly file: string;
  readonly place: string | undefined;
  readonly text: string;
}

interface Step {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

const steps: readonly Step[] = readFileSync(projectPath('docs/tutorial.md'), 'utf8')
  .split(/^## (?=\d)/m)
  .slice(1)
  .map((section) => ({
    title: section.slice(0, section.indexOf('\n')),
    pieces: [...section.matchAll(/^```journey (\S+)(?: > (.+))?\n([^]*?)^```$/gm)].map(
      ([, file = '', place, text = '']) => ({ file, place, text }),
    ),
  }));

const SPLICES: Readonly<Record<string, (file: string, lines: string, name: string) => string>> = {
  imports: (file, lines) => `${lines}\n${file.replace(/^(?:import .*\n)*\n?/, '')}`,
  journey: (file, lines) => file.replace(/^\n(?= {2}stage )/m, () => `${indented(lines, 2)}\n`),
  stages: (file, lines) => file.replace(/^}\n/m, () => `\n${indented(lines, 2)}}\n`),
  stage: (file, lines, name) =>
    file.replace(
      new RegExp(`^ {2}stage ${name} [^]*?(?=^ {2}}$)`, 'm'),
      (stage) => `${stage}\n${indented(lines, 4)}`,
    ),
  end: (file, lines) => `${file}\n${lines}`,
};

function indented(lines: string, by: number): string {
  return lines.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** The file with the piece at its place. */
function withPiece(file: string, { place, text }: Piece): string {
  if (place === undefined) return text;
  const [kind = '', name = ''] = place.split(' ');
  const spliced = SPLICES[kind]?.(file, text, name);
  if (spliced === undefined || spliced === file) throw new Error(`The tutorial has no place “${place}”.`);
  return spliced;
}

/** What a model says, without where it was written and in which order messages stand. */
function meaning(model: unknown): unknown {
  return JSON.parse(
    JSON.stringify(model, (key, value: unknown) => {
      if (key === 'source') return undefined;
      return key === 'messages' && Array.isArray(value)
        ? value.toSorted((one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1))
        : value;
    }),
  );
}

describe('the tutorial', () => {
  const files = new Map<string, string>();
  let folder = '';

  const open = async (base: string) =>
    (
      await openWorkspace(
        NodeFileSystem,
        [...files.keys()].map((name) => URI.file(join(base, name))),
      )
    ).documents;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'journey-tutorial-'));
    for (const beside of ['mails', 'images'])
      cpSync(projectPath(join(EXAMPLE, beside)), join(folder, beside), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has ten steps', () => {
    expect(steps).toHaveLength(10);
  });

  it.each(steps)('has nothing wrong after: $title', async ({ pieces }) => {
    for (const piece of pieces) {
      const text = withPiece(files.get(piece.file) ?? '', piece);
      files.set(piece.file, text);
      writeFileSync(join(folder, piece.file), text);
    }
    const findings = (await open(folder)).flatMap(({ diagnostics, uri }) =>
      diagnostics
        .filter(
          ({ severity }) => severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning,
        )
        .map(
          ({ range, code, message }) =>
            `${uri.path}:${range.start.line + 1} ${String(code)} ${String(message)}`,
        ),
    );
    expect(findings).toEqual([]);
  });

  it('ends with the worked example', async () => {
    const [built, example] = await Promise.all([open(folder), open(projectPath(EXAMPLE))]);
    const model = (documents: typeof built): unknown =>
      meaning(documents.find(({ uri }) => uri.path.endsWith('/match-meeting.journey'))?.compile());
    expect(model(built)).toEqual(model(example));
  });
});
