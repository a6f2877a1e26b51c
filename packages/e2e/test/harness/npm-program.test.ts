import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder, type TemporaryFolder } from '../../src/process/temporary-folder.ts';
import { npmProgram, type NpmStep } from '../../src/programs/npm-program.ts';
import type { InstallProgress } from '../../src/programs/program.ts';

let cache: TemporaryFolder;
const steps: string[] = [];
const progress: InstallProgress = {
  step: (name, work) => {
    steps.push(name);
    return work();
  },
};

beforeEach(() => {
  cache = temporaryFolder('cache');
  steps.length = 0;
  vi.stubEnv('JOURNEY_REAL_CACHE', cache.path);
});

afterEach(() => {
  vi.unstubAllEnvs();
  cache.remove();
});

/** A step that runs a line of JavaScript in the folder that is being filled. */
function script(name: string, source: string): NpmStep {
  return { name, command: (folder) => ({ program: process.execPath, args: ['-e', source], cwd: folder }) };
}

/** The lockfile of VS Code with other steps: what is tested is where they work and what is left. */
function program(programSteps: readonly NpmStep[], compilers: readonly string[] = []) {
  const recipe = {
    name: 'vscode',
    purpose: 'a test',
    recipeVersion: 1,
    proof: 'proof',
    compilers,
    steps: programSteps,
  };
  return npmProgram(recipe);
}

const writesProof = script('Write', 'require("fs").writeFileSync("proof", "there")');
const entries = () => readdirSync(cache.path);

describe('installing a program of npm packages', () => {
  test('puts it into a folder that is named by its lockfile, beside its log', async () => {
    const installed = program([script('Look', 'console.log(fs.readdirSync(".").join())'), writesProof]);
    expect(installed.probe().installed).toBe(false);
    await installed.install(progress);
    expect(steps).toEqual(['Look', 'Write']);
    const state = installed.probe();
    if (!state.installed) throw new Error(state.why);
    expect(state.folder).toMatch(/vscode-[0-9a-f]{16}$/);
    expect(readFileSync(join(state.folder, 'proof'), 'utf8')).toBe('there');
    expect(readFileSync(`${state.folder}.log`, 'utf8')).toContain('package-lock.json,package.json');
  });

  test('leaves nothing but the log when a step fails, and says where the log is', async () => {
    const broken = program([writesProof, script('Break', 'console.error("why"); process.exit(3)')]);
    await expect(broken.install(progress)).rejects.toThrow(/failed \(3\); its output is in .*\.log\.$/);
    expect(broken.probe().installed).toBe(false);
    expect(entries()).toEqual([expect.stringMatching(/\.log$/)]);
    expect(readFileSync(join(cache.path, entries()[0] ?? ''), 'utf8')).toContain('why');
  });

  test('is not content with steps that end well and bring nothing', async () => {
    await expect(program([script('Nothing', '')]).install(progress)).rejects.toThrow('proof is not there');
  });

  test('clears away what an interrupted installation left, and nothing of a running one', async () => {
    const installed = program([writesProof]);
    await installed.install(progress);
    const name = entries().find((entry) => !entry.endsWith('.log')) ?? '';
    // No process has the largest id that there can be; this process is surely running.
    for (const owner of [2 ** 22, process.ppid]) mkdirSync(join(cache.path, `${name}.${owner}.partial`));
    await installed.install(progress);
    expect(existsSync(join(cache.path, `${name}.${2 ** 22}.partial`))).toBe(false);
    expect(existsSync(join(cache.path, `${name}.${process.ppid}.partial`))).toBe(true);
  });

  test('says plainly which compiler is missing, before it downloads anything', async () => {
    const needy = program([writesProof], ['no-such-compiler']);
    await expect(needy.install(progress)).rejects.toThrow('needs no-such-compiler: install');
    expect(entries()).toEqual([]);
  });
});
