import { sha256 } from './hash.ts';
import { MANIFEST_FILE, readManifest } from './n8n/output/manifest.ts';
import type { GenerationResult } from './target.ts';

/** A folder that is generated into. All paths are relative to it, with `/`. */
export interface OutputFolder {
  /** The text of a file; undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** Writes a file, with the folders that it needs; nobody ever finds half of it. */
  replace(path: string, content: string): Promise<void>;
  /** Removes a file, and its folder where nothing else is in it. */
  remove(path: string): Promise<void>;
}

/** How a folder differs from what would be generated into it. All paths are relative to it, with `/`. */
export interface OutputComparison {
  /** Files that are missing, or that an earlier generation made and this one makes otherwise. */
  readonly outdated: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that an earlier generation made and this one doesn't. */
  readonly stale: readonly string[];
  /** Files that somebody changed since they were generated, or that no generation made and that stand in the way. */
  readonly changedByHand: readonly string[];
  /** Whether the folder holds exactly what would be generated. */
  readonly isCurrent: boolean;
}

export type WriteReport =
  /** Nothing was written. */
  | { readonly kind: 'changedByHand'; readonly files: readonly string[] }
  | {
      readonly kind: 'written';
      readonly written: readonly string[];
      readonly unchanged: readonly string[];
      readonly removed: readonly string[];
    };

export interface WriteOptions {
  /** Overwrites and removes also what somebody changed by hand. */
  readonly force?: boolean;
}

/** Compares the folder with the result; changes nothing. A folder that isn't there is an empty one. */
export async function compareOutput(
  folder: OutputFolder,
  result: GenerationResult,
): Promise<OutputComparison> {
  const earlier = readManifest((await folder.read(MANIFEST_FILE)) ?? '')?.files ?? {};
  const outdated: string[] = [];
  const unchanged: string[] = [];
  const changedByHand: string[] = [];
  for (const { path, content } of result.files) {
    const text = await folder.read(path);
    if (text === content) unchanged.push(path);
    else if (text === undefined || isGenerated(path, text, earlier)) outdated.push(path);
    else changedByHand.push(path);
  }
  const stale: string[] = [];
  const wanted = new Set(result.files.map(({ path }) => path));
  for (const path of Object.keys(earlier).filter((known) => !wanted.has(known) && isInside(known))) {
    const text = await folder.read(path);
    if (text === undefined) continue;
    if (isGenerated(path, text, earlier)) stale.push(path);
    else changedByHand.push(path);
  }
  const isCurrent = outdated.length + stale.length + changedByHand.length === 0;
  return { outdated, unchanged, stale, changedByHand: changedByHand.sort(), isCurrent };
}

/**
 * Brings the folder to what was generated: each file is replaced in one step, what is as it should be isn't touched,
 * and what an earlier generation left is removed. Where somebody changed a file, nothing at all is written.
 */
export async function writeOutput(
  folder: OutputFolder,
  result: GenerationResult,
  { force = false }: WriteOptions = {},
): Promise<WriteReport> {
  const comparison = await compareOutput(folder, result);
  if (comparison.changedByHand.length > 0 && !force) {
    return { kind: 'changedByHand', files: comparison.changedByHand };
  }
  const contents = new Map(result.files.map(({ path, content }) => [path, content]));
  const written = [...comparison.outdated, ...comparison.changedByHand].filter((path) => contents.has(path));
  const removed = [...comparison.stale, ...comparison.changedByHand].filter((path) => !contents.has(path));
  // The manifest goes last: as long as it isn't there, an interrupted generation is simply repeated.
  const inOrder = written.sort(
    (a, b) => Number(a === MANIFEST_FILE) - Number(b === MANIFEST_FILE) || (a < b ? -1 : 1),
  );
  for (const path of removed) await folder.remove(path);
  for (const path of inOrder) await folder.replace(path, contents.get(path) ?? '');
  return { kind: 'written', written: inOrder, unchanged: comparison.unchanged, removed };
}

/** The manifest is always ours: nobody has a reason to edit it. */
function isGenerated(path: string, text: string, earlier: Readonly<Record<string, string>>): boolean {
  return earlier[path] === sha256(text) || (path === MANIFEST_FILE && readManifest(text) !== undefined);
}

/** A manifest that somebody tampered with must not lead out of the folder. */
function isInside(path: string): boolean {
  return (
    !path.startsWith('/') &&
    !path.includes('\\') &&
    !path.split('/').includes('..') &&
    !/^[A-Za-z]:/.test(path)
  );
}
