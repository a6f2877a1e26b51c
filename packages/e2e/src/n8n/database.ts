import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { N8nHome } from './home.ts';

/** Reads n8n's own database, which works while its server runs and while none does. Empty before its first start. */
export function query(home: N8nHome, sql: string, ...parameters: SQLInputValue[]): Record<string, unknown>[] {
  const file = join(home.folder, '.n8n/database.sqlite');
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true, timeout: 20_000 });
  try {
    return database.prepare(sql).all(...parameters);
  } finally {
    database.close();
  }
}
