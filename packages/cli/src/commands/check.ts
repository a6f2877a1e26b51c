import { spokenLanguage } from '@journey/language/speech';
import { CheckCache, type CheckQuestion, type CheckResult } from '../cache/check-cache.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findJourneyFiles } from '../files.ts';
import { countBySeverity, findingForPrograms } from '../output/findings.ts';
import { printFindings, summaryLine } from '../output/finding-printer.ts';
import { printJson, stderr, stdout } from '../output/terminal.ts';

export interface CheckOptions {
  readonly json?: true;
  /** More warnings than this are a failure; any number is fine where nothing is said. */
  readonly maxWarnings?: number;
  /** Severities of findings, `J0411=off` each; they come before what a settings file says. */
  readonly severity?: readonly string[];
  /** Whether what was checked before and is as it was then may be left out. */
  readonly cache: boolean;
}

/** Says what is wrong with the journeys, without changing anything. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const files = await findJourneyFiles(paths);
  const question = { files, severities: options.severity ?? [], locale: spokenLanguage() };
  const result = await answer(question, options.cache ? CheckCache.open() : undefined);
  for (const problem of result.settingsProblems) stderr.line(problem);
  const { findings } = result;
  const counts = countBySeverity(findings);
  const filesWithFindings = new Set(findings.map((finding) => finding.file)).size;
  if (options.json) {
    printJson({ files: result.files, ...counts, findings: findings.map(findingForPrograms) });
  } else {
    printFindings(findings, stdout);
    stdout.line(stdout.isolate(summaryLine(counts, filesWithFindings, result.files)));
  }
  const tooManyWarnings = counts.warnings > (options.maxWarnings ?? Infinity);
  return counts.errors > 0 || tooManyWarnings ? EXIT.findings : EXIT.fine;
}

async function answer(question: CheckQuestion, cache: CheckCache | undefined): Promise<CheckResult> {
  const known = await cache?.lookUp(question);
  if (known) return known;
  // Half of the time of a check goes into getting the checker ready, so it is loaded only where it is needed.
  const { checkFiles } = await import('../check-files.ts');
  const { result, states } = await checkFiles(question);
  await cache?.keep(question, states, result);
  return result;
}
