// npm run fuzz [-- --runs 100000 --seed 1]: random mutations of the real files; the language must take any text.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { examineSeeds } from './fuzz/watched.ts';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 100_000);
const firstSeed = Number(values.seed ?? 1);

const kinds = new Map<string, number>();
await examineSeeds({
  firstSeed,
  runs,
  workers: availableParallelism(),
  onDone: (fault, done) => {
    if (fault) {
      const kind = fault.what.replace(/\d+/g, '…');
      if (!kinds.has(kind)) console.log(`seed ${fault.seed}: ${fault.what}\n`);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    if (done % 1_000 === 0) console.log(`${done} of ${runs} texts tried, ${kinds.size} kinds of failure`);
  },
});
for (const [kind, count] of kinds) console.log(`${count} times: ${kind.split('\n')[0] ?? ''}`);
const outcome = kinds.size === 0 ? 'all taken' : `${kinds.size} kinds of failure`;
console.log(`${runs} texts tried from seed ${firstSeed}: ${outcome}.`);
process.exitCode = kinds.size === 0 ? 0 : 1;
