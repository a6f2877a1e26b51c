import { opendir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

const EXTENSION = '.journey';

/** Packages and whatever a tool hides hold no journeys of the user's own. */
const isSkippedFolder = (name: string) => name === 'node_modules' || name.startsWith('.');

/**
 * The journey files that the arguments name, folders searched all the way down: full paths, each once, sorted within
 * a folder so that every run tells them in the same order.
 * @throws {UsageError} for a path that isn't there or is no journey, and where nothing is found.
 */
export async function findJourneyFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    for (const file of await filesAt(path)) found.add(file);
  }
  if (found.size === 0) throw new UsageError(`There is no ${EXTENSION} file in ${listed(paths)}.`);
  return [...found];
}

async function filesAt(path: string): Promise<string[]> {
  const full = resolve(path);
  const stats = await stat(full).catch(() => undefined);
  if (!stats) throw new UsageError(`There is no file or folder "${path}".`);
  if (stats.isDirectory()) return (await filesUnder(full)).sort();
  if (!full.endsWith(EXTENSION)) {
    throw new UsageError(`"${path}" is no journey: the name of a journey file ends in ${EXTENSION}.`);
  }
  return [full];
}

async function filesUnder(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !isSkippedFolder(entry.name)) files.push(...(await filesUnder(path)));
    if (entry.isFile() && entry.name.endsWith(EXTENSION)) files.push(path);
  }
  return files;
}

function listed(paths: readonly string[]): string {
  return paths.map((path) => `"${path}"`).join(', ');
}

/** The path as people would write it here: from the current folder or in full, whichever is shorter, with `/`. */
export function shownPath(file: string): string {
  const fromHere = relative(process.cwd(), file) || '.';
  const shorter = fromHere.length <= file.length ? fromHere : file;
  return shorter.split(sep).join('/');
}
