import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { forgetGroup, signalGroup, trackGroup } from './groups.ts';

export interface ServiceCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** The whole environment of the program, not an addition to ours. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Everything it says is appended to this file. */
  readonly log: string;
  /** Who it runs as, where we are root and it must not. */
  readonly user?: ServiceUser;
}

export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

/** A program that runs until it is told to end, with all that it has started itself. */
export interface Service {
  readonly processId: number;
  /** Once it has ended: its exit code, or the name of the signal that ended it. Never rejects. */
  readonly ended: Promise<number | string>;
  hasEnded(): boolean;
  /** Asks it to end, and after `grace` milliseconds makes it. */
  stop(grace?: number): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a program in a process group of its own, which is the only thing that is ever signalled. */
export function startService({ program, args, env, cwd, log, user }: ServiceCommand): Service {
  const output = openSync(log, 'a');
  const stdio = ['ignore', output, output] as const;
  const child = spawn(program, [...args], { cwd, env, detached: true, stdio: [...stdio], ...user });
  closeSync(output);
  const processId = child.pid;
  // Where it could not be started there is no process id either, and the error comes here.
  child.on('error', () => undefined);
  if (processId === undefined) throw new Error(`${program} could not be started.`);
  trackGroup(processId);

  let over = false;
  const ended = new Promise<number | string>((resolve) => {
    child.on('exit', (code, signalName) => {
      over = true;
      forgetGroup(processId);
      resolve(code ?? signalName ?? 'no exit code');
    });
  });
  const kill = async () => {
    signalGroup(processId, 'SIGKILL');
    await ended;
  };
  return {
    processId,
    ended,
    hasEnded: () => over,
    kill,
    async stop(grace = 10_000) {
      signalGroup(processId, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(processId, 'SIGKILL'), grace);
      await ended;
      clearTimeout(timer);
      // What the program itself left behind in its group.
      signalGroup(processId, 'SIGKILL');
    },
  };
}

/** The last lines that a service has said, for an error message. */
export function lastLines(log: string, count = 20): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
