import { spawn } from 'node:child_process';
import { root } from './paths.ts';

/**
 * Runs a command from the root of the project, its output straight to the terminal.
 * @returns its exit code; 1 where it was ended by a signal or could not start.
 */
export function runStreaming(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(`Could not run ${program}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a JavaScript program of an npm package under this process's own Node, which every platform can. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return runStreaming(process.execPath, [`node_modules/${script}`, ...args], env);
}

/** `4.2 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
