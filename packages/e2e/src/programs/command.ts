import { spawn, spawnSync } from 'node:child_process';
import { accessSync, appendFileSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { InstallProblem } from './program.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a command to its end, its whole output appended to `log`.
 * @throws {InstallProblem} when it can't start or doesn't end with 0.
 */
export async function runLogged(command: Command, log: string): Promise<void> {
  const line = [command.program, ...command.args].join(' ');
  mkdirSync(dirname(log), { recursive: true });
  appendFileSync(log, `\n$ ${line}\n`);
  const output = openSync(log, 'a');
  try {
    const status = await ended(command, output);
    if (status !== 0) throw new InstallProblem(`"${line}" failed (${status}); its output is in ${log}.`);
  } finally {
    closeSync(output);
  }
}

function ended(command: Command, output: number): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(command.program, [...command.args], {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 'no exit code'));
  });
}

/** The full path of a program on the search path, if it is there and may be run. */
export function findOnPath(program: string): string | undefined {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** True when a command that changes nothing ends with 0. */
export function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, [...args], { stdio: 'ignore' }).status === 0;
}
