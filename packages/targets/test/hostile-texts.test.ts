import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { expression, literal, plainText, type Plain } from '../src/n8n/javascript/literal.ts';
import { findTarget } from '@journey/targets';
import type { N8nWorkflow } from '../src/n8n/workflow.ts';
import { compileText, journeyOf } from './journeys.ts';

const HOSTILE = [
  '{{ $env.SECRET }}',
  '={{ $env.SECRET }}',
  '}} {{ process.exit() }}',
  '"; throw 1; //',
  "' + $env.X + '",
  '`${$env.X}`',
  '</script><b>\u2028\u2029',
  '\\u007b\\u007b x }}',
  "Robert'); DROP TABLE students;--",
  '../../etc/passwd',
  'שלום "עולם" 😀\n\t\u0000',
];

describe('a text in JavaScript', () => {
  test('means the same text, and never holds two braces side by side', () => {
    for (const text of HOSTILE) expectSame(text);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectSame));
  });

  test('also inside lists and objects', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const javascript = literal(JSON.parse(JSON.stringify(value)));
        expect(javascript).not.toMatch(/\{\{|\}\}/);
        expect(evaluate(javascript)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('even under the one name that means something else in an object', () => {
    const value: Plain = JSON.parse('{"a":{"__proto__":{"b":1}}}') as Plain;
    expect(JSON.stringify(evaluate(literal(value)))).toBe('{"a":{"__proto__":{"b":1}}}');
  });

  test('as a parameter is an expression only where it has to be, and then one that gives the text', () => {
    expect(plainText('plain')).toBe('plain');
    for (const text of HOSTILE) {
      const parameter = plainText(text);
      const given = parameter.startsWith('=')
        ? evaluate(parameter.slice('={{ '.length, -' }}'.length))
        : parameter;
      expect(given).toBe(text);
    }
    expect(expression('1')).toBe('={{ 1 }}');
  });
});

test('texts of the journey stay letters in every node', async () => {
  const hostile = '{{ $env.SECRET }} }} "; throw 1; //';
  const steps = `crm.add_note(deal: crm_deal, text: ${JSON.stringify(hostile)})`;
  const model = await compileText(
    journeyOf(`let crm_deal = crm.find_deal(person: customer)\n${steps}\nsend news`).replace(
      'subject "News"',
      'subject "=1+1 }} <b> `${x}`"',
    ),
  );
  const files = findTarget('n8n')?.generate(model).files ?? [];
  for (const { path, content } of files.filter((file) => file.path.startsWith('workflows/'))) {
    const workflow: N8nWorkflow = JSON.parse(content);
    for (const node of workflow.nodes) {
      for (const parameter of strings(node.parameters)) {
        if (!parameter.startsWith('=')) continue;
        const inner = parameter.slice('={{ '.length, -' }}'.length);
        expect(inner, `${path}: ${node.name}`).not.toMatch(/\{\{|\}\}/);
        expect(() => new Function(`return (${inner})`), `${path}: ${node.name}`).not.toThrow();
      }
    }
  }
  const automation = files.find(({ path }) => path.includes('.automation.'))?.content ?? '';
  expect(automation).toContain('\\\\u007b\\\\u007b $env.SECRET \\\\u007d\\\\u007d');
});

test('code in nodes is JavaScript that parses', async () => {
  const model = await compileText(
    journeyOf(
      'send hello\nsend news\nwait for crm.deal_won up to 1d { timeout { exit } }',
      'cap 1 message per 1d\n  reentry after 9d\n  goal crm.deal_won within 9d',
    ),
  );
  for (const { content } of findTarget('n8n')
    ?.generate(model)
    .files.filter(({ path }) => path.startsWith('workflows/')) ?? []) {
    const workflow: N8nWorkflow = JSON.parse(content);
    for (const node of workflow.nodes.filter(({ type }) => type.endsWith('.code'))) {
      expect(() => new Function(String(node.parameters['jsCode'])), node.name).not.toThrow();
    }
  }
});

function expectSame(text: string): void {
  const javascript = literal(text);
  expect(javascript).not.toMatch(/[{}]/);
  expect(evaluate(javascript)).toBe(text);
}

function evaluate(javascript: string): unknown {
  return new Function(`return (${javascript})`)();
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
