import { expect, test } from 'vitest';
import { findTarget, type GeneratedFile } from '@journey/targets';
import type { N8nNode, N8nWorkflow } from '../src/n8n/workflow.ts';
import { compileText } from './journeys.ts';

const SHOP = `
connector shop "Shop" {
  auth bearer env SHOP_TOKEN
  base "https://api.example.com/v2"
  header "revision" "2026-07-15"
  header "x-branch" "{setting.branch}"
  setting branch: text
  record order { id: text, total: number }
  event ordered of order = webhook "events" where type == "order.created" { id: data.id, total: data.lines.0.total, email: data.by }
  event paid of order = webhook "events" where type == "order.paid" and live == "true" { id: data.id, total: data.total }
  action find(person: contact) -> order
    = POST "/orders/search" { filters: [{ field: "email", value: person.email }] } key "Idempotency-Key" where ok == "true"
      gives { id: results.0.id, total: results.0.total }
}
system club "Club" uses shop { branch: "Main street" }
journey trial "Trial" {
  timezone "Asia/Jerusalem"
  stage first "First" {
    automation only "Only" {
      on club.ordered or club.paid as order
      let last = club.find(person: customer)
      club.find(person: customer)
    }
  }
}`;

test('what a vendor reports to one address is told apart, whether one thing or several, as JSON or a form', async () => {
  const workflow = await workflowOf('intake.club');
  expect(workflow.nodes.filter(({ type }) => type.endsWith('.webhook'))).toMatchObject([
    { parameters: { path: 'trial/club/events' } },
  ]);
  const read = reader(workflow.nodes.find(({ type }) => type.endsWith('.code')));
  const order = { type: 'order.created', data: { id: '7', lines: [{ total: 20 }], by: 'dana@example.com' } };
  const paid = { type: 'order.paid', live: true, data: { id: '8', total: 30 } };
  expect(read([order, paid, { ...paid, live: false }])).toMatchObject([
    { system: 'club', event: 'ordered', id: '7', data: { id: '7', total: 20, email: 'dana@example.com' } },
    { system: 'club', event: 'paid', id: '8', data: { id: '8', total: 30 } },
  ]);
  expect(read({ type: 'order.paid', live: 'true', 'data[id]': '9', 'data[total]': '40' })).toMatchObject([
    { event: 'paid', data: { id: '9', total: '40' } },
  ]);
});

test('a form has a field for each value, named by where it stands, and none for what is not given', async () => {
  const account = await workflowOf(
    'system.club',
    SHOP.replace(
      'action find(person: contact) -> order',
      `action open(person: contact, tags: list of text, note?: text)
    = POST "/accounts" form { name: person.full_name, of: { kind: "web & shop", note: note }, items: [{ id: 1 }, { id: 2 }], tags }
  action find(person: contact) -> order`,
    ).replace('      club.find(', '      club.open(person: customer, tags: ["a", "b"])\n      club.find('),
  );
  const request = account.nodes.find(({ name }) => name === 'club.open');
  expect(request?.parameters).toMatchObject({ contentType: 'form-urlencoded', specifyBody: 'string' });
  const args = { person: { full_name: 'דנה' }, tags: ['a', 'b'] };
  const javascript = /^=\{\{(.*)\}\}$/s.exec(String(request?.parameters['body']))?.[1] ?? '';
  const run = new Function('$', `return ${javascript}`) as (node: () => unknown) => string;
  const item = { json: { step: { args } } };
  expect(decodeURIComponent(run(() => ({ item, first: () => item })))).toBe(
    'name=דנה&of[kind]=web & shop&items[0][id]=1&items[1][id]=2&tags[0]=a&tags[1]=b',
  );
});

test('a request carries what the connector says, and its answer becomes the result', async () => {
  const workflow = await workflowOf('system.club');
  const request = workflow.nodes.find(({ type }) => type.endsWith('.httpRequest'));
  expect(request?.parameters['headerParameters']).toMatchObject({
    parameters: [
      { name: 'revision', value: '2026-07-15' },
      { name: 'x-branch', value: expect.stringContaining('Main street') },
      { name: 'Idempotency-Key' },
    ],
  });
  expect(request?.parameters['jsonBody']).toContain('{ filters: [{ field: "email", value: ');
  const taken = workflow.nodes.find(({ name }) => name === 'club.find: taken?');
  expect(JSON.stringify(taken?.parameters)).toContain(
    JSON.stringify('$json.statusCode < 400 && String($json.body?.["ok"]) === "true"').slice(1, -1),
  );
  const result = workflow.nodes.find(({ name }) => name === 'find: result');
  const javascript = String(result?.parameters['jsonOutput']).replace(/^=\{\{(.*)\}\}$/s, '$1');
  const given = new Function('$json', `return ${javascript}`);
  expect(given({ body: { results: [{ id: '7', total: 20 }] } })).toEqual({ result: { id: '7', total: 20 } });
  expect(given({ body: { results: [] } })).toEqual({ result: null });
});

function reader(node: N8nNode | undefined): (body: unknown) => unknown[] {
  const run = new Function('$input', String(node?.parameters['jsCode']));
  return (body) => {
    const items: { json: unknown }[] = run({ all: () => [{ json: { body } }] });
    return items.map(({ json }) => json);
  };
}

async function workflowOf(name: string, text = SHOP): Promise<N8nWorkflow> {
  const { files, findings } =
    findTarget('n8n')?.generate(await compileText(text)) ?? expect.fail('no target');
  expect(findings).toEqual([]);
  const file = files.find(({ path }: GeneratedFile) => path.endsWith(`${name}.json`));
  const workflow: N8nWorkflow = JSON.parse(file?.content ?? '{}');
  return workflow;
}
