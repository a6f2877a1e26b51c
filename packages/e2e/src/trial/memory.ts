import { execFileSync } from 'node:child_process';

/** What all programs of these process groups hold of the machine's memory now, in bytes; 0 where `ps` can't say. */
export function memoryOf(groups: readonly number[]): number {
  const text = execFileSync('ps', ['-e', '-o', 'pgid=,rss='], { encoding: 'utf8' });
  const kilobytes = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .reduce((sum, [group = 0, size = 0]) => (groups.includes(group) ? sum + size : sum), 0);
  return kilobytes * 1024;
}
