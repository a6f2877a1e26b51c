import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createJourneyServices } from '@journey/language';
import { EmptyFileSystem } from 'langium';
import { CompletionRequest } from 'vscode-languageserver-protocol/node';
import { type Figure, figure } from './figure.ts';
import { seededRandom } from './random.ts';
import { BenchServer } from './server.ts';
import { generateFile, generateWorkspace, type SourceFile } from './workspace.ts';

const SEED = 2027;
const ROUNDS = 15;
const BYTES_OF_A_LARGE_WORKSPACE = 9_000_000;
const LINES_OF_A_LARGE_FILE = 26_000;
const HUB = 'systems.journey';
const LEAF = 'story_7.journey';

/** What somebody waits for who types, over the protocol, in the server that ships. */
export async function editorFigures(): Promise<Figure[]> {
  return [
    ...(await inWorkspace(generateWorkspace(SEED, BYTES_OF_A_LARGE_WORKSPACE))),
    await inLargeFile(generateFile(SEED, LINES_OF_A_LARGE_FILE)),
  ];
}

async function inWorkspace(files: readonly SourceFile[]): Promise<Figure[]> {
  return withServer(files, async (server, uriOf) => {
    const hub = textOf(files, HUB);
    const leaf = textOf(files, LEAF);
    const started = performance.now();
    await server.open(uriOf(''));
    await server.type(uriOf(LEAF), leaf);
    const first = performance.now() - started;
    await allJudged(server, files.length);
    const all = performance.now() - started;
    await server.type(uriOf(HUB), hub);
    const inHub = await timedEdits(server, uriOf(HUB), hub, (count) =>
      hub.replace('"CRM"', `"CRM ${count}"`),
    );
    const inLeaf = await timedEdits(server, uriOf(LEAF), leaf, (count) =>
      leaf.replace('reentry after 90d', `reentry after ${90 + count}d`),
    );
    const floor = (text: string) => ({ kind: 'floor' as const, ...lexing(text) });
    const every = files.map(({ text }) => text).join('\n');
    return [
      figure({ name: 'editor.open-file-of-9MB', unit: 'ms', samples: [first], against: floor(leaf) }),
      figure({ name: 'editor.open-all-of-9MB', unit: 'ms', samples: [all], against: floor(every) }),
      figure({ name: 'editor.keystroke-in-hub', unit: 'ms', samples: inHub, against: floor(hub) }),
      figure({ name: 'editor.keystroke-in-leaf', unit: 'ms', samples: inLeaf, against: floor(leaf) }),
    ];
  });
}

async function inLargeFile(file: SourceFile): Promise<Figure> {
  return withServer([file], async (server, uriOf) => {
    const uri = uriOf(file.path);
    await server.open(uriOf(''));
    await server.type(uri, file.text);
    const lines = file.text.split('\n').length;
    const random = seededRandom(SEED);
    const samples = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const position = { line: random.below(lines), character: random.below(20) };
      const started = performance.now();
      await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
      if (round > 0) samples.push(performance.now() - started);
    }
    const against = { kind: 'floor' as const, ...lexing(file.text) };
    return figure({ name: 'editor.completion-26000-lines', unit: 'ms', samples, against });
  });
}

async function timedEdits(
  server: BenchServer,
  uri: string,
  text: string,
  edited: (count: number) => string,
): Promise<number[]> {
  const samples = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const started = performance.now();
    await server.type(uri, edited(round));
    if (round > 0) samples.push(performance.now() - started);
  }
  await server.type(uri, text);
  return samples;
}

async function allJudged(server: BenchServer, count: number): Promise<void> {
  const judged = () => [...server.diagnostics.keys()].filter((uri) => uri.startsWith('file:')).length;
  while (judged() < count) await server.until(() => true);
}

async function withServer<Result>(
  files: readonly SourceFile[],
  work: (server: BenchServer, uriOf: (path: string) => string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
  for (const { path, text } of files) writeFileSync(join(folder, path), text);
  const server = new BenchServer();
  try {
    return await work(server, (path) => pathToFileURL(join(folder, path)).href);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function textOf(files: readonly SourceFile[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (!file) throw new Error(`The seeded workspace has no ${path}.`);
  return file.text;
}

/** The least that any answer about the text could cost. */
function lexing(text: string): { readonly what: string; readonly samples: number[] } {
  const { Lexer } = createJourneyServices(EmptyFileSystem).journey.parser;
  const samples = Array.from({ length: 5 }, () => {
    const started = performance.now();
    Lexer.tokenize(text);
    return performance.now() - started;
  });
  return { what: 'lexing the same text once', samples };
}
