// npm run fuzz [-- --runs 100000 --seed 1]: random mutations of the real files; the language must take any text.
import { argumentsOr } from './arguments.ts';
import { fuzz } from './fuzz/watched.ts';

const values = argumentsOr('npm run fuzz takes --runs 100000 and --seed 1.', {
  runs: { type: 'string' },
  seed: { type: 'string' },
});
const runs = Number(values.runs ?? 100_000);
const firstSeed = Number(values.seed ?? 1);

const failures = new Map<string, number>();
await fuzz(
  { firstSeed, runs, workers: 2 },
  ({ seed, fault }) => {
    // The time differs from text to text: all slow ones are one kind.
    const kind = fault.startsWith('took ') ? 'took too long' : fault;
    if (!failures.has(kind)) console.log(`seed ${seed}: ${fault}\n`);
    failures.set(kind, (failures.get(kind) ?? 0) + 1);
  },
  (count) => {
    if (count % 1_000 === 0)
      console.log(`${count} of ${runs} texts tried, ${failures.size} kinds of failure`);
  },
);
for (const [fault, count] of failures) console.log(`${count} times: ${fault.split('\n')[0] ?? ''}`);
console.log(
  `${runs} texts tried from seed ${firstSeed}: ${failures.size === 0 ? 'all taken' : `${failures.size} kinds of failure`}.`,
);
process.exitCode = failures.size === 0 ? 0 : 1;
