import { isFields, isList, type Json } from '../json.ts';
import { until } from '../process/until.ts';
import { query } from './database.ts';
import { readFlattened } from './flattened.ts';
import type { N8nHome } from './home.ts';

/** One run of a workflow, as n8n's own database has it: also readable while no server runs. */
export interface N8nExecution {
  readonly id: number;
  readonly workflowId: string;
  /** `success`, `error`, `waiting`, `running`, `new`, `crashed` or `canceled`. */
  readonly status: string;
  /** What started it: `webhook`, `trigger`, `integrated` (another workflow), `error`. */
  readonly mode: string;
  readonly startedAt: Date | undefined;
  readonly stoppedAt: Date | undefined;
  /** Until when it sleeps; far in the future where only a call can wake it. */
  readonly waitsUntil: Date | undefined;
}

/** One time that one node ran. */
export interface NodeRun {
  readonly node: string;
  /** By output (an IF has two), the items that came out. */
  readonly outputs: readonly (readonly Json[])[];
  readonly error: string | undefined;
}

/** All executions, oldest first; of one workflow where an id is given. */
export function executions(home: N8nHome, workflowId?: string): readonly N8nExecution[] {
  const rows = query(
    home,
    `select id, "workflowId", status, mode, "startedAt", "stoppedAt", "waitTill" from execution_entity
     where ?1 is null or "workflowId" = ?1 order by id`,
    workflowId ?? null,
  );
  return rows.map((row) => ({
    id: Number(row['id']),
    workflowId: String(row['workflowId']),
    status: String(row['status']),
    mode: String(row['mode']),
    startedAt: date(row['startedAt']),
    stoppedAt: date(row['stoppedAt']),
    waitsUntil: date(row['waitTill']),
  }));
}

/** How many executions have begun, those among them that n8n keeps no longer. */
export function executionCount(home: N8nHome): number {
  return Number(query(home, 'select coalesce(max(id), 0) as count from execution_entity')[0]?.['count'] ?? 0);
}

/**
 * Waits for the first execution of a workflow that is as wanted.
 * @throws {Error} after `timeout` milliseconds, with what there is instead
 */
export async function executionThat(
  home: N8nHome,
  workflowId: string,
  isWanted: (execution: N8nExecution) => boolean,
  timeout: number,
): Promise<N8nExecution> {
  try {
    return await until(`an execution of ${workflowId}`, () => executions(home, workflowId).find(isWanted), {
      timeout,
      interval: 200,
    });
  } catch (error) {
    const found = executions(home, workflowId).map(({ id, status }) => `${id} ${status}`);
    throw new Error(
      `No execution of ${workflowId} was as wanted; there are: ${found.join(', ') || 'none'}.`,
      {
        cause: error,
      },
    );
  }
}

/** What each node of an execution put out, in the order in which they ran. */
export function nodeRuns(home: N8nHome, executionId: number): readonly NodeRun[] {
  const [row] = query(home, 'select data from execution_data where "executionId" = ?1', executionId);
  const text = row?.['data'];
  if (typeof text !== 'string') return [];
  const runData = at(readFlattened(text), 'resultData', 'runData');
  return Object.entries(isFields(runData) ? runData : {})
    .flatMap(([node, runs]) => list(runs).map((run) => ({ node, run })))
    .sort((a, b) => order(a.run) - order(b.run))
    .map(({ node, run }) => ({ node, outputs: outputsOf(run), error: errorOf(run) }));
}

/** The rows of one of n8n's data tables, in the order in which they were made. */
export function tableRows(home: N8nHome, table: string): readonly Readonly<Record<string, unknown>>[] {
  const [found] = query(home, 'select id from data_table where name = ?1', table);
  // The id is n8n's own and of letters and digits; a table's name can't be a parameter.
  return found ? query(home, `select * from "data_table_user_${String(found['id'])}" order by id`) : [];
}

/** n8n writes UTC, in SQLite without saying so. */
function date(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(value);
  return new Date(hasOffset ? value : `${value.replace(' ', 'T')}Z`);
}

function outputsOf(run: Json): Json[][] {
  return list(at(run, 'data', 'main')).map((items) => list(items).map((item) => at(item, 'json') ?? null));
}

function errorOf(run: Json): string | undefined {
  const message = at(run, 'error', 'message');
  return typeof message === 'string' ? message : undefined;
}

function order(run: Json): number {
  const index = at(run, 'executionIndex');
  return typeof index === 'number' ? index : 0;
}

function at(value: Json | undefined, ...path: string[]): Json | undefined {
  let current = value;
  for (const key of path) {
    if (!isFields(current)) return undefined;
    current = current[key];
  }
  return current;
}

function list(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}
