import { expression, plainText } from './javascript/literal.ts';
import { column, node, type Described } from './nodes.ts';
import type { NodeSettings, NodeSpec, Parameters } from './workflow.ts';

/**
 * Where the journeys keep what they know: n8n's own data tables, shared by all journeys of one n8n. n8n adds `id`
 * (counting up), `createdAt` and `updatedAt`. It finds a table by a part of its name, so none contains another's.
 */
export const TABLES = {
  /** A row a customer. */
  contacts: { name: 'journey_contacts', columns: ['contact', 'data'] },
  /** By what a customer is known: `email:…`, `phone:…`, `crm.deal:…`. */
  identities: { name: 'journey_identities', columns: ['key', 'contact', 'message'] },
  /**
   * All that happened to a customer, what they got, and what they were spared and why. The order of the rows is the
   * order of what happened. `key` makes a repetition recognisable.
   */
  events: {
    name: 'journey_events',
    columns: ['contact', 'journey', 'name', 'key', 'run', 'step', 'data', 'why', 'at'],
  },
  /** Executions that wait to be called when something happens. */
  waits: { name: 'journey_waits', columns: ['run', 'contact', 'events', 'url'] },
} as const;

export type TableName = keyof typeof TABLES;

/** A comparison of a column with a value; `value` is JavaScript. */
export interface Match {
  readonly column: string;
  readonly value: string;
}

export function createTable(about: Described, table: TableName): NodeSpec {
  const { name, columns } = TABLES[table];
  return node(about, 'dataTable', 1.1, {
    resource: 'table',
    operation: 'create',
    tableName: name,
    columns: { column: columns.map((columnName) => ({ name: columnName, type: 'string' })) },
    options: { createIfNotExists: true },
  });
}

/** All rows that fit; one empty item where none does. */
export function findRows(
  about: Described,
  table: TableName,
  match: Match,
  settings: NodeSettings = {},
): NodeSpec {
  return node(
    about,
    'dataTable',
    1.1,
    { ...row(table, 'get'), ...matching(match), returnAll: true, orderBy: false },
    { settings: { alwaysOutputData: true, ...settings } },
  );
}

/** Adds each item as a row. */
export function insertRows(about: Described, table: TableName): NodeSpec {
  const columns = { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: schema(table) };
  return node(about, 'dataTable', 1.1, { ...row(table, 'insert'), columns, options: {} });
}

/** Writes each item over the row that fits, or adds it. */
export function upsertRows(about: Described, table: TableName, match: Match): NodeSpec {
  const columns = { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: schema(table) };
  return node(about, 'dataTable', 1.1, { ...row(table, 'upsert'), ...matching(match), columns, options: {} });
}

export function deleteRows(about: Described, table: TableName, match: Match): NodeSpec {
  return node(
    about,
    'dataTable',
    1.1,
    { ...row(table, 'deleteRows'), ...matching(match), options: {} },
    { settings: { alwaysOutputData: true } },
  );
}

function row(table: TableName, operation: string): Parameters {
  return {
    resource: 'row',
    operation,
    dataTableId: { __rl: true, mode: 'name', value: plainText(TABLES[table].name) },
  };
}

function matching(match: Match): Parameters {
  const conditions = [{ keyName: match.column, condition: 'eq', keyValue: expression(match.value) }];
  return { matchType: 'allConditions', filters: { conditions } };
}

function schema(table: TableName): Parameters[] {
  return TABLES[table].columns.map((name) => column(name, 'string'));
}
