// Run as a program of its own, since LikeC4 keeps its process busy: lays a model out in rounds, and prints how long each
// took as JSON. Its arguments: where LikeC4 is installed, and a file with the model.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface LikeC4Module {
  readonly LikeC4: {
    fromSource(source: string, options: object): Promise<{ diagrams(): Promise<readonly unknown[]> }>;
  };
}

const ROUNDS = 3;

const [, , folder = '', file = ''] = process.argv;
const entry = pathToFileURL(join(folder, 'node_modules/likec4/dist/index.mjs')).href;
const { LikeC4 } = (await import(entry)) as LikeC4Module;
const source = await readFile(file, 'utf8');
const samples: number[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  // What was laid out once is remembered: each round has a model of its own.
  const model = await LikeC4.fromSource(source, { throwIfInvalid: true });
  const started = performance.now();
  await model.diagrams();
  if (round > 0) samples.push(performance.now() - started);
}
process.stdout.write(`\n${JSON.stringify(samples)}\n`, () => process.exit(0));
