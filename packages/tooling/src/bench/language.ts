import { setImmediate } from 'node:timers/promises';
import { createJourneyServices } from '@journey/language';
import { EmptyFileSystem } from 'langium';
import { type Figure, figure } from './figure.ts';
import { heapInUse } from './heap.ts';
import { largeFile } from './large-file.ts';
import { open } from './open.ts';
import { timedInTurn } from './timed.ts';
import type { SourceFile } from './workspace.ts';

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
    await growthFigure(),
    await memoryFigure(files),
  ];
}

/** One large file beside ten small ones of the same text: what one costs beyond them, it costs for being one. */
async function growthFigure(): Promise<Figure> {
  const [large, small] = [largeFile(500_000), largeFile(50_000)];
  const [whole = [], tenth = []] = await timedInTurn([
    () => open([{ path: 'large.journey', text: large }]),
    () => open([{ path: 'small.journey', text: small }]),
  ]);
  return figure({
    name: 'language.check-one-file-500kB',
    unit: 'ms',
    samples: whole,
    against: {
      kind: 'floor',
      what: 'ten times a file of a tenth of the size',
      samples: tenth.map((time) => time * 10),
    },
  });
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

/** The bytes of the heap that stay in use while the result is held. */
async function kept(work: () => Promise<unknown>): Promise<number> {
  // What was measured before is only let go of once its promises are.
  heapInUse();
  await setImmediate();
  const before = heapInUse();
  const held = [await work()];
  const after = heapInUse();
  // Used after the measurement, so that it can't have been collected before.
  return held.length > 0 ? after - before : 0;
}
