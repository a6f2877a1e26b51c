import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GenerateRequest, TargetsRequest, type GenerateParams } from '../src/protocol.ts';
import { Project } from './project.ts';

const example = fileURLToPath(new URL('../../../examples/match-meeting', import.meta.url));

let project: Project;
let journey: string;

beforeAll(async () => {
  const paths = readdirSync(example, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );
  const files = paths.map((path) => [path, readFileSync(join(example, path), 'utf8')] as const);
  project = await Project.open(Object.fromEntries(files));
  journey = readFileSync(join(example, 'match-meeting.journey'), 'utf8');
  await project.type('match-meeting.journey', journey);
});

afterAll(() => project.close());

const generate = (more: Partial<GenerateParams> = {}) =>
  project.server.connection.sendRequest(GenerateRequest, {
    uri: project.uri('match-meeting.journey'),
    target: 'n8n',
    folder: project.uri('generated/n8n'),
    overwriteChanged: false,
    ...more,
  });

const onDisk = (path: string) => join(project.folder, 'generated/n8n', path);

test('the targets have names for people', async () => {
  const targets = await project.server.connection.sendRequest(TargetsRequest);
  expect(targets).toContainEqual({ id: 'n8n', label: 'n8n' });
});

describe('generating', () => {
  test('writes the files of the worked example, and says where to read on', async () => {
    const result = await generate();
    expect(result.kind).toBe('written');
    if (result.kind !== 'written') return;
    expect(result.written.filter((path) => path.endsWith('.json')).length).toBeGreaterThan(5);
    for (const path of result.written) expect(existsSync(onDisk(path))).toBe(true);
    expect(result.readme).toBe('README.md');
    for (const { range } of result.findings) expect(range.file).toMatch(/\.journey$/);
  });

  test('a second time leaves everything as it is', async () => {
    const result = await generate();
    expect(result).toMatchObject({ kind: 'written', written: [], removed: [] });
  });

  test('a file changed by hand is only overwritten when that is meant', async () => {
    appendFileSync(onDisk('README.md'), 'my own words\n');
    expect(await generate()).toEqual({ kind: 'changedByHand', files: ['README.md'] });
    expect(readFileSync(onDisk('README.md'), 'utf8')).toContain('my own words');

    const result = await generate({ overwriteChanged: true });
    expect(result).toMatchObject({ kind: 'written', written: ['README.md'] });
    expect(readFileSync(onDisk('README.md'), 'utf8')).not.toContain('my own words');
  });

  test('a journey with errors is not generated', async () => {
    await project.type(
      'match-meeting.journey',
      journey.replace('send hello to lead', 'send nothing to lead'),
    );
    expect(await generate({ folder: project.uri('other') })).toEqual({ kind: 'errors', count: 1 });
    expect(existsSync(join(project.folder, 'other'))).toBe(false);
    await project.type('match-meeting.journey', journey);
  });

  test('an unknown target is an error in words', async () => {
    await expect(generate({ target: 'fax' })).rejects.toThrow('There is no target "fax".');
  });
});
