import { randomUUID } from 'node:crypto';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts the text in the file's place in one step: whoever reads it sees the old text or the new one, never half.
 * Keeps the file's permissions, and follows a symbolic link instead of replacing it. Folders are made as needed.
 */
export async function replaceFile(path: string, text: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (stats) => stats.mode,
    () => undefined,
  );
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, mode === undefined ? {} : { mode });
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
