import { aptProgram, findExecutable } from './apt-program.ts';

export const redis = aptProgram({
  name: 'redis',
  purpose: 'n8n with workers, which share a queue in it',
  packages: ['redis-server'],
  find: redisExecutable,
  otherwise: 'install Redis yourself, with redis-server on the path, and try again.',
});

/** The full path of Redis on this machine. */
export function redisExecutable(): string | undefined {
  return findExecutable(['redis-server']);
}
