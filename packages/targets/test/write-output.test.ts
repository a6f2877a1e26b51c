import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareOutput, findTarget, writeOutput, type GenerationResult } from '@journey/targets';
import { diskFolder } from '@journey/targets/node';
import { compileText, journeyOf } from './journeys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journey-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('writes all files, and nothing the second time', async () => {
  const result = await generated('send hello');
  const first = await writeOutput(diskFolder(folder), result);
  expect(first).toMatchObject({ kind: 'written', unchanged: [], removed: [] });
  expect(await compareOutput(diskFolder(folder), result)).toMatchObject({ isCurrent: true, outdated: [] });
  const before = statSync(join(folder, 'manifest.json'));
  const second = await writeOutput(diskFolder(folder), result);
  expect(second).toMatchObject({ kind: 'written', written: [] });
  expect(statSync(join(folder, 'manifest.json')).mtimeMs).toBe(before.mtimeMs);
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual(
    [],
  );
});

test('replaces what changed, removes what is no longer generated, and leaves the rest alone', async () => {
  await writeOutput(diskFolder(folder), await generated('send hello'));
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  const next = await generated('send news');
  const comparison = await compareOutput(diskFolder(folder), next);
  expect(comparison.stale).toEqual(['workflows/trial.system.wa.json']);
  expect(comparison.outdated).toContain('workflows/trial.automation.first.only.json');
  expect(comparison.unchanged).toContain('workflows/trial.setup.json');
  expect(await writeOutput(diskFolder(folder), next)).toMatchObject({
    removed: ['workflows/trial.system.wa.json'],
  });
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  expect(await compareOutput(diskFolder(folder), next)).toMatchObject({ isCurrent: true });
});

test('overwrites nothing that somebody changed, and says what that is, unless told to', async () => {
  await writeOutput(diskFolder(folder), await generated('send hello'));
  const setup = join(folder, 'workflows/trial.setup.json');
  writeFileSync(setup, 'by hand');
  const next = await generated('send news');
  expect(await writeOutput(diskFolder(folder), next)).toEqual({
    kind: 'changedByHand',
    files: ['workflows/trial.setup.json'],
  });
  expect(readFileSync(setup, 'utf8')).toBe('by hand');
  expect((await compareOutput(diskFolder(folder), next)).outdated).toContain(
    'workflows/trial.automation.first.only.json',
  );
  expect(await writeOutput(diskFolder(folder), next, { force: true })).toMatchObject({ kind: 'written' });
  expect(await compareOutput(diskFolder(folder), next)).toMatchObject({ isCurrent: true });
});

test('takes a file that was there before for somebody’s own', async () => {
  writeFileSync(join(folder, 'README.md'), '# My project');
  expect(await writeOutput(diskFolder(folder), await generated('send hello'))).toEqual({
    kind: 'changedByHand',
    files: ['README.md'],
  });
  expect(readdirSync(folder)).toEqual(['README.md']);
});

test('does not follow a manifest out of the folder', async () => {
  const outside = join(folder, 'outside.txt');
  writeFileSync(outside, 'precious');
  const inside = join(folder, 'out');
  mkdirSync(inside);
  const digest = 'b17e33d27bf6e8ba4e7a1a8c3c1eae6d9b3e1c4ec8d3d7a1a4bbd4b0d7f1a0c2';
  writeFileSync(join(inside, 'manifest.json'), JSON.stringify({ files: { '../outside.txt': digest } }));
  await writeOutput(diskFolder(inside), await generated('send hello'), { force: true });
  expect(readFileSync(outside, 'utf8')).toBe('precious');
});

async function generated(steps: string): Promise<GenerationResult> {
  const target = findTarget('n8n');
  if (target === undefined) throw new Error('There is no n8n target.');
  return target.generate(await compileText(journeyOf(steps)));
}
