import { spawnSync } from 'node:child_process';
import { EXAMPLE } from '../example.ts';
import { root } from '../paths.ts';
import { type Figure, figure } from './figure.ts';

const ROUNDS = 11;

/** How long a person waits for a command: whole processes, of what `npm run build` made. */
export function commandLineFigures(): Figure[] {
  const journey = ['packages/cli/dist/journey.js'];
  const floor = { kind: 'floor', what: 'node -e 0', samples: timed(['-e', '0']) } as const;
  return [
    figure({ name: 'cli.version', unit: 'ms', samples: timed([...journey, '--version']), against: floor }),
    figure({
      name: 'cli.check-example',
      unit: 'ms',
      samples: timed([...journey, 'check', EXAMPLE]),
      against: floor,
    }),
  ];
}

function timed(args: readonly string[]): number[] {
  const run = () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
    return performance.now() - started;
  };
  // The first run fills the compile cache, as the first one after an installation does.
  run();
  return Array.from({ length: ROUNDS }, run);
}
