import { expect, test } from 'vitest';
import { fuzz, type Fault } from '../../src/fuzz/watched.ts';

const RUNS = 2_000;
/** Other seeds than those that `npm run fuzz` begins with. */
const FIRST_SEED = 1_000_000;

test(`${RUNS} random mutations of the real files are taken, and their form is kept`, async () => {
  const faults: Fault[] = [];
  await fuzz({ firstSeed: FIRST_SEED, runs: RUNS, workers: 2 }, (fault) => {
    // A busy machine may be slow for a moment: only npm run fuzz judges the time.
    if (!fault.fault.startsWith('took ')) faults.push(fault);
  });
  expect(faults).toEqual([]);
}, 600_000);

test('a text that hangs and one that ends its thread are faults of their seeds, and the run goes on', async () => {
  const faults: Fault[] = [];
  let examined = 0;
  await fuzz(
    { firstSeed: 1, runs: 6, workers: 1, silence: 2_000 },
    (fault) => faults.push(fault),
    () => examined++,
    new URL('./support/slips.ts', import.meta.url),
  );
  expect(faults).toEqual([
    { seed: 2, fault: 'hangs: no answer for 2 s' },
    { seed: 4, fault: 'ended its thread: Error: no such text' },
  ]);
  expect(examined).toBe(6);
});
