import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that belongs to one suite and goes with it. */
export interface TemporaryFolder {
  readonly path: string;
  /** Leaves it where it is when `JOURNEY_KEEP_TEMPORARY` is set, for looking at what went wrong. */
  remove(): void;
}

export function temporaryFolder(name: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `journey-${name}-`));
  return {
    path,
    remove() {
      if (process.env['JOURNEY_KEEP_TEMPORARY']) console.log(`Kept: ${path}`);
      else rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
