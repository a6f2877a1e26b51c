import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** How a file was found: there or not, or, where its text counted, what stood in it. */
export type FileState = 'present' | 'missing' | 'unreadable' | `sha256:${string}`;

/** By the files' full paths. */
export type FileStates = Readonly<Record<string, FileState>>;

export function presenceOf(path: string): FileState {
  return existsSync(path) ? 'present' : 'missing';
}

export function contentOf(bytes: Uint8Array): FileState {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function contentAt(path: string): FileState {
  try {
    return contentOf(readFileSync(path));
  } catch {
    return 'unreadable';
  }
}

/** Whether all files are found as they were. */
export function areUnchanged(states: FileStates): boolean {
  return Object.entries(states).every(([path, state]) => {
    const isPresence = state === 'present' || state === 'missing';
    return (isPresence ? presenceOf(path) : contentAt(path)) === state;
  });
}
