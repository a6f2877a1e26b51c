import { join } from 'node:path';
import { findTarget, type Target, targets, type TimeScale } from '@journey/targets';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { shownPath } from '../files.ts';
import { type Generation, generations } from '../generation.ts';
import { compareAll, NOTHING, type Outcome, writeAll } from '../outcome.ts';
import { countBySeverity, findingForPrograms, findingsOf, type LocatedFinding } from '../output/findings.ts';
import { printFindings } from '../output/finding-printer.ts';
import { counted, printJson, stderr, stdout } from '../output/terminal.ts';
import { UsageError } from '../usage-error.ts';
import { openPathsWithImports } from '../workspace.ts';

export interface GenerateOptions {
  readonly target: string;
  readonly output?: string;
  readonly journey?: string;
  readonly environment?: string;
  readonly timeScale?: number;
  readonly timeStart?: string;
  readonly check?: true;
  readonly force?: true;
  readonly json?: true;
}

/** Writes the automations of journeys as files for an orchestrator: all of them, or none where something is wrong. */
export async function generate(paths: readonly string[], options: GenerateOptions): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const timeScale = timeScaleOf(options);
  const opened = await openPathsWithImports(paths);
  const errors = [...opened.asked, ...opened.imported].flatMap(findingsOf).filter(isError);
  if (errors.length > 0) return refuse(errors, [], options);
  const made = await generations(opened, {
    target,
    folder: options.output ?? join('out', target.id),
    ...(options.journey !== undefined && { journey: options.journey }),
    ...(options.environment !== undefined && { environment: options.environment }),
    ...(timeScale && { timeScale }),
  });
  const findings = made.flatMap((generation) => generation.findings);
  if (findings.some(isError)) return refuse(findings, made, options);
  const outcome = await (options.check ? compareAll(made) : writeAll(made, options.force ?? false));
  report(made, findings, outcome, options, target);
  const done = outcome.outdated.length === 0 && (outcome.changedByHand.length === 0 || options.force);
  return done ? EXIT.fine : EXIT.findings;
}

const isError = ({ severity }: LocatedFinding) => severity === 'error';

function refuse(
  findings: readonly LocatedFinding[],
  made: readonly Generation[],
  options: GenerateOptions,
): ExitCode {
  if (options.json) {
    printJson(summary(made, findings, NOTHING, options));
  } else {
    printFindings(findings, stdout);
    stdout.line(`Nothing was generated: ${counted(countBySeverity(findings).errors, 'error')}.`);
  }
  return EXIT.findings;
}

function report(
  made: readonly Generation[],
  findings: readonly LocatedFinding[],
  outcome: Outcome,
  options: GenerateOptions,
  target: Target,
): void {
  if (options.json) {
    printJson(summary(made, findings, outcome, options));
    return;
  }
  printFindings(findings, stdout);
  const folders = made.map(({ folder }) => stdout.isolate(shownPath(folder))).join(', ');
  if (options.check) {
    for (const file of outcome.outdated) stdout.line(`out of date: ${stdout.isolate(file)}`);
    const state = outcome.outdated.length === 0 ? 'up to date' : 'not up to date';
    stdout.line(`What is generated in ${folders} is ${state}.`);
  } else if (outcome.changedByHand.length > 0 && !options.force) {
    for (const file of outcome.changedByHand) stderr.line(`changed by hand: ${stderr.isolate(file)}`);
    stderr.line(
      'Nothing was written: --force overwrites what was changed by hand, another -o leaves it alone.',
    );
  } else {
    const journeys = made
      .flatMap((generation) => generation.journeys.map((id) => stdout.isolate(id)))
      .join(', ');
    stdout.line(`${journeys} for ${target.label} is in ${folders}: ${changes(outcome)}.`);
  }
}

function changes({ written, removed, unchanged }: Outcome): string {
  const parts = [`${counted(written.length, 'file')} written`, `${unchanged.length} unchanged`];
  if (removed.length > 0) parts.push(`${removed.length} removed`);
  return parts.join(', ');
}

function summary(
  made: readonly Generation[],
  findings: readonly LocatedFinding[],
  outcome: Outcome,
  options: GenerateOptions,
) {
  return {
    target: options.target,
    check: options.check ?? false,
    journeys: made.flatMap(({ journeys }) => journeys),
    folders: made.map(({ folder }) => shownPath(folder)),
    ...outcome,
    findings: findings.map(findingForPrograms),
  };
}

function targetNamed(name: string): Target {
  const target = findTarget(name);
  if (target) return target;
  throw new UsageError(`There is no target "${name}": there is ${targets.map(({ id }) => id).join(', ')}.`);
}

/** A moment with its offset: what a clock shows without one depends on where it hangs. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function timeScaleOf({ timeScale, timeStart }: GenerateOptions): TimeScale | undefined {
  if (timeScale === undefined && timeStart === undefined) return undefined;
  if (timeScale === undefined || timeStart === undefined) {
    throw new UsageError(
      '--time-scale and --time-start belong together: how fast the clock runs, and from when.',
    );
  }
  if (MOMENT.test(timeStart) && !Number.isNaN(Date.parse(timeStart)))
    return { factor: timeScale, start: timeStart };
  throw new UsageError(`"${timeStart}" is no moment such as 2027-03-24T10:00:00+02:00.`);
}
