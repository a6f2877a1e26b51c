import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../process/free-port.ts';
import { lastLines, startService } from '../process/service.ts';
import { until } from '../process/until.ts';
import { connect } from 'node:net';
import { redisExecutable } from '../programs/redis.ts';

/** A Redis of the test's own. */
export interface Redis {
  readonly port: number;
  readonly processId: number;
  stop(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1, with its files in `folder`. */
export async function startRedis(folder: string): Promise<Redis> {
  const program = redisExecutable();
  if (program === undefined) throw new Error('Redis is not installed; run "npm run setup:real".');
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const log = join(folder, 'redis.log');
  const server = startService({
    program,
    args: ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendonly', 'yes'],
    env: { PATH: process.env['PATH'] ?? '' },
    cwd: folder,
    log,
  });
  try {
    await until('Redis to be ready', () => listens(port), { timeout: 30_000, interval: 100 });
  } catch (error) {
    await server.kill();
    throw new Error(`Redis did not get ready; the last it said:\n${lastLines(log)}`, { cause: error });
  }
  return { port, processId: server.processId, stop: () => server.stop() };
}

function listens(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(undefined));
  });
}
