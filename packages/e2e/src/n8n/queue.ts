import { join } from 'node:path';
import { DATABASE, startPostgresql, type Postgresql } from '../databases/postgresql.ts';
import { startRedis, type Redis } from '../databases/redis.ts';

/** What an n8n with workers shares: PostgreSQL for all that it keeps, Redis for what waits to be carried out. */
export interface Queue {
  readonly database: Postgresql;
  readonly redis: Redis;
  /** How many programs carry out executions, besides the one that takes them in. */
  readonly workers: number;
  /** For n8n's environment, as the generated `compose.queue.yaml` has it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startQueue(folder: string, workers: number): Promise<Queue> {
  const database = await startPostgresql();
  const redis = await startRedis(join(folder, 'redis'));
  return {
    database,
    redis,
    workers,
    environment: {
      EXECUTIONS_MODE: 'queue',
      QUEUE_BULL_REDIS_HOST: '127.0.0.1',
      QUEUE_BULL_REDIS_PORT: String(redis.port),
      DB_TYPE: 'postgresdb',
      DB_POSTGRESDB_HOST: '127.0.0.1',
      DB_POSTGRESDB_PORT: String(database.port),
      DB_POSTGRESDB_DATABASE: DATABASE,
      DB_POSTGRESDB_USER: DATABASE,
    },
    stop: async () => {
      await redis.stop();
      await database.stop();
    },
  };
}
