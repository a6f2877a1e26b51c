import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputFolder } from '../write-output.ts';

/** A folder on disk, by its full path; it need not be there yet. */
export function diskFolder(folder: string): OutputFolder {
  return {
    read: (path) => textOf(join(folder, path)),
    replace: (path, content) => replace(join(folder, path), content),
    remove: (path) => remove(folder, path),
  };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}

async function replace(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes the file, and its folder where nothing else is in it. */
async function remove(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  const parent = dirname(path);
  if (parent !== '.') await rmdir(join(folder, parent)).catch(() => undefined);
}
