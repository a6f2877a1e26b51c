import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { N8nHome } from './home.ts';

type Value = string | number | null;

/**
 * Reads n8n's own database, which works while its server runs and while none does. Empty before its first start. Names
 * of columns that are not all in small letters stand in quotes, `?1` for the first value.
 */
export function query(home: N8nHome, sql: string, ...values: Value[]): Record<string, unknown>[] {
  if (home.queue !== undefined) return home.queue.database.query(withValues(sql, values));
  const file = join(home.folder, '.n8n/database.sqlite');
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true, timeout: 20_000 });
  try {
    return database.prepare(sql).all(...values);
  } finally {
    database.close();
  }
}

function withValues(sql: string, values: readonly Value[]): string {
  return sql.replaceAll(/\?(\d)/g, (_, index: string) => {
    const value = values[Number(index) - 1] ?? null;
    if (value === null) return 'null';
    return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
  });
}
