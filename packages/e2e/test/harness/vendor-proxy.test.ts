import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Agent, request } from 'node:https';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseJson, type Json } from '../../src/json.ts';
import { temporaryFolder, type TemporaryFolder } from '../../src/process/temporary-folder.ts';
import {
  google,
  leadDelivery,
  meta,
  pipedrive,
  startVendorProxy,
  type VendorProxy,
} from '../../src/vendors/index.ts';

let folder: TemporaryFolder;
let proxy: VendorProxy;

beforeEach(async () => {
  folder = temporaryFolder('proxy');
  proxy = await startVendorProxy(folder.path, [pipedrive(), meta(), google()]);
});

afterEach(async () => {
  await proxy.close();
  folder.remove();
});

interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** As a program would that was started with the proxy's environment. */
async function call(
  method: string,
  url: string,
  body?: Json,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const trusted = readFileSync(proxy.environment['NODE_EXTRA_CA_CERTS'] ?? '');
  const agent = new Agent({ proxyEnv: proxy.environment, ca: trusted });
  const sent = request(url, { method, agent, headers: { 'content-type': 'application/json', ...headers } });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  let text = '';
  for await (const chunk of response) text += chunk.toString();
  agent.destroy();
  return { status: response.statusCode, body: text === '' ? null : parseJson(text) };
}

const persons = 'https://api.pipedrive.com/api/v2/persons';

describe('the proxy', () => {
  test('records every call in its order, with what the vendor would have got', async () => {
    await call('POST', `${persons}?api_token=secret`, { name: 'דנה' });
    await call('GET', 'https://graph.facebook.com/v21.0/5', undefined, { authorization: 'Bearer token' });
    expect(proxy.calls).toMatchObject([
      {
        method: 'POST',
        host: 'api.pipedrive.com',
        path: '/api/v2/persons',
        query: { api_token: 'secret' },
        body: { name: 'דנה' },
      },
      {
        method: 'GET',
        host: 'graph.facebook.com',
        path: '/v21.0/5',
        headers: { authorization: 'Bearer token' },
        body: null,
      },
    ]);
  });

  test('lets nothing out: a host that nobody speaks for is a bad gateway, and recorded', async () => {
    const answer = await call('GET', 'https://vendor.example.com/api');
    expect(answer.status).toBe(502);
    expect(proxy.calls).toMatchObject([{ host: 'vendor.example.com', path: '/api' }]);
  });

  test('gives a prepared answer once, to the first call that it is meant for', async () => {
    proxy.answerNext(({ method }) => method === 'POST', { status: 503, body: { error: 'busy' } });
    expect((await call('GET', `${persons}?api_token=x`)).status).toBe(200);
    expect(await call('POST', `${persons}?api_token=x`, { name: 'A' })).toEqual({
      status: 503,
      body: { error: 'busy' },
    });
    expect((await call('POST', `${persons}?api_token=x`, { name: 'A' })).status).toBe(201);
  });
});

describe('Pipedrive', () => {
  test('finds a person again by the number that the person was created with', async () => {
    const phones = [{ value: '+972501234567', primary: true, label: 'mobile' }];
    await call('POST', `${persons}?api_token=x`, { name: 'דנה', phones });
    const find = (term: string) =>
      call('GET', `https://api.pipedrive.com/v1/persons/search?api_token=x&exact_match=true&term=${term}`);
    expect(await find('%2B972501234567')).toMatchObject({
      body: { data: { items: [{ item: { id: 1, name: 'דנה', phones: ['+972501234567'] } }] } },
    });
    expect(await find('%2B97250')).toMatchObject({ body: { data: { items: [] } } });
  });

  test('refuses an id that is text, and a caller without a token', async () => {
    const deals = 'https://api.pipedrive.com/api/v2/deals';
    expect((await call('POST', `${deals}?api_token=x`, { title: 'A', person_id: '1' })).status).toBe(400);
    expect((await call('POST', deals, { title: 'A', person_id: 1 })).status).toBe(401);
    expect((await call('POST', `${deals}?api_token=x`, { title: 'A', person_id: 1 })).status).toBe(201);
  });
});

describe('Meta', () => {
  const messages = 'https://graph.facebook.com/v13.0/111/messages';
  const bearer = { authorization: 'Bearer token' };

  test('accepts a WhatsApp message only to a number and only when it is whole', async () => {
    const message = { messaging_product: 'whatsapp', type: 'text', text: { body: 'שלום' } };
    expect((await call('POST', messages, { ...message, to: '972501234567' }, bearer)).body).toMatchObject({
      messages: [{ id: 'wamid.1' }],
    });
    expect((await call('POST', messages, { ...message, to: 'דנה' }, bearer)).status).toBe(400);
    expect((await call('POST', messages, { ...message, to: '972501234567', text: '' }, bearer)).status).toBe(
      400,
    );
  });

  test('subscribes a callback that repeats its challenge, and no other', async () => {
    const subscriber = createServer((incoming, response) => {
      const { searchParams, pathname } = new URL(incoming.url ?? '', 'http://subscriber');
      response.end(pathname === '/right' ? searchParams.get('hub.challenge') : 'no');
    });
    subscriber.listen(0, '127.0.0.1');
    await once(subscriber, 'listening');
    const address = subscriber.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const subscribe = (path: string) =>
      call(
        'POST',
        'https://graph.facebook.com/v21.0/app/subscriptions',
        { object: 'page', callback_url: `http://127.0.0.1:${port}/${path}`, verify_token: 't' },
        bearer,
      );
    expect((await subscribe('wrong')).status).toBe(400);
    expect((await subscribe('right')).status).toBe(200);
    subscriber.close();
  });

  test('signs what it delivers with the app secret', () => {
    const lead = { id: 'L1', formId: 'F1', pageId: 'P1', values: {} };
    const { headers, text } = leadDelivery(lead, 'secret');
    expect(headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect(parseJson(text)).toMatchObject({
      entry: [{ changes: [{ value: { leadgen_id: 'L1', form_id: 'F1' } }] }],
    });
  });
});

test('Google keeps the events that it is given', async () => {
  const events = 'https://www.googleapis.com/calendar/v3/calendars/clinic%40example.com/events';
  const bearer = { authorization: 'Bearer token' };
  const made = await call('POST', events, { summary: 'פגישה' }, bearer);
  expect(made).toMatchObject({ status: 200, body: { id: 'event1', status: 'confirmed', summary: 'פגישה' } });
  expect(await call('GET', events, undefined, bearer)).toMatchObject({
    body: { items: [{ summary: 'פגישה' }] },
  });
  expect((await call('GET', events)).status).toBe(401);
});
