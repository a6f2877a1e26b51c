import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptProgram, findExecutable } from './apt-program.ts';

/** Debian keeps each version in a folder of its own, and none on the path. */
const VERSIONS = '/usr/lib/postgresql';

export const postgresql = aptProgram({
  name: 'postgresql',
  purpose: 'n8n with workers, which keeps its state in it',
  packages: ['postgresql'],
  find: () => postgresqlProgram('postgres'),
  otherwise: 'install PostgreSQL yourself, with its programs on the path, and try again.',
});

/** The full path of one of PostgreSQL's programs (`postgres`, `initdb`, `psql`), of the newest version there is. */
export function postgresqlProgram(name: string): string | undefined {
  const newest = versions().map((version) => join(VERSIONS, String(version), 'bin', name));
  return findExecutable([...newest, name]);
}

function versions(): number[] {
  try {
    return readdirSync(VERSIONS)
      .map(Number)
      .sort((a, b) => b - a);
  } catch {
    return [];
  }
}
