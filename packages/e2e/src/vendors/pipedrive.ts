import { asText, isFields, isList, type Json, type JsonFields } from '../json.ts';
import { fields, type VendorAnswer, type VendorCall, type VendorStandIn } from './call.ts';
import { route, type Route } from './routes.ts';

/** The kinds that both versions of the API create in the same way; notes and webhooks exist in v1 only. */
const kinds = ['persons', 'deals', 'activities', 'organizations', 'leads', 'notes', 'webhooks'];
const fieldLists = ['personFields', 'dealFields', 'activityFields', 'organizationFields', 'leadFields'];

/** Ids that the real API takes as integers only; n8n's expressions easily send text. */
const integerIds = ['person_id', 'deal_id', 'org_id', 'owner_id', 'stage_id', 'pipeline_id'];

/**
 * Pipedrive: keeps what it is given, so that a person who was created is found again.
 * Answers by its published API, versions 1 and 2 (developers.pipedrive.com/docs/api).
 */
export function pipedrive(): VendorStandIn {
  const tables = new Map<string, JsonFields[]>(kinds.map((kind) => [kind, []]));
  let lastId = 0;
  const rows = (kind: string): JsonFields[] => tables.get(kind) ?? [];

  const create = (kind: string, call: VendorCall): VendorAnswer => {
    const wrong = integerIds.find((id) => typeof fields(call)[id] === 'string');
    if (wrong) return refusal(400, `Validation failed: ${wrong}: Expected number, received string`);
    lastId += 1;
    const now = new Date(call.at).toISOString();
    const row: JsonFields = { id: lastId, ...fields(call), add_time: now, update_time: now };
    rows(kind).push(row);
    return success(row, 201);
  };
  const change = (kind: string, id: string, call: VendorCall): VendorAnswer => {
    const index = rows(kind).findIndex((row) => asText(row['id']) === id);
    if (index < 0) return notFound(kind);
    const row: JsonFields = {
      ...rows(kind)[index],
      ...fields(call),
      update_time: new Date(call.at).toISOString(),
    };
    rows(kind)[index] = row;
    return success(row);
  };
  const remove = (kind: string, id: string): VendorAnswer => {
    const kept = rows(kind).filter((row) => asText(row['id']) !== id);
    if (kept.length === rows(kind).length) return notFound(kind);
    tables.set(kind, kept);
    return success({ id: Number(id) });
  };
  const read = (kind: string, id: string): VendorAnswer => {
    const row = rows(kind).find((candidate) => asText(candidate['id']) === id);
    return row ? success(row) : notFound(kind);
  };

  const routesOf = (base: string): Route[] => [
    ...fieldLists.map((list): Route => ({
      method: 'GET',
      path: `${base}/${list}`,
      answer: () => success([]),
    })),
    ...kinds.flatMap((kind): Route[] => [
      { method: 'GET', path: `${base}/${kind}/search`, answer: (call) => search(kind, rows(kind), call) },
      { method: 'GET', path: `${base}/${kind}`, answer: () => success(rows(kind)) },
      { method: 'POST', path: `${base}/${kind}`, answer: (call) => create(kind, call) },
      { method: 'GET', path: `${base}/${kind}/:id`, answer: (_call, { id = '' }) => read(kind, id) },
      { method: 'PATCH', path: `${base}/${kind}/:id`, answer: (call, { id = '' }) => change(kind, id, call) },
      { method: 'PUT', path: `${base}/${kind}/:id`, answer: (call, { id = '' }) => change(kind, id, call) },
      { method: 'DELETE', path: `${base}/${kind}/:id`, answer: (_call, { id = '' }) => remove(kind, id) },
    ]),
  ];
  const routes = ['/v1', '/api/v1', '/api/v2'].flatMap(routesOf);
  return {
    hosts: ['api.pipedrive.com'],
    answer: (call) => {
      if (!isAuthorized(call)) return refusal(401, 'unauthorized access');
      return route(routes, call) ?? refusal(404, 'Unknown method.');
    },
  };
}

function isAuthorized({ query, headers }: VendorCall): boolean {
  return Boolean(query['api_token'] ?? headers['x-api-token'] ?? headers['authorization']);
}

function search(kind: string, rows: readonly JsonFields[], { query }: VendorCall): VendorAnswer {
  const term = (query['term'] ?? '').toLowerCase();
  const exact = query['exact_match'] === 'true' || query['exact_match'] === '1';
  const matches = rows.filter((row) =>
    searchable(row).some((text) => (exact ? text.toLowerCase() === term : text.toLowerCase().includes(term))),
  );
  const items = matches.map((row) => ({
    result_score: exact ? 1 : 0.5,
    item: { ...row, type: kind.slice(0, -1), emails: values(row['emails']), phones: values(row['phones']) },
  }));
  return success({ items }, 200, { pagination: { start: 0, limit: 100, more_items_in_collection: false } });
}

function searchable(row: JsonFields): string[] {
  const names = [row['name'], row['title']].filter((name) => typeof name === 'string');
  return [...names, ...values(row['emails']), ...values(row['phones'])];
}

/** Of `[{"value": "a@example.com", "primary": true}]` the values. */
function values(list: Json | undefined): string[] {
  if (!isList(list)) return [];
  return list.flatMap((entry) => (isFields(entry) ? [asText(entry['value'])] : []));
}

function success(data: Json, status = 200, additional: Json = null): VendorAnswer {
  return { status, body: { success: true, data, additional_data: additional } };
}

function notFound(kind: string): VendorAnswer {
  return refusal(404, `${kind.slice(0, -1)} not found`);
}

function refusal(status: number, error: string): VendorAnswer {
  return { status, body: { success: false, error, errorCode: status, data: null } };
}
