import { expect, test } from 'vitest';
import { seededRandom } from '../../src/bench/random.ts';
import { Examiner } from '../../src/fuzz/examine.ts';
import { mutate, realTexts } from '../../src/fuzz/mutate.ts';

const RUNS = 2_000;
/** Other seeds than those that `npm run fuzz` begins with. */
const FIRST_SEED = 1_000_000;

test(`${RUNS} random mutations of the real files are taken, and their form is kept`, async () => {
  const texts = realTexts();
  const examiner = new Examiner();
  const faults: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
    const fault = await examiner.examine(mutate(texts, seededRandom(seed)));
    // A busy machine may be slow for a moment: only npm run fuzz judges the time.
    if (fault !== undefined && !fault.startsWith('took ')) faults.push(`seed ${seed}: ${fault}`);
  }
  expect(faults).toEqual([]);
}, 600_000);
