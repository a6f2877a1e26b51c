import type { GeneratedFile } from '../../target.ts';
import { TABLES } from '../tables.ts';
import type { EnvironmentWords } from '../words/index.ts';
import { comment } from '../words/reading-order.ts';

/**
 * PostgreSQL's kinds of index. A hash takes values of any length, where a tree refuses a row whose value is over 2,704
 * bytes; what is compared by order is an instant, and short.
 * Source: https://www.postgresql.org/docs/17/hash-index.html, https://www.postgresql.org/docs/17/btree.html
 */
const METHODS = { equal: 'hash', range: 'btree' } as const;

/**
 * Indexes of the data tables, for PostgreSQL; safe to repeat. Without them each look-up reads all that ever happened to
 * everybody. It fails while n8n has not made the tables, so that it is tried again.
 */
export function indexFile(words: EnvironmentWords): GeneratedFile {
  const wanted = Object.values(TABLES).flatMap(({ name, indexes }) =>
    Object.entries(indexes).map(([column, kind]) => `    ('${name}', '${column}', '${METHODS[kind]}')`),
  );
  const content = `${comment(words.indexes, '--')}
do $$
declare
  wanted record;
  found record;
begin
  for wanted in select * from (values
${wanted.join(',\n')}
  ) as indexes (table_name, column_name, method) loop
    if not exists (select from data_table where name = wanted.table_name) then
      raise exception '${words.missing.table}', wanted.table_name;
    end if;
    for found in select id from data_table where name = wanted.table_name loop
      execute format(
        'create index if not exists %I on %I using %s (%I)',
        concat_ws('_', wanted.table_name, wanted.column_name, found.id),
        'data_table_user_' || found.id,
        wanted.method,
        wanted.column_name
      );
    end loop;
  end loop;
end
$$;
`;
  return { path: 'indexes.sql', content };
}
