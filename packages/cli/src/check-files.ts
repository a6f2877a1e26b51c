import { JourneyWorkspace, readSeverities, type Severities } from '@journey/language';
import { URI } from 'langium';
import { findingsOf } from './output/findings.ts';
import { UsageError } from './usage-error.ts';
import { settingsProblemsOf } from './workspace.ts';
import type { CheckQuestion, CheckResult } from './cache/check-cache.ts';
import type { FileStates } from './cache/file-states.ts';
import { RecordedFileSystem } from './cache/recorded-file-system.ts';

/**
 * Checks the files, and tells how it found whatever it looked at.
 * @throws {UsageError} where severities are no severities.
 */
export async function checkFiles({
  files,
  severities,
}: CheckQuestion): Promise<{ readonly result: CheckResult; readonly states: FileStates }> {
  const fileSystem = new RecordedFileSystem();
  const workspace = new JourneyWorkspace({ fileSystemProvider: () => fileSystem }, severitiesOf(severities));
  const { documents } = await workspace.open(files.map((file) => URI.file(file)));
  return {
    result: {
      files: documents.length,
      findings: documents.flatMap(findingsOf),
      settingsProblems: settingsProblemsOf(workspace),
    },
    states: fileSystem.states,
  };
}

function severitiesOf(settings: readonly string[]): Severities {
  const { severities, problems } = readSeverities(
    Object.fromEntries(settings.map((setting) => setting.split('=', 2))),
  );
  if (problems.length > 0) throw new UsageError(problems.join(' '));
  return severities;
}
