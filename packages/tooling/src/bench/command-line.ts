import { spawnSync } from 'node:child_process';
import { EXAMPLE } from '../example.ts';
import { root } from '../paths.ts';
import { type Figure, figure } from './figure.ts';

const ROUNDS = 11;

/** How long a person waits for a command: whole processes, of what `npm run build` made. */
export function commandLineFigures(): Figure[] {
  const journey = ['packages/cli/dist/journey.js'];
  const [node = [], version = [], check = [], again = []] = timedInTurn([
    ['-e', '0'],
    [...journey, '--version'],
    [...journey, 'check', '--no-cache', EXAMPLE],
    [...journey, 'check', EXAMPLE],
  ]);
  const floor = { kind: 'floor', what: 'node -e 0', samples: node } as const;
  return [
    figure({ name: 'cli.version', unit: 'ms', samples: version, against: floor }),
    figure({ name: 'cli.check-example', unit: 'ms', samples: check, against: floor }),
    figure({ name: 'cli.check-example-again', unit: 'ms', samples: again, against: floor }),
  ];
}

function timedInTurn(commands: readonly (readonly string[])[]): number[][] {
  // The first run fills the compile cache, as the first one after an installation does.
  for (const command of commands) timed(command);
  const samples: number[][] = commands.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, command] of commands.entries()) samples[index]?.push(timed(command));
  }
  return samples;
}

/**
 * How long Node takes for what it is given, from its start to its end, in milliseconds.
 * @throws {Error} where it doesn't end well; the reason is in the message
 */
export function timed(command: readonly string[], cwd = root): number {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${command.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return performance.now() - started;
}
