import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../process/free-port.ts';
import { lastLines, startService, type Service, type ServiceUser } from '../process/service.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';
import { until } from '../process/until.ts';
import { postgresqlProgram } from '../programs/postgresql.ts';

/** A PostgreSQL of the test's own, with one database, that goes with the test. */
export interface Postgresql {
  readonly port: number;
  readonly processId: number;
  /** Runs SQL and gives the rows, their columns as JSON has them. Waits for it: tests ask in the middle of a sentence. */
  query(sql: string): Record<string, unknown>[];
  /**
   * Runs a file of SQL.
   * @throws {Error} with what PostgreSQL says, where it can't
   */
  execute(file: string): void;
  stop(): Promise<void>;
}

export const DATABASE = 'n8n';

/** Starts it on a free port of 127.0.0.1, in a temporary folder; never as root, which it refuses. */
export async function startPostgresql(): Promise<Postgresql> {
  const folder = temporaryFolder('postgresql');
  const user = ownUser();
  const data = join(folder.path, 'data');
  const log = join(folder.path, 'postgresql.log');
  mkdirSync(data);
  if (user) for (const path of [folder.path, data]) chownSync(path, user.uid, user.gid);
  const common = {
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' },
    cwd: folder.path,
    log,
    ...(user && { user }),
  };
  const made = startService({
    ...common,
    program: program('initdb'),
    args: ['--pgdata', data, '--username', DATABASE, '--auth=trust', '--encoding=UTF8', '--no-sync'],
  });
  if ((await made.ended) !== 0) throw new Error(`PostgreSQL made no database:\n${lastLines(log)}`);
  const port = await freePort();
  // A test's database needn't outlive a power cut; that it is n8n that is killed, not this, is what is looked at.
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'max_connections=200',
  ];
  const server = startService({
    ...common,
    program: program('postgres'),
    args: ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
  });
  const run = (database: string, sql: string): string => psql(port, database, ['-c', sql]);
  try {
    await until('PostgreSQL to be ready', () => run('postgres', 'select 1') || undefined, {
      timeout: 60_000,
      interval: 200,
    });
    run('postgres', `create database ${DATABASE}`);
  } catch (error) {
    await server.kill();
    throw new Error(`PostgreSQL did not get ready; the last it said:\n${lastLines(log)}`, { cause: error });
  }
  return {
    port,
    processId: server.processId,
    query: (sql) =>
      JSON.parse(run(DATABASE, `select coalesce(json_agg(rows), '[]') from (${sql}) rows`)) as Record<
        string,
        unknown
      >[],
    execute: (file) => {
      psql(port, DATABASE, ['--set=ON_ERROR_STOP=1', `--file=${file}`]);
    },
    stop: () => stop(server, folder),
  };
}

async function stop(server: Service, folder: ReturnType<typeof temporaryFolder>): Promise<void> {
  await server.stop();
  folder.remove();
}

function psql(port: number, database: string, what: readonly string[]): string {
  const where = ['--host=127.0.0.1', `--port=${port}`, `--username=${DATABASE}`, `--dbname=${database}`];
  const args = [...where, '--no-psqlrc', '--no-align', '--tuples-only', '--quiet', ...what];
  return execFileSync(program('psql'), args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function program(name: string): string {
  const found = postgresqlProgram(name);
  if (found === undefined) throw new Error('PostgreSQL is not installed; run "npm run setup:real".');
  return found;
}

/** The user that the package made, where we are root; else we are somebody whom PostgreSQL takes. */
function ownUser(): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string): number =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
