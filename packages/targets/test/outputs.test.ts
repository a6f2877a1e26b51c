import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findTarget, type GeneratedFile } from '@journey/targets';
import { compileText, journeyOf } from './journeys.ts';

test('compose files are YAML that asks for what it needs, and runs the n8n that is generated for', async () => {
  const files = await generate(journeyOf('send hello'));
  const single: Compose = parse(text(files, 'compose.yaml'));
  expect(Object.keys(single.services)).toEqual(['n8n']);
  expect(single.services['n8n']?.environment).toMatchObject({
    N8N_BLOCK_ENV_ACCESS_IN_NODE: 'false',
    GENERIC_TIMEZONE: 'Asia/Jerusalem',
  });
  const queue: Compose = parse(text(files, 'compose.queue.yaml'), { merge: true });
  expect(Object.keys(queue.services)).toEqual(['n8n', 'worker', 'redis', 'postgres', 'indexes']);
  expect(queue.services['indexes']?.image).toBe(queue.services['postgres']?.image);
  for (const name of ['n8n', 'worker']) {
    expect(queue.services[name]).toMatchObject({
      image: single.services['n8n']?.image,
      env_file: '.env',
      environment: { EXECUTIONS_MODE: 'queue', DB_TYPE: 'postgresdb', N8N_BLOCK_ENV_ACCESS_IN_NODE: 'false' },
    });
  }
  const wanted = [...JSON.stringify([single, queue]).matchAll(/\$\{(\w+)/g)].map(([, name]) => `\n${name}=`);
  for (const name of wanted) expect(text(files, '.env.example')).toContain(name);
});

test('a version on which customers finish has workflows of its own, but for what takes events in', async () => {
  const ids = async (version: string): Promise<Map<string, string>> => {
    const files = await generate(journeyOf('send hello', version));
    const { workflows }: { workflows: readonly { file: string; id: string }[] } = JSON.parse(
      text(files, 'manifest.json'),
    );
    return new Map(workflows.map(({ file, id }) => [file.split('.').slice(1, -1).join('.'), id]));
  };
  const [first, second, moved] = [
    await ids(''),
    await ids('version 2 { under way: finish on 1 }'),
    await ids('version 2 { under way: move }'),
  ];
  const same = (other: ReadonlyMap<string, string>): string[] =>
    [...first].filter(([name, id]) => other.get(name) === id).map(([name]) => name);
  expect(same(second)).toEqual(['setup', 'events', 'clock', 'again', 'intake.landing']);
  expect(same(moved)).toEqual([...first.keys()]);
});

interface Compose {
  readonly services: Readonly<
    Record<string, { image: string; environment: Readonly<Record<string, string>> }>
  >;
}

async function generate(source: string): Promise<readonly GeneratedFile[]> {
  return findTarget('n8n')?.generate(await compileText(source)).files ?? [];
}

function text(files: readonly GeneratedFile[], path: string): string {
  return files.find((file) => file.path === path)?.content ?? '';
}
