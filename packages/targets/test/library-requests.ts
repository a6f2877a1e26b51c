import { libraryFiles } from '@journey/language';
import type { ActionType, Connector, JourneyModel, RecordType, ValueType } from '@journey/model';
import { byId } from '@journey/model';
import { findTarget } from '@journey/targets';
import type { N8nNode, N8nWorkflow } from '../src/n8n/workflow.ts';
import { compileText } from './journeys.ts';

/** A request as n8n makes it of a connector's description. */
export interface MadeRequest {
  /** `hubspot.create_deal`, `brevo.send`. */
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The connectors that ship with the language, by their names. */
export const libraryConnectors: readonly string[] = libraryFiles
  .filter(({ uri }) => uri.includes(':/vendors/'))
  .flatMap(({ text }) => [...text.matchAll(/^connector (\S+)/gm)].map(([, name = '']) => name));

const MOMENT = '2027-03-28T13:00:00.000Z';
const SETTING = 'set';
const MESSAGE = 'Hello';

/** All requests that the connector describes, made for somebody by the name of Dana. */
export async function requestsOf(name: string): Promise<MadeRequest[]> {
  const model = await compileText(journeyWith(await connectorNamed(name)));
  const connector = byId(model.connectors, name);
  const files = findTarget('n8n')?.generate(model).files ?? [];
  const workflow: N8nWorkflow = JSON.parse(
    files.find(({ path }) => path.endsWith('system.it.json'))?.content ?? '{"nodes":[]}',
  );
  return workflow.nodes
    .filter(({ type }) => type.endsWith('.httpRequest'))
    .flatMap((node) => {
      const action = connector?.actions.find((each) => `it.${each.name}` === node.name);
      const isDescribed = action !== undefined || node.name === MESSAGE;
      return connector !== undefined && isDescribed ? [made(model, connector, action, node)] : [];
    });
}

export async function connectorNamed(name: string): Promise<Connector> {
  const model = await compileText(`system it uses ${name}`);
  return byId(model.connectors, name) ?? { ...EMPTY, id: name };
}

const EMPTY: Connector = {
  id: '',
  label: '',
  limits: [],
  settings: [],
  reports: [],
  measures: [],
  events: [],
  actions: [],
  source: { file: '', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};

/** What is given to an action here is of no matter: what it is done with is put in its place below. */
export function journeyWith({ id, settings, events, actions, delivery, channel }: Connector): string {
  const set = settings.map((setting) => `${setting.name}: "${SETTING}"`).join('\n');
  const calls = actions.map(
    (action) => `it.${action.name}(${action.parameters.map((each) => `${each.name}: customer`).join(', ')})`,
  );
  const heard = events.map((event) => `it.${event.name}`);
  const sends = delivery !== undefined && channel !== undefined;
  return `system it "It" uses ${id} {
${set}
}
${sends ? `message hello "${MESSAGE}" via it category transactional { ${partsFor(channel)} }` : ''}
journey trial "Trial" {
  timezone "Asia/Jerusalem"
  stage first "First" {
    automation all "All" {
      ${heard.length > 0 ? `on ${heard.join(' or ')}` : 'manually'}
      ${calls.join('\n')}
      ${sends ? 'send hello' : ''}
    }
  }
}`;
}

function partsFor(channel: string): string {
  if (channel === 'email') return 'subject "Hello" body "Hi"';
  return channel === 'push' ? 'title "Hello" text "Hi"' : 'text "Hi"';
}

function made(
  model: JourneyModel,
  connector: Connector,
  action: ActionType | undefined,
  { parameters }: N8nNode,
): MadeRequest {
  const args = Object.fromEntries(
    action?.parameters.map(({ name, type }) => [name, sample(model, type)]) ?? [],
  );
  const contact = sample(model, { kind: 'record', record: 'contact' });
  const json = {
    step: { args },
    key: 'key-1',
    recipient: contact,
    message: { subject: 'Hello', body: 'Hi', language: 'en' },
  };
  const given = (text: unknown): string => String(evaluated(text, json));
  const named = parameters['headerParameters'] as
    { readonly parameters: readonly { readonly name: string; readonly value: string }[] } | undefined;
  const body = parameters['jsonBody'];
  const form = parameters['contentType'] === 'form-urlencoded' ? given(parameters['body']) : undefined;
  return {
    name: `${connector.id}.${action?.name ?? 'send'}`,
    method: String(parameters['method']),
    url: given(parameters['url']),
    headers: Object.fromEntries(named?.parameters.map(({ name, value }) => [name, given(value)]) ?? []),
    body: body === undefined ? form : (JSON.parse(given(body)) as unknown),
  };
}

/** n8n's `={{ … }}`, for an item and for what the node before the policy was asked. */
function evaluated(value: unknown, json: object): unknown {
  const text = String(value);
  const javascript = /^=\{\{(.*)\}\}$/s.exec(text)?.[1];
  if (javascript === undefined) return text;
  const moment = { toISO: () => MOMENT, setZone: () => moment };
  const run = new Function('$json', '$', '$now', `return ${javascript}`);
  const item = { json };
  return run(json, () => ({ item, first: () => item }), moment) as unknown;
}

function sample(model: JourneyModel, type: ValueType): unknown {
  switch (type.kind) {
    case 'choice':
      return type.options[0];
    case 'list':
      return [sample(model, type.of)];
    case 'record':
      return sampleRecord(model, byId(model.records, type.record));
    case 'primitive':
      return SAMPLES[type.name] ?? '7';
  }
}

const SAMPLES: Readonly<Partial<Record<string, unknown>>> = {
  number: 7,
  percent: 0.2,
  boolean: true,
  money: { amount: 20.5, currency: 'ILS' },
  moment: MOMENT,
  date: MOMENT.slice(0, 10),
  email: 'dana@example.com',
  phone: '+972501234567',
  url: 'https://example.com',
};

function sampleRecord(model: JourneyModel, record: RecordType | undefined): unknown {
  return Object.fromEntries(record?.fields.map(({ name, type }) => [name, sample(model, type)]) ?? []);
}
