import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createJourneyServices, openWorkspace } from '@journey/language';
import { EmptyFileSystem, URI, type FileSystemNode, type FileSystemProvider } from 'langium';
import { type Figure, figure } from './figure.ts';
import type { SourceFile } from './workspace.ts';

const ROUNDS = 7;
const FOLDER = 'file:///bench/';

/** Parsing, checking and keeping a workspace, each held against the least that it could cost. */
export async function languageFigures(files: readonly SourceFile[]): Promise<Figure[]> {
  const { journey } = createJourneyServices(EmptyFileSystem);
  const { Lexer, LangiumParser } = journey.parser;
  const [lexing = [], parsing = [], checking = []] = await timedInTurn([
    () => files.forEach(({ text }) => Lexer.tokenize(text)),
    () => files.forEach(({ text }) => LangiumParser.parse(text)),
    () => open(files),
  ]);
  const floor = {
    kind: 'floor',
    what: 'Chevrotain lexing the same text with the same tokens',
    samples: lexing,
  } as const;
  return [
    figure({ name: 'language.parse-1MB', unit: 'ms', samples: parsing, against: floor }),
    figure({ name: 'language.check-1MB', unit: 'ms', samples: checking, against: floor }),
    await memoryFigure(files),
  ];
}

async function memoryFigure(files: readonly SourceFile[]): Promise<Figure> {
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const texts = await kept(() => Promise.resolve(files.map(({ text }) => Buffer.from(text).toString())));
  const workspace = await kept(() => open(files));
  return figure({
    name: 'language.memory-kept',
    unit: 'bytes per source byte',
    samples: [workspace / bytes],
    against: { kind: 'floor', what: 'the texts alone, as strings', samples: [texts / bytes] },
  });
}

async function open(files: readonly SourceFile[]) {
  const { documents } = await openWorkspace(
    { fileSystemProvider: () => new FilesInMemory(files) },
    files.map(({ path }) => URI.parse(FOLDER + path)),
  );
  for (const { uri, diagnostics } of documents) {
    const error = diagnostics.find(({ severity }) => severity === 1);
    if (error)
      throw new Error(`The seeded workspace must be right, yet ${uri.path} has ${String(error.code)}.`);
  }
  return documents;
}

/** Each in turn in every round, so that a slow moment of the machine falls on all of them. The first round warms up. */
async function timedInTurn(works: readonly (() => unknown)[]): Promise<number[][]> {
  const samples: number[][] = works.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      if (round > 0) samples[index]?.push(performance.now() - started);
    }
  }
  return samples;
}

/** The bytes of the heap that stay in use while the result is held. */
async function kept(work: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const held = [await work()];
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  // Used after the measurement, so that it can't have been collected before.
  return held.length > 0 ? after - before : 0;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

class FilesInMemory implements FileSystemProvider {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(files: readonly SourceFile[]) {
    this.texts = new Map(files.map(({ path, text }) => [URI.parse(FOLDER + path).toString(), text]));
  }

  readFileSync(uri: URI): string {
    const text = this.texts.get(uri.toString());
    if (text === undefined) throw new Error(`There is no file ${uri.toString()}.`);
    return text;
  }
  readFile = (uri: URI) => Promise.resolve(this.readFileSync(uri));
  existsSync = (uri: URI) => this.texts.has(uri.toString());
  exists = (uri: URI) => Promise.resolve(this.existsSync(uri));
  statSync = (uri: URI): FileSystemNode => ({ isFile: this.existsSync(uri), isDirectory: false, uri });
  stat = (uri: URI) => Promise.resolve(this.statSync(uri));
  readBinarySync = (uri: URI) => Buffer.from(this.readFileSync(uri));
  readBinary = (uri: URI) => Promise.resolve(this.readBinarySync(uri));
  readDirectorySync = (): FileSystemNode[] => [];
  readDirectory = () => Promise.resolve([]);
}
