import { beforeAll, describe, expect, test } from 'vitest';
import type { JourneyModel } from '@journey/model';
import { allSteps, automationsOf } from '@journey/model';
import { findTarget, type GenerationResult, type Manifest } from '@journey/targets';
import type { N8nWorkflow } from '../src/n8n/workflow.ts';
import { workedExample } from './journeys.ts';
import { readable } from './readable.ts';

let model: JourneyModel;
let result: GenerationResult;
let workflows: Map<string, N8nWorkflow>;

beforeAll(async () => {
  model = await workedExample();
  result = generate(model);
  workflows = workflowsOf(result);
});

describe('the worked example', () => {
  test('is generated whole, with nothing to say', () => {
    expect(result.findings).toEqual([]);
    const steps = model.journeys
      .flatMap((journey) => automationsOf(journey))
      .flatMap(({ automation }) => [...allSteps(automation.steps)]);
    expect(result.coverage).toHaveLength(steps.length);
    expect(result.coverage.filter(({ support }) => support === 'unsupported')).toEqual([]);
  });

  test('is what was reviewed', async () => {
    for (const [file, workflow] of workflows) {
      const name = file.replace(/^workflows\/(.*)\.json$/, '$1');
      await expect(readable(workflow)).toMatchFileSnapshot(`baselines/readable/${name}.txt`);
    }
    for (const { path, content } of result.files) {
      await expect(content).toMatchFileSnapshot(`baselines/files/${path}`);
    }
  });

  test('has a workflow for each automation, and each is what it says it is', () => {
    const automations = manifest(result).workflows.filter(({ role }) => role === 'automation');
    expect(automations.map(({ automation }) => automation).sort()).toEqual(
      model.journeys
        .flatMap((journey) => automationsOf(journey).map(({ automation }) => automation.id))
        .sort(),
    );
    for (const { file, id, name } of manifest(result).workflows) {
      expect(workflows.get(file)).toMatchObject({ id, name });
      expect(id.length).toBeLessThanOrEqual(21);
    }
  });

  test('says of every node which line it came from, both ways', () => {
    const { workflows: described, sources } = manifest(result);
    for (const { file, nodes } of described) {
      const workflow = workflows.get(file);
      const drawn = workflow?.nodes.filter(({ type }) => !type.endsWith('.stickyNote')) ?? [];
      expect(drawn.map(({ id }) => id).sort()).toEqual(nodes.map(({ id }) => id).sort());
      for (const node of workflow?.nodes ?? []) expect(node.notes).toMatch(/^[a-z-]+\.journey:\d+$/);
      for (const node of nodes) {
        expect(sources[`${node.source.file}:${node.source.start.line + 1}`]).toContain(node.id);
      }
    }
  });

  test('leads nowhere but to nodes that are there, and calls no workflow but its own', () => {
    const ids = new Set([...workflows.values()].map(({ id }) => id));
    for (const workflow of workflows.values()) {
      const names = workflow.nodes.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { main } of Object.values(workflow.connections)) {
        for (const { node } of main.flat()) expect(names).toContain(node);
      }
      for (const node of workflow.nodes.filter(({ type }) => type.endsWith('.executeWorkflow'))) {
        const called = JSON.stringify(node.parameters['workflowId']);
        expect(called.includes('={{') || [...ids].some((id) => called.includes(id))).toBe(true);
      }
    }
  });

  test('draws no line along a row behind nodes', () => {
    for (const [file, { nodes, connections }] of workflows) {
      const at = new Map(nodes.map(({ name, position }) => [name, position] as const));
      for (const [from, { main }] of Object.entries(connections)) {
        const [left = 0, row = 0] = at.get(from) ?? [];
        const behind = main.flat().flatMap(({ node }) => {
          const [right = 0, same = 0] = at.get(node) ?? [];
          const isBetween = ([x = 0, y = 0]: readonly number[]): boolean =>
            y === row && x > left && x < right;
          return same === row
            ? nodes.filter(({ type, position }) => !type.endsWith('.stickyNote') && isBetween(position))
            : [];
        });
        expect(
          behind.map(({ name }) => name),
          `${file}, from ${from}`,
        ).toEqual([]);
      }
    }
  });

  test('puts no two nodes in one place', () => {
    for (const workflow of workflows.values()) {
      const places = workflow.nodes.map(({ position }) => position.join(','));
      expect(new Set(places).size).toBe(places.length);
    }
  });

  test('gives the same bytes again, however the model’s parts are ordered in memory', () => {
    expect(generate(structuredClone(model)).files).toEqual(result.files);
    expect(generate(reversedKeys(model)).files).toEqual(result.files);
  });

  test('holds the names of secrets and settings, and never a value', () => {
    const text = result.files.map(({ content }) => content).join('\n');
    expect(text).toContain('$env.WA_NUMBER_ID');
    const credentials = result.files.find(({ path }) => path === 'credentials.example.json');
    const data = parse<readonly { data: Record<string, string> }[]>(credentials?.content).flatMap((one) =>
      Object.values(one.data),
    );
    expect(data.filter((value) => !value.startsWith('<'))).toEqual(['X-Journey-Key', 'api-key']);
    expect(text).not.toMatch(/(^|[^\w.])\/(home(?!\/node\/)|tmp|work|Users)\//);
  });

  test('has no trace of a time scale unless one is asked for', () => {
    const text = result.files.map(({ content }) => content).join('\n');
    expect(text).not.toMatch(/[*/] 1440|Date\.now/);
    expect(text).not.toContain('.alarm.json');
    const scaled = generate(model, { timeScale: { factor: 1440, start: '2027-03-01T08:00:00Z' } });
    const scaledText = scaled.files.map(({ content }) => content).join('\n');
    expect(scaledText).toContain('.alarm.json');
    expect(scaledText).not.toContain('$now');
  });
});

test('ids stay when another automation and another stage come', async () => {
  const journey = model.journeys[0];
  if (journey === undefined) throw new Error('There is no journey.');
  const [first] = journey.stages;
  const automation = first?.automations[0];
  if (first === undefined || automation === undefined) throw new Error('There is no automation.');
  const added = { ...automation, id: `${first.id}.another`, name: 'another', label: 'Another' };
  const stages = [{ ...first, automations: [added, ...first.automations] }, ...journey.stages.slice(1)];
  const after = workflowsOf(generate({ ...model, journeys: [{ ...journey, stages }] }));
  for (const [file, workflow] of workflows) {
    expect(after.get(file)?.id).toBe(workflow.id);
    if (file.includes('.automation.')) expect(after.get(file)).toEqual(workflow);
  }
  expect(after.size).toBe(workflows.size + 1);
});

function generate(
  of: JourneyModel,
  options?: Parameters<NonNullable<ReturnType<typeof findTarget>>['generate']>[1],
): GenerationResult {
  const target = findTarget('n8n');
  if (target === undefined) throw new Error('There is no n8n target.');
  return target.generate(of, options);
}

function workflowsOf({ files }: GenerationResult): Map<string, N8nWorkflow> {
  return new Map(
    files
      .filter(({ path }) => path.startsWith('workflows/'))
      .map(({ path, content }) => [path, parse<N8nWorkflow>(content)]),
  );
}

function manifest({ files }: GenerationResult): Manifest {
  return parse<Manifest>(files.find(({ path }) => path === 'manifest.json')?.content);
}

function parse<T>(text: string | undefined): T {
  const value: T = JSON.parse(text ?? 'null');
  return value;
}

function reversedKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversedKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]): [string, unknown] => [key, reversedKeys(part)]),
  ) as T;
}
