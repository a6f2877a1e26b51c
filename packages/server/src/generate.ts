import {
  findTarget,
  targets,
  withRenderedMail,
  writeOutput,
  type GenerationFinding,
  type OutputFolder,
} from '@journey/targets';
import { ResponseError, LSPErrorCodes } from 'vscode-languageserver';
import type {
  GenerateParams,
  GenerateResult,
  ModelProblem,
  ModelSnapshot,
  TargetDescription,
} from './protocol.ts';

/** What can be generated for. */
export function describeTargets(): readonly TargetDescription[] {
  return targets.map(({ id, label }) => ({ id, label }));
}

/**
 * Generates what the snapshot says and brings the folder to it.
 * @throws {ResponseError} when there is no such target.
 */
export async function generate(
  { model, problems }: ModelSnapshot,
  { target: id, overwriteChanged }: GenerateParams,
  folder: OutputFolder,
): Promise<GenerateResult> {
  const target = findTarget(id);
  if (!target) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no target "${id}".`);
  }
  const count = problems.filter(({ severity }) => severity === 'error').length;
  if (count > 0) return { kind: 'errors', count };
  const result = target.generate(await withRenderedMail(model));
  const report = await writeOutput(folder, result, { force: overwriteChanged });
  if (report.kind === 'changedByHand') return report;
  const readme = result.files.find(({ path }) => path === 'README.md')?.path;
  const findings = result.findings.map(problemOf);
  return { ...report, findings, ...(readme === undefined ? {} : { readme }) };
}

function problemOf({ severity, code, message, source }: GenerationFinding): ModelProblem {
  return { severity, code, message, range: source };
}
