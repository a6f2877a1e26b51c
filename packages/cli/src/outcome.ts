import { join } from 'node:path';
import { compareOutput, writeOutput } from '@journey/targets';
import { diskFolder } from '@journey/targets/node';
import { shownPath } from './files.ts';
import type { Generation } from './generation.ts';

/** What became of the files. All paths are as a person would write them from the current folder. */
export interface Outcome {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** With `--check`: what is missing, or not as it would be written. */
  readonly outdated: readonly string[];
  /** What somebody changed since it was generated. Nothing at all was written then, unless it was forced. */
  readonly changedByHand: readonly string[];
}

export const NOTHING: Outcome = { written: [], unchanged: [], removed: [], outdated: [], changedByHand: [] };

/** What would change if the generations were written. */
export async function compareAll(made: readonly Generation[]): Promise<Outcome> {
  const outcomes = made.map(async ({ folder, result }) => {
    const { outdated, stale, unchanged, changedByHand } = await compareOutput(diskFolder(folder), result);
    return located(folder, { ...NOTHING, unchanged, outdated: [...outdated, ...stale, ...changedByHand] });
  });
  return together(await Promise.all(outcomes));
}

/** Looks everywhere before it writes anywhere: a file changed by hand in one folder keeps all of them as they are. */
export async function writeAll(made: readonly Generation[], force: boolean): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const { folder, result } of made) {
    const { changedByHand } = await compareOutput(diskFolder(folder), result);
    outcomes.push(located(folder, { ...NOTHING, changedByHand }));
  }
  const before = together(outcomes);
  if (before.changedByHand.length > 0 && !force) return before;
  for (const { folder, result } of made) {
    const report = await writeOutput(diskFolder(folder), result, { force });
    if (report.kind === 'changedByHand')
      outcomes.push(located(folder, { ...NOTHING, changedByHand: report.files }));
    else outcomes.push(located(folder, { ...NOTHING, ...report }));
  }
  return together(outcomes);
}

function located(folder: string, outcome: Outcome): Outcome {
  const shown = (files: readonly string[]) => files.map((file) => shownPath(join(folder, file)));
  return {
    written: shown(outcome.written),
    unchanged: shown(outcome.unchanged),
    removed: shown(outcome.removed),
    outdated: shown(outcome.outdated),
    changedByHand: shown(outcome.changedByHand),
  };
}

function together(outcomes: readonly Outcome[]): Outcome {
  return {
    written: outcomes.flatMap(({ written }) => written),
    unchanged: outcomes.flatMap(({ unchanged }) => unchanged),
    removed: outcomes.flatMap(({ removed }) => removed),
    outdated: outcomes.flatMap(({ outdated }) => outdated),
    changedByHand: outcomes.flatMap(({ changedByHand }) => changedByHand),
  };
}
