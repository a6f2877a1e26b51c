import { readSeverities, type Severities } from '@journey/language';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { countBySeverity, findingForPrograms, findingsOf } from '../output/findings.ts';
import { printFindings, summaryLine } from '../output/finding-printer.ts';
import { printJson, stdout } from '../output/terminal.ts';
import { UsageError } from '../usage-error.ts';
import { openPaths } from '../workspace.ts';

export interface CheckOptions {
  readonly json?: true;
  /** More warnings than this are a failure; any number is fine where nothing is said. */
  readonly maxWarnings?: number;
  /** Severities of findings, `J0411=off` each; they come before what a settings file says. */
  readonly severity?: readonly string[];
}

/** Says what is wrong with the journeys, without changing anything. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const documents = await openPaths(paths, severitiesOf(options.severity ?? []));
  const findings = documents.flatMap(findingsOf);
  const counts = countBySeverity(findings);
  const filesWithFindings = new Set(findings.map((finding) => finding.file)).size;
  if (options.json) {
    printJson({ files: documents.length, ...counts, findings: findings.map(findingForPrograms) });
  } else {
    printFindings(findings, stdout);
    stdout.line(stdout.isolate(summaryLine(counts, filesWithFindings, documents.length)));
  }
  const tooManyWarnings = counts.warnings > (options.maxWarnings ?? Infinity);
  return counts.errors > 0 || tooManyWarnings ? EXIT.findings : EXIT.fine;
}

function severitiesOf(settings: readonly string[]): Severities {
  const { severities, problems } = readSeverities(
    Object.fromEntries(settings.map((setting) => setting.split('=', 2))),
  );
  if (problems.length > 0) throw new UsageError(problems.join(' '));
  return severities;
}
