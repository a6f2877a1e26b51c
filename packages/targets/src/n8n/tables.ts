import { expression, plainText } from './javascript/literal.ts';
import { column, node, type Described } from './nodes.ts';
import type { NodeSettings, NodeSpec, Parameters } from './workflow.ts';

/**
 * Where the journeys keep what they know: n8n's own data tables, shared by all journeys of one n8n. n8n adds `id`
 * (counting up), `createdAt` and `updatedAt`. It finds a table by a part of its name, so none contains another's.
 * `indexes` are of the columns by which rows are looked up for each customer; n8n makes none of its own.
 */
export const TABLES = {
  /** A row a customer. */
  contacts: { name: 'journey_contacts', columns: ['contact', 'data'], indexes: { contact: 'equal' } },
  /** By what a customer is known: `email:…`, `phone:…`, `crm.deal:…`. */
  identities: {
    name: 'journey_identities',
    columns: ['key', 'contact', 'message'],
    indexes: { key: 'equal' },
  },
  /**
   * All that happened to a customer, what they got, and what they were spared and why. The order of the rows is the
   * order of what happened. `key` makes a repetition recognisable.
   */
  events: {
    name: 'journey_events',
    columns: ['contact', 'journey', 'name', 'key', 'run', 'step', 'data', 'why', 'at'],
    indexes: { contact: 'equal', key: 'equal' },
  },
  /**
   * The runs under way. `call` began it and `places` is how far it came: with both it can be begun again where it was
   * lost. `events` and `url` are what it waits for, if anything. By `due`, an instant in UTC, it must have shown life.
   * `tries` is how often it was begun again, and how far it was then.
   */
  runs: {
    name: 'journey_runs',
    columns: [
      'run',
      'contact',
      'journey',
      'workflow',
      'version',
      'attempt',
      'tries',
      'call',
      'places',
      'events',
      'url',
      'due',
    ],
    indexes: { run: 'equal', contact: 'equal', due: 'range' },
  },
  /** Moments at which something is to happen to a customer; `due` is the journey's time, in UTC. */
  dates: {
    name: 'journey_dates',
    columns: ['key', 'contact', 'journey', 'name', 'due', 'data'],
    indexes: { key: 'equal', contact: 'equal', due: 'range' },
  },
  /** What failed and waits for somebody: a call to `url` has it tried again. */
  aside: {
    name: 'journey_set_aside',
    columns: ['key', 'contact', 'journey', 'run', 'step', 'what', 'why', 'url', 'at'],
    indexes: { key: 'equal' },
  },
} as const;

export type TableName = keyof typeof TABLES;

/** A comparison of a column with a value; `value` is JavaScript. */
export interface Match {
  readonly column: string;
  /** Equality where nothing is said. */
  readonly condition?: 'eq' | 'neq' | 'lte';
  readonly value: string;
}

/** One comparison, or several that must all hold. */
export type Matches = Match | readonly Match[];

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
  match: Matches,
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
export function upsertRows(
  about: Described,
  table: TableName,
  match: Matches,
  settings: NodeSettings = {},
): NodeSpec {
  const columns = { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: schema(table) };
  const parameters = { ...row(table, 'upsert'), ...matching(match), columns, options: {} };
  return node(about, 'dataTable', 1.1, parameters, { settings });
}

export function deleteRows(about: Described, table: TableName, match: Matches): NodeSpec {
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

function matching(matches: Matches): Parameters {
  const all = Array.isArray(matches) ? matches : [matches];
  const conditions = all.map(({ column: keyName, condition = 'eq', value }: Match) => ({
    keyName,
    condition,
    keyValue: expression(value),
  }));
  return { matchType: 'allConditions', filters: { conditions } };
}

function schema(table: TableName): Parameters[] {
  return TABLES[table].columns.map((name) => column(name, 'string'));
}
