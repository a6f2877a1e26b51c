import { spawn } from 'node:child_process';
import { forgetGroup, signalGroup, trackGroup } from '@journey/e2e';
import { root } from './paths.ts';

/** What a run may be given beside its arguments. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is ended, with all that it has started: somebody else's loop without end. */
  readonly limit?: number;
}

/**
 * Runs a command from the root of the project, its output straight to the terminal.
 * @returns its exit code; 1 where it was ended by a signal or its limit, or could not start.
 */
export function runStreaming(
  program: string,
  args: readonly string[],
  { env, limit }: RunOptions = {},
): Promise<number> {
  return new Promise((resolve) => {
    // A group of its own, so that the limit also ends workers which are too busy to hear of it.
    const child = spawn(program, [...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: limit !== undefined,
    });
    const { pid } = child;
    if (limit !== undefined && pid !== undefined) trackGroup(pid);
    const timer = limit === undefined ? undefined : setTimeout(end, limit, pid, limit);
    const done = (code: number) => {
      clearTimeout(timer);
      if (pid !== undefined) forgetGroup(pid);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`Could not run ${program}: ${error.message}`);
      done(1);
    });
    child.on('exit', (code) => {
      done(code ?? 1);
    });
  });
}

function end(group: number | undefined, limit: number): void {
  console.error(`Ended after ${seconds(limit)}: it should have been done long before.`);
  if (group !== undefined) signalGroup(group, 'SIGKILL');
}

/** Runs a JavaScript program of an npm package under this process's own Node, which every platform can. */
export function runScript(script: string, args: readonly string[], options?: RunOptions): Promise<number> {
  return runStreaming(process.execPath, [`node_modules/${script}`, ...args], options);
}

/** `4.2 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
