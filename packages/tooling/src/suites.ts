import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { projectPath } from './paths.ts';
import { runScript } from './run.ts';

/** How many tests a suite had. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One thing that `npm test` looks at. */
export interface Suite {
  readonly name: string;
  /** Why it can't run on this machine and what to do about it, in one sentence; undefined where it can. */
  unavailable?(): Promise<string | undefined>;
  run(): Promise<Counts>;
}

/** A tool that says yes or no: one test. */
export function toolSuite(name: string, script: string, args: readonly string[]): Suite {
  return {
    name,
    run: async () => {
      const passed = (await runScript(script, args)) === 0;
      return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
    },
  };
}

/** Vitest can't end a test that never gives way; without this, one such test takes all the time that CI has. */
const LONGEST_SUITE_MS = 25 * 60_000;

/** The tests of one project of vitest.config.ts. */
export function vitestSuite(name: string, project: string, needs: Pick<Suite, 'unavailable'> = {}): Suite {
  return { name, ...needs, run: () => runVitest(project) };
}

/** Runs the tests of a project and counts them; a file that could not even load counts as one failed test. */
export async function runVitest(project: string, filters: readonly string[] = []): Promise<Counts> {
  const report = projectPath(`.cache/test/${project}.json`);
  rmSync(report, { force: true });
  mkdirSync(dirname(report), { recursive: true });
  const exitCode = await runScript(
    'vitest/vitest.mjs',
    [
      'run',
      '--config=packages/tooling/vitest.config.ts',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    { limit: LONGEST_SUITE_MS },
  );
  const counts = countsIn(report);
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

function countsIn(report: string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  // Vitest's own JSON reporter wrote it a moment ago.
  const read = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}
