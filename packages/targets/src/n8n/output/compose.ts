import type { GeneratedFile } from '../../target.ts';
import type { EnvironmentWords } from '../words/index.ts';
import { comment } from '../words/reading-order.ts';
import { N8N_IMAGE } from './versions.ts';

/** What an n8n that runs journeys needs besides their own names. */
function settingsOf({ whatIsRead, tableSize, pruning, compiling, missing }: EnvironmentWords): string {
  return `      ${comment(whatIsRead)}
      N8N_BLOCK_ENV_ACCESS_IN_NODE: "false"
      ${comment(tableSize)}
      N8N_DATA_TABLES_MAX_SIZE_BYTES: "10737418240"
      ${comment(pruning)}
      EXECUTIONS_DATA_PRUNE: "true"
      EXECUTIONS_DATA_MAX_AGE: "168"
      ${comment(compiling)}
      N8N_EXPRESSION_ENGINE_COMPILE_CACHE: "true"
      N8N_ENCRYPTION_KEY: \${N8N_ENCRYPTION_KEY:?${missing.encryptionKey}}
      WEBHOOK_URL: \${WEBHOOK_URL:?${missing.address}}`;
}

/** For one machine, and for several workers that share a queue. */
export function composeFiles(zone: string | undefined, words: EnvironmentWords): readonly GeneratedFile[] {
  const settings = [
    settingsOf(words),
    ...(zone === undefined ? [] : [`      GENERIC_TIMEZONE: ${zone}`]),
  ].join('\n');
  return [
    { path: 'compose.yaml', content: onOneMachine(settings, words) },
    { path: 'compose.queue.yaml', content: withWorkers(settings, words) },
  ];
}

function onOneMachine(settings: string, words: EnvironmentWords): string {
  return `${comment(`${words.oneMachine} \`docker compose up -d\``)}
services:
  n8n:
    image: ${N8N_IMAGE}
    restart: unless-stopped
    env_file: .env
    environment:
${settings}
    ports:
      - "127.0.0.1:5678:5678"
    volumes:
      - n8n:/home/node/.n8n
      - ./:/journey:ro
volumes:
  n8n:
`;
}

/** Redis holds what waits to be carried out, PostgreSQL everything else, the tables of the journeys included. */
function withWorkers(settings: string, words: EnvironmentWords): string {
  return `${comment(`${words.workers} \`docker compose -f compose.queue.yaml up -d --scale worker=4\``)}
x-n8n: &n8n
  image: ${N8N_IMAGE}
  restart: unless-stopped
  env_file: .env
  environment:
${settings.replace(/^ {6}/gm, '    ')}
    EXECUTIONS_MODE: queue
    QUEUE_BULL_REDIS_HOST: redis
    DB_TYPE: postgresdb
    DB_POSTGRESDB_HOST: postgres
    DB_POSTGRESDB_DATABASE: n8n
    DB_POSTGRESDB_USER: n8n
    DB_POSTGRESDB_PASSWORD: \${POSTGRES_PASSWORD:?${words.missing.password}}
  depends_on:
    redis:
      condition: service_healthy
    postgres:
      condition: service_healthy
services:
  n8n:
    <<: *n8n
    ports:
      - "127.0.0.1:5678:5678"
    volumes:
      - n8n:/home/node/.n8n
      - ./:/journey:ro
  worker:
    <<: *n8n
    command: worker
  redis:
    image: redis:8-alpine
    restart: unless-stopped
    ${comment(words.appendOnly)}
    command: redis-server --appendonly yes
    healthcheck:
      test: ["CMD", "redis-cli", "ping"]
      interval: 5s
    volumes:
      - redis:/data
  postgres:
    image: postgres:17-alpine
    restart: unless-stopped
    environment:
      POSTGRES_DB: n8n
      POSTGRES_USER: n8n
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?${words.missing.password}}
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U n8n"]
      interval: 5s
    volumes:
      - postgres:/var/lib/postgresql/data
  indexes:
    image: postgres:17-alpine
    ${comment(words.untilTables)}
    restart: on-failure
    environment:
      PGPASSWORD: \${POSTGRES_PASSWORD:?${words.missing.password}}
    command: psql --host=postgres --username=n8n --dbname=n8n --set=ON_ERROR_STOP=1 --file=/journey/indexes.sql
    depends_on:
      postgres:
        condition: service_healthy
    volumes:
      - ./:/journey:ro
volumes:
  n8n:
  redis:
  postgres:
`;
}
