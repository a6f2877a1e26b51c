import { expect, test } from 'vitest';
import { Project } from './project.ts';

const files = { 'main.journey': 'journey welcome "Welcome" {\n  stage visit "Visit"\n}\n' };

test('a client that shows progress is told while files are read and checked', async () => {
  const project = await Project.open(files, { capabilities: { window: { workDoneProgress: true } } });
  await expect.poll(() => project.server.progress).toEqual(['begin', 'end']);
  expect(await project.close()).toBe(0);
});

test('others are not asked', async () => {
  const project = await Project.open(files);
  await project.server.diagnosticsWhen(project.uri('main.journey'), () => true);
  expect(project.server.progress).toEqual([]);
  expect(await project.close()).toBe(0);
});
