import { asText, isFields, isList, type Json } from '../json.ts';
import { pipedrive, type VendorCall, type VendorStandIn } from '../vendors/index.ts';

/** Pipedrive as the stand-in has it, with the pipeline, its stages and the owner that the worked example's account has. */
export function pipedriveAccount(): VendorStandIn {
  const vendor = pipedrive();
  return {
    hosts: vendor.hosts,
    answer: async (call) => {
      const data = accountData(call);
      if (data !== undefined) return { status: 200, body: { success: true, data } };
      const answer = await vendor.answer(call);
      return call.method === 'GET' && call.path.endsWith('/v2/deals')
        ? { ...answer, body: onlyOf(call.query['person_id'], answer.body) }
        : answer;
    },
  };
}

function accountData({ method, path, query }: VendorCall): Json | undefined {
  if (method !== 'GET') return undefined;
  if (path.endsWith('/pipelines')) {
    return [
      { id: 1, name: 'Partners' },
      { id: 2, name: 'Leads' },
    ];
  }
  if (path.endsWith('/stages')) {
    const first = Number(query['pipeline_id']) * 10;
    return [
      { id: first + 1, name: 'Met', order_nr: 2 },
      { id: first, name: 'New', order_nr: 1 },
    ];
  }
  if (/\/users\/[^/]+$/.test(path)) return { id: 7, name: 'Noa', email: 'noa@example.com' };
  return undefined;
}

/** Of a list of deals those of one person. */
function onlyOf(person: string | undefined, body: Json): Json {
  if (!isFields(body) || !isList(body['data'])) return body;
  const own = body['data'].filter((deal) => isFields(deal) && asText(deal['person_id']) === person);
  return { ...body, data: own };
}
