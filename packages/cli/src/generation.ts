import { basename, join, resolve } from 'node:path';
import type { OpenedDocument } from '@journey/language';
import {
  withRenderedMail,
  type GenerationResult,
  type GenerateOptions as TargetOptions,
  type Target,
} from '@journey/targets';
import { type FoundJourney, journeysIn, namedJourneys } from './choose-journey.ts';
import type { LocatedFinding } from './output/findings.ts';
import { targetFindings } from './output/target-findings.ts';
import { UsageError } from './usage-error.ts';
import type { OpenedWithImports } from './workspace.ts';

/** What one file of journeys becomes, and where. */
export interface Generation {
  readonly journeys: readonly string[];
  readonly folder: string;
  readonly result: GenerationResult;
  readonly findings: readonly LocatedFinding[];
}

export interface GenerationRequest extends Omit<TargetOptions, 'journeys'> {
  readonly target: Target;
  readonly folder: string;
  readonly journey?: string;
}

/**
 * What the target makes of each file's journeys; nothing is written. Several files get a folder each, named after
 * them, because each brings what its own journeys share.
 * @throws {UsageError} where the journey or the environment that is asked for isn't there.
 */
export async function generations(
  opened: OpenedWithImports,
  request: GenerationRequest,
): Promise<Generation[]> {
  const { target, folder, journey: name, ...options } = request;
  const found = namedJourneys(journeysIn(opened.asked), name);
  requireEnvironment(found, options.environment);
  const models = new Map(found.map(({ document, model }) => [document, model]));
  return Promise.all(
    [...models].map(async ([document, model]) => {
      const journeys = found.filter((one) => one.document === document).map(({ journey }) => journey.id);
      const result = target.generate(await withRenderedMail(model), { ...options, journeys });
      return {
        journeys,
        folder: models.size === 1 ? resolve(folder) : join(resolve(folder), stem(document)),
        result,
        findings: targetFindings(result.findings, document, [...opened.asked, ...opened.imported]),
      };
    }),
  );
}

function stem(document: OpenedDocument): string {
  return basename(document.uri.fsPath, '.journey');
}

function requireEnvironment(found: readonly FoundJourney[], name: string | undefined): void {
  if (name === undefined) return;
  const known = [...new Set(found.flatMap(({ model }) => model.environments.map(({ id }) => id)))];
  if (known.includes(name)) return;
  const there =
    known.length === 0 ? 'none is declared in what the journey imports' : `there are ${known.join(', ')}`;
  throw new UsageError(`There is no environment "${name}"; ${there}.`);
}
