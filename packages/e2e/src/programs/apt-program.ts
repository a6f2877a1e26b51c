import { dirname, join } from 'node:path';
import { realCacheFolder } from './cache-folder.ts';
import { findOnPath, isExecutable, runLogged, succeeds } from './command.ts';
import { InstallProblem, type InstallProgress, type ProgramState, type RealProgram } from './program.ts';

/** A program that the machine's own package manager brings. */
export interface AptProgram {
  readonly name: string;
  readonly purpose: string;
  readonly packages: readonly string[];
  /** The full path of a file that is there once the program is: its executable, or for fonts one of them. */
  find(): string | undefined;
  /** What a person without apt should do, as a sentence. */
  readonly otherwise: string;
}

export function aptProgram(program: AptProgram): RealProgram {
  return {
    name: program.name,
    purpose: program.purpose,
    probe: () => probe(program),
    install: (progress) => install(program, progress),
  };
}

function probe(program: AptProgram): ProgramState {
  const file = program.find();
  if (file) return { installed: true, folder: dirname(file), node: process.execPath };
  return { installed: false, why: `${program.name} is not installed; run "npm run setup:real".` };
}

async function install(program: AptProgram, progress: InstallProgress): Promise<void> {
  const asRoot = rootCommand();
  if (!findOnPath('apt-get') || !asRoot) {
    throw new InstallProblem(
      `${program.name} is missing and cannot be installed from here: ${program.otherwise}`,
    );
  }
  const log = join(realCacheFolder(), `${program.name}.log`);
  const apt = (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    return runLogged({ program: command, args: rest, env: { DEBIAN_FRONTEND: 'noninteractive' } }, log);
  };
  const installNow = () => apt('install', '--yes', '--no-install-recommends', ...program.packages);
  try {
    await progress.step(`Install ${program.packages.join(', ')} by apt`, installNow);
  } catch {
    // Mostly a list of packages that is missing or out of date.
    await progress.step('Bring the list of packages up to date', () => apt('update'));
    await progress.step(`Install ${program.packages.join(', ')} by apt, again`, installNow);
  }
  if (!program.find())
    throw new InstallProblem(`apt said that ${program.name} is installed, yet it is not found; see ${log}.`);
}

/** What to put before a command that only the administrator may run; `undefined` when this person may not. */
function rootCommand(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return findOnPath('sudo') && succeeds('sudo', ['--non-interactive', 'true'])
    ? ['sudo', '--non-interactive']
    : undefined;
}

/** The first of these names that is a program on the path, or a full path that may be run. */
export function findExecutable(names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = name.includes('/') ? (isExecutable(name) ? name : undefined) : findOnPath(name);
    if (found) return found;
  }
  return undefined;
}
