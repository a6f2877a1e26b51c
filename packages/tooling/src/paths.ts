import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A path in the project, given from its root with `/`. */
export function projectPath(path: string): string {
  return join(root, path);
}
