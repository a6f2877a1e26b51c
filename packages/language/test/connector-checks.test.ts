import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open } from './support/workspace.ts';

const connector = (...members: readonly string[]): string =>
  `connector shop "Shop" {\n  ${members.join('\n  ')}\n}\n`;
const BASE = 'base "https://api.example.com/v1"';

async function codes(source: string): Promise<string[]> {
  return (await findings(source, /J0(2|43|813)/)).map((line) => line.split(' ')[1] ?? '');
}

async function mended(source: string, code: string): Promise<string> {
  const result = await fixed(source, code);
  expect(await codes(result)).not.toContain(code);
  return result;
}

describe('a connector of one’s own', () => {
  test('has a secure base address, for its paths', async () => {
    const ring = 'action ring() = POST "/ring"';
    expect(await codes(connector(ring))).toEqual(['J0431']);
    expect(await codes(connector('action ring() = POST "https://api.example.com/ring"'))).toEqual([]);
    expect(await mended(connector('base "http://api.example.com"', ring), 'J0430')).toContain(
      'base "https://api.example.com"',
    );
    expect(await codes(connector('base "http://localhost:8080"', ring))).toEqual([]);
    expect(
      await codes(connector('setting region: text', 'base "https://{setting.region}.example.com"', ring)),
    ).toEqual([]);
  });

  test('says everything once', async () => {
    const twice = connector(
      'channel email',
      'channel sms',
      'auth oauth2',
      'auth bearer env TOKEN',
      BASE,
      BASE,
    );
    expect(await codes(twice)).toEqual(['J0813', 'J0813', 'J0813']);
  });

  test('limits and reports what there is of messages', async () => {
    expect(await mended(connector('limit tittle 50 characters'), 'J0432')).toContain('limit title 50');
    expect(await mended(connector('reports delivered, open'), 'J0433')).toContain('delivered, opened');
    expect(
      await codes(
        connector('limit subject 50 characters', 'limit 5 requests per 1s', 'reports sent, failed'),
      ),
    ).toEqual([]);
  });

  test('fills the holes of its requests', async () => {
    const found = (path: string) =>
      codes(connector(BASE, `action find(id: text, who: contact) = GET "${path}"`));
    expect(await found('/orders/{id}/{who.email}/{setting.shop}')).toEqual([]);
    expect(await found('/orders/{order}')).toEqual(['J0434']);
    expect(
      await codes(connector(BASE, 'send = POST "/to/{recipient.email}" { text: message.body }')),
    ).toEqual([]);
  });

  test('maps payloads to fields that its events have', async () => {
    const event = (mapping: string) =>
      connector(
        'record order { id: text, total: money }',
        `event ordered of order = webhook "o" { ${mapping} }`,
      );
    expect(await codes(event('id: order_id, total: data.total'))).toEqual([]);
    expect(await mended(event('totl: data.total'), 'J0435')).toContain('total: data.total');
  });

  test('maps answers to fields that its results have', async () => {
    const action = (returns: string, result: string) =>
      connector(
        BASE,
        'record order { id: text, total: money }',
        `action find(id: text)${returns} = GET "/orders/{id}" gives { ${result} }`,
      );
    expect(await codes(action(' -> order', 'id: data.0.id, total: data.0.sum'))).toEqual([]);
    expect(await mended(action(' -> order', 'totl: sum'), 'J0439')).toContain('{ total: sum }');
    expect(await codes(action('', 'id: data.id'))).toEqual(['J0439']);
  });

  test('says what every request carries, and which of the things reported at one address it means', async () => {
    const source = `${connector(
      'setting region: text',
      'header "revision" "2026-07-15"',
      'header "x-region" "{setting.region}"',
      BASE,
      'record order { id: text }',
      'event paid of order = webhook "all" where type == "paid" and data.live == "true" { id: data.id, email: data.payer }',
      'action tag(person: contact) = POST "/tags" { people: [{ email: person.email }, { phone: person.phone }] } key "Idempotency-Key"',
    )}system club uses shop { region: "eu" }
journey j { stage s { automation a { on club.paid club.tag(person: customer) } } }`;
    const [shop] = (await open(source)).compile().connectors.filter(({ id }) => id === 'shop');
    expect(shop).toMatchObject({
      headers: [
        { name: 'revision', value: [{ kind: 'text', value: '2026-07-15' }] },
        { name: 'x-region', value: [{ kind: 'hole' }] },
      ],
      events: [
        {
          webhook: {
            conditions: [
              { at: ['type'], is: 'paid' },
              { at: ['data', 'live'], is: 'true' },
            ],
            mapping: [{ field: 'id' }, { field: 'email', from: ['data', 'payer'] }],
          },
        },
      ],
      actions: [
        {
          request: {
            idempotencyKey: 'Idempotency-Key',
            body: {
              entries: [
                { key: 'people', value: { kind: 'list', items: [{ kind: 'object' }, { kind: 'object' }] } },
              ],
            },
          },
        },
      ],
    });
  });

  test('gives defaults of the kind that they stand in for', async () => {
    const action = (parameter: string) => connector(BASE, `action add(${parameter}) = POST "/add"`);
    for (const parameter of [
      'points: number = 10',
      'share: percent = 10%',
      'tier: one of [gold, vip] = gold',
      'why: text = ""',
    ])
      expect(await codes(action(parameter)), parameter).toEqual([]);
    for (const parameter of [
      'points: number = "ten"',
      'value: money = 2d',
      'vip: boolean = 1',
      'in_time: duration = 5',
    ])
      expect(await codes(action(parameter)), parameter).toEqual(['J0436']);
  });
});

describe('environments', () => {
  const CRM = 'system crm "CRM" uses pipedrive { pipeline: "Leads" }\n';

  test('set each thing once', async () => {
    expect(
      await codes(`${CRM}environment staging { system crm { pipeline: "A" } system crm { pipeline: "B" } }`),
    ).toEqual(['J0437']);
    expect(await codes('system crm uses pipedrive { pipeline: "A", pipeline: "B" }')).toEqual(['J0437']);
  });

  test('change something', async () => {
    expect(await codes(`${CRM}environment staging { system crm { } }`)).toEqual(['J0438']);
    const model = (
      await open(`${CRM}environment staging { system crm { pipeline: env TEST_PIPELINE } }`)
    ).compile();
    expect(model.environments).toMatchObject([
      {
        id: 'staging',
        systems: [
          { id: 'crm', settings: [{ name: 'pipeline', value: { kind: 'env', name: 'TEST_PIPELINE' } }] },
        ],
      },
    ]);
  });
});

describe('an automation with parameters', () => {
  const SHOP = `${connector('channel sms', BASE, 'record member extends contact { points: number }', 'event joined of member', 'action add(member: member, points: number) = POST "/add" { points }')}system club uses shop\n`;

  test('takes records of systems, with defaults', async () => {
    const source = `${SHOP}automation reward(member: club.member, points: number = 5) {
  club.add(member: member, points: points)
}
journey j { stage s { automation a { on club.joined as member run reward(member: member) } } }`;
    expect((await open(source)).diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
    expect((await open(source)).compile().automations[0]?.parameters).toMatchObject([
      { name: 'member', type: { kind: 'record', record: 'shop.member' }, optional: false },
      { name: 'points', optional: true, default: { kind: 'number', value: 5 } },
    ]);
  });

  test('is told whose record is meant', async () => {
    const source = `${SHOP}automation reward(member: member) { club.add(member: member, points: 1) }`;
    expect(await findings(source, /J0201/)).toEqual([
      '9:27 J0201 No record is named "member" here. Did you mean "club.member"?',
    ]);
    expect(await mended(source, 'J0201')).toContain('reward(member: club.member)');
  });
});
