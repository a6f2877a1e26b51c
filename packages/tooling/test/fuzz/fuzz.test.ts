import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { examineSeeds } from '../../src/fuzz/watched.ts';

const RUNS = 2_000;
/** Other seeds than those that `npm run fuzz` begins with. */
const FIRST_SEED = 1_000_000;

test(`${RUNS} random mutations of the real files are taken, and their form is kept`, async () => {
  const faults = await examineSeeds({ firstSeed: FIRST_SEED, runs: RUNS, workers: availableParallelism() });
  // A busy machine may be slow for a moment: only npm run fuzz judges the time.
  expect(faults.filter(({ what }) => !what.startsWith('took '))).toEqual([]);
}, 600_000);
