// npm run fuzz [-- --runs 100000 --seed 1]: random mutations of the real files; the language must take any text.
import { parseArgs } from 'node:util';
import { seededRandom } from './bench/random.ts';
import { Examiner } from './fuzz/examine.ts';
import { mutate, realTexts } from './fuzz/mutate.ts';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 100_000);
const firstSeed = Number(values.seed ?? 1);

const texts = realTexts();
const examiner = new Examiner();
const failures = new Map<string, number>();
for (let run = 0; run < runs; run++) {
  const seed = firstSeed + run;
  const fault = await examiner.examine(mutate(texts, seededRandom(seed)));
  if (fault !== undefined) {
    if (!failures.has(fault)) console.log(`seed ${seed}: ${fault}\n`);
    failures.set(fault, (failures.get(fault) ?? 0) + 1);
  }
  if (run % 1_000 === 999)
    console.log(`${run + 1} of ${runs} texts tried, ${failures.size} kinds of failure`);
}
for (const [fault, count] of failures) console.log(`${count} times: ${fault.split('\n')[0] ?? ''}`);
console.log(
  `${runs} texts tried from seed ${firstSeed}: ${failures.size === 0 ? 'all taken' : `${failures.size} kinds of failure`}.`,
);
process.exitCode = failures.size === 0 ? 0 : 1;
