// npm test: every suite in order, then what passed and what did not. `npm test -- unit lint` runs only those.
import { ensureChromium, realProgram, type RealProgramName, sentence } from '@journey/e2e';
import { buildAll } from './build.ts';
import { seconds } from './run.ts';
import { type Counts, type Suite, toolSuite, vitestSuite } from './suites.ts';

interface Outcome extends Counts {
  readonly suite: Suite;
  readonly milliseconds: number;
  /** Why the suite did not run. */
  readonly notRun?: string;
}

const suites: readonly Suite[] = [
  { name: 'build', run: build },
  toolSuite('types', 'typescript/bin/tsc', ['--build']),
  toolSuite('lint', 'eslint/bin/eslint.js', ['--config', 'packages/tooling/eslint.config.ts', 'packages']),
  toolSuite('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  vitestSuite('unit', 'unit'),
  vitestSuite('fuzz', 'fuzz'),
  vitestSuite('cli', 'cli'),
  vitestSuite('server', 'server'),
  vitestSuite('worker', 'worker', { unavailable: browserUnavailable }),
  vitestSuite('webview', 'webview', { unavailable: browserUnavailable }),
  vitestSuite('neovim', 'neovim', { unavailable: () => Promise.resolve(firstMissing(['neovim'])) }),
  vitestSuite('vscode', 'vscode', {
    unavailable: () => Promise.resolve(firstMissing(['chromium', 'fonts', 'vscode'])),
  }),
  vitestSuite('n8n', 'n8n', { unavailable: () => Promise.resolve(firstMissing(['n8n'])) }),
];

/**
 * Each takes ten minutes or more on an idle machine: weeks of many customers in a real n8n, held against the simulator;
 * n8n killed twenty times; the worked example over an n8n with workers.
 */
const onRequest: readonly Suite[] = [
  vitestSuite('plans', 'plans', { unavailable: () => Promise.resolve(firstMissing(['n8n'])) }),
  vitestSuite('kills', 'kills', { unavailable: () => Promise.resolve(firstMissing(['n8n'])) }),
  vitestSuite('queue', 'queue', {
    unavailable: () => Promise.resolve(firstMissing(['n8n', 'postgresql', 'redis'])),
  }),
];

/** Where the machine is meant to have everything, a suite that can't run is a failure. */
const allRequired = isSet(process.env['CI']) || isSet(process.env['JOURNEY_REQUIRE_ALL']);

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

/** The suites that follow run what is built here. */
async function build(): Promise<Counts> {
  try {
    const files = await buildAll();
    console.log(`${files.length} files built.`);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** A browser is quickly had where apt is, so it is installed and not asked for. */
async function browserUnavailable(): Promise<string | undefined> {
  try {
    await ensureChromium();
    return undefined;
  } catch (error) {
    return sentence(error);
  }
}

function firstMissing(names: readonly RealProgramName[]): string | undefined {
  const states = names.map(realProgram);
  return states.flatMap((state) => (state.installed ? [] : [state.why]))[0];
}

function chosenSuites(names: readonly string[]): readonly Suite[] {
  const all = [...suites, ...onRequest];
  const unknown = names.filter((name) => !all.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no suite "${unknown.join('", "')}": there are ${all.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  return names.length === 0 ? suites : all.filter(({ name }) => names.includes(name));
}

async function runSuite(suite: Suite): Promise<Outcome> {
  console.log(`\n── ${suite.name} ${'─'.repeat(Math.max(0, 70 - suite.name.length))}`);
  const started = performance.now();
  const outcome = (counts: Counts) => ({ suite, milliseconds: performance.now() - started, ...counts });
  const notRun = await suite.unavailable?.();
  if (notRun !== undefined) {
    console.log(notRun);
    return { ...outcome({ passed: 0, failed: allRequired ? 1 : 0, skipped: allRequired ? 0 : 1 }), notRun };
  }
  return outcome(await suite.run());
}

function printSummary(outcomes: readonly Outcome[]): void {
  console.log('\n── summary ───────────────────────────────────────────────────────────────');
  for (const { suite, passed, failed, skipped, milliseconds, notRun } of outcomes) {
    const said = notRun ?? `${passed} passed, ${failed} failed, ${skipped} skipped`;
    const mark = failed > 0 ? '✗' : notRun === undefined ? '✓' : '–';
    console.log(`${mark} ${suite.name.padEnd(8)} ${seconds(milliseconds).padStart(8)}  ${said}`);
  }
}

function sum(outcomes: readonly Outcome[], what: keyof Counts): number {
  return outcomes.reduce((total, outcome) => total + outcome[what], 0);
}

const outcomes: Outcome[] = [];
for (const suite of chosenSuites(process.argv.slice(2))) outcomes.push(await runSuite(suite));
printSummary(outcomes);
const notAsked = onRequest.filter((suite) => !outcomes.some((outcome) => outcome.suite === suite));
for (const { name } of notAsked)
  console.log(`– ${name.padEnd(8)} runs only when asked for: npm test -- ${name}`);
const failed = sum(outcomes, 'failed');
console.log(`\n${sum(outcomes, 'passed')} passed, ${failed} failed, ${sum(outcomes, 'skipped')} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
