import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startService } from '../../src/process/service.ts';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { until } from '../../src/process/until.ts';

test('a service ends with everything that it has started', async () => {
  const folder = temporaryFolder('service');
  const log = join(folder.path, 'log');
  const source = `
    const { pid } = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    console.log(pid);
    setInterval(() => 0, 1000);`;
  const env = { PATH: process.env['PATH'] ?? '' };
  const service = startService({
    program: process.execPath,
    args: ['-e', source],
    env,
    cwd: folder.path,
    log,
  });
  const child = await until('the child', () => Number(readFileSync(log, 'utf8')) || undefined, {
    timeout: 10_000,
  });
  expect(isRunning(child)).toBe(true);
  await service.kill();
  expect(service.hasEnded()).toBe(true);
  expect(await service.ended).toBe('SIGKILL');
  await until('the child to end', () => (isRunning(child) ? undefined : true), { timeout: 10_000 });
  folder.remove();
});

test('waiting in vain says what for, and keeps the last error', async () => {
  const asked = until(
    'rain',
    () => {
      throw new Error('dry');
    },
    { timeout: 30, interval: 5 },
  );
  await expect(asked).rejects.toMatchObject({
    message: 'Waited 0.03 s in vain for rain.',
    cause: expect.objectContaining({ message: 'dry' }) as unknown,
  });
});

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return !isZombie(processId);
  } catch {
    return false;
  }
}

/** A child whose parent was killed may stay behind as an entry of Linux's process table that no longer runs. */
function isZombie(processId: number): boolean {
  return process.platform === 'linux' && readFileSync(`/proc/${processId}/stat`, 'utf8').includes(') Z ');
}
