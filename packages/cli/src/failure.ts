import { EXIT, type ExitCode } from './exit-code.ts';
import { shownPath } from './files.ts';
import { stderr } from './output/terminal.ts';
import { UsageError } from './usage-error.ts';

/** What the operating system calls it, and what a person does. */
const SYSTEM_FAILURES: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by you',
  EPERM: 'may not be changed by you',
  EROFS: 'is on a disk that can only be read',
  ENOSPC: 'does not fit: the disk is full',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below something that is no folder',
  ENOENT: 'is not there',
  ENAMETOOLONG: 'has a name that is too long for the disk',
};

/** Says in one sentence why a command could not do its work. */
export function explainFailure(error: unknown): ExitCode {
  if (error instanceof UsageError) {
    stderr.line(`journey: ${error.message}`);
    return EXIT.usage;
  }
  if (isSystemError(error)) {
    const what = SYSTEM_FAILURES[error.code] ?? `cannot be used (${error.code})`;
    stderr.line(`journey: "${shownPath(error.path)}" ${what}.`);
    return EXIT.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  stderr.line(`journey: this is a fault of the program, not of your journey; please report it: ${message}`);
  return EXIT.fault;
}

function isSystemError(error: unknown): error is { readonly code: string; readonly path: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'path' in error &&
    typeof error.path === 'string'
  );
}
