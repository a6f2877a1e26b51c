import { createJourneyServices } from '@journey/language';
import { type Figure, figure } from './figure.ts';
import { heapInUse } from './heap.ts';
import { FilesInMemory, uriOf } from './open.ts';
import { type Random, seededRandom } from './random.ts';
import type { SourceFile } from './workspace.ts';

const SEED = 2027;
/** After so many edits all caches are as full as they become. */
const FIRST = 300;
const MORE = 1000;
const SAMPLES = 5;

/** What a server's heap holds after an hour of typing, beside what it held after some minutes: it should be the same. */
export async function soakFigure(files: readonly SourceFile[]): Promise<Figure> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const disk = new FilesInMemory(files);
  const { workspace } = createJourneyServices({ fileSystemProvider: () => disk }).shared;
  await workspace.WorkspaceManager.initializeWorkspace([]);
  const build = (changed: readonly string[]): Promise<void> =>
    workspace.DocumentBuilder.update(changed.map(uriOf), []);
  await build([...texts.keys()]);

  const random = seededRandom(SEED);
  const type = async (edits: number): Promise<void> => {
    for (let edit = 0; edit < edits; edit++) {
      const { path, text } = random.pick(files as [SourceFile, ...SourceFile[]]);
      disk.write(path, mangled(text, random));
      await build([path]);
    }
  };
  /** Everything as it was in the beginning, so that only what is left behind differs. */
  const settled = async (): Promise<number> => {
    for (const [path, text] of texts) disk.write(path, text);
    await build([...texts.keys()]);
    return heapInUse() / 1_000_000;
  };
  await type(FIRST);
  const before = await settled();
  const after: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    await type(MORE / SAMPLES);
    after.push(await settled());
  }
  return figure({
    name: `editor.heap-after-${MORE}-edits`,
    unit: 'MB',
    samples: after,
    against: { kind: 'floor', what: `the same after ${FIRST} edits`, samples: [before] },
  });
}

/** The text with some letters gone, doubled or out of place, as they are while somebody types. */
function mangled(text: string, random: Random): string {
  const at = random.below(text.length);
  const length = 1 + random.below(40);
  const piece = text.slice(at, at + length);
  const elsewhere = random.below(text.length);
  switch (random.below(3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    default:
      return text.slice(0, elsewhere) + piece + text.slice(elsewhere);
  }
}
