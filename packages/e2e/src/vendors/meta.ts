import { createHmac, randomInt } from 'node:crypto';
import { asText, type Json, type JsonFields } from '../json.ts';
import { fields, type VendorAnswer, type VendorCall, type VendorStandIn } from './call.ts';
import { route, type Route } from './routes.ts';

/** What a person filled in on a Facebook lead form: field name to value. */
export interface Lead {
  readonly id: string;
  readonly formId: string;
  readonly pageId: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Meta's Graph API: WhatsApp messages, and lead ads. */
export interface MetaStandIn extends VendorStandIn {
  /** From now on the lead can be read; tell n8n about it with `leadDelivery`. */
  addLead(lead: Lead): void;
  /** Where the app's webhook subscription calls, once one has been made. */
  callbackUrl(): string | undefined;
}

/** What Meta posts to a subscriber; its signature is over the exact text. */
export interface SignedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * graph.facebook.com, by developers.facebook.com/docs/whatsapp/cloud-api and /docs/marketing-api/guides/lead-ads.
 * The API version in the path may be any.
 */
export function meta(): MetaStandIn {
  const leads = new Map<string, Lead>();
  let subscription: JsonFields | undefined;
  let messages = 0;

  const send = (call: VendorCall): VendorAnswer => {
    const wrong = faultOf(call);
    if (wrong) return refusal(400, 100, wrong);
    messages += 1;
    const to = asText(fields(call)['to']);
    const message = { id: `wamid.${messages}`, message_status: 'accepted' };
    return {
      status: 200,
      body: { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [message] },
    };
  };
  const subscribe = async (call: VendorCall): Promise<VendorAnswer> => {
    if (!(await answersChallenge(fields(call)))) {
      return refusal(
        400,
        2200,
        '(#2200) Callback verification failed with the following errors: HTTP Status Code = 404',
      );
    }
    subscription = fields(call);
    return { status: 200, body: { success: true } };
  };
  const subscriptions = (): VendorAnswer => ({
    status: 200,
    body: { data: subscription ? [subscriptionRecord(subscription)] : [] },
  });
  const unsubscribe = (): VendorAnswer => {
    subscription = undefined;
    return { status: 200, body: { success: true } };
  };
  const token: Route['answer'] = () => ({
    status: 200,
    body: { access_token: 'made-up-app-token', token_type: 'bearer' },
  });
  const routes: readonly Route[] = [
    { method: 'POST', path: '/:version/:phone/messages', answer: send },
    { method: 'POST', path: '/:version/oauth/access_token', answer: token },
    { method: 'GET', path: '/:version/oauth/access_token', answer: token },
    { method: 'GET', path: '/:version/:app/subscriptions', answer: subscriptions },
    { method: 'POST', path: '/:version/:app/subscriptions', answer: subscribe },
    { method: 'DELETE', path: '/:version/:app/subscriptions', answer: unsubscribe },
    {
      method: 'POST',
      path: '/:version/:page/subscribed_apps',
      answer: () => ({ status: 200, body: { success: true } }),
    },
    {
      method: 'GET',
      path: '/:version/:page/leadgen_forms',
      answer: () => ({ status: 200, body: { data: [] } }),
    },
    {
      method: 'GET',
      path: '/:version/:entity',
      answer: (_call, { entity = '' }) => entityRecord(entity, leads),
    },
  ];
  return {
    hosts: ['graph.facebook.com'],
    addLead: (lead) => void leads.set(lead.id, lead),
    callbackUrl: () =>
      typeof subscription?.['callback_url'] === 'string' ? subscription['callback_url'] : undefined,
    answer: (call) => {
      const isTokenCall = call.path.endsWith('/oauth/access_token');
      if (!isTokenCall && !call.headers['authorization'] && !call.query['access_token']) {
        return refusal(401, 190, 'Invalid OAuth access token.');
      }
      return route(routes, call) ?? refusal(404, 803, 'Some of the aliases you requested do not exist');
    },
  };
}

/** The webhook call by which Meta tells a subscriber that somebody filled in a form. */
export function leadDelivery(lead: Lead, appSecret: string): SignedDelivery {
  const seconds = Math.floor(Date.now() / 1000);
  const value = { leadgen_id: lead.id, form_id: lead.formId, page_id: lead.pageId, created_time: seconds };
  const text = JSON.stringify({
    object: 'page',
    entry: [{ id: lead.pageId, time: seconds, changes: [{ field: 'leadgen', value }] }],
  });
  const signature = createHmac('sha256', appSecret).update(text).digest('hex');
  return {
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    text,
  };
}

/** What the real API would complain of first, or nothing. */
function faultOf(call: VendorCall): string | undefined {
  const { messaging_product: product, to, type, text, template } = fields(call);
  if (product !== 'whatsapp') return '(#100) The parameter messaging_product is required.';
  if (typeof to !== 'string' || !/^\+?\d{7,15}$/.test(to)) return '(#100) The parameter to is required.';
  if (type === 'text' && !text) return "(#100) The parameter text['body'] is required.";
  if (type === 'template' && !template) return '(#100) The parameter template is required.';
  return undefined;
}

/** Meta accepts a callback only if it repeats a challenge (developers.facebook.com/docs/graph-api/webhooks). */
async function answersChallenge({ callback_url, verify_token }: JsonFields): Promise<boolean> {
  if (typeof callback_url !== 'string') return false;
  const challenge = randomInt(1_000_000_000).toString();
  const asked = new URL(callback_url);
  asked.searchParams.set('hub.mode', 'subscribe');
  asked.searchParams.set('hub.challenge', challenge);
  asked.searchParams.set('hub.verify_token', asText(verify_token));
  const response = await fetch(asked);
  return response.ok && (await response.text()) === challenge;
}

function subscriptionRecord({ object, callback_url }: JsonFields): Json {
  return {
    object: object ?? 'page',
    callback_url: callback_url ?? null,
    active: true,
    fields: [{ name: 'leadgen', version: 'v21.0' }],
  };
}

function entityRecord(id: string, leads: ReadonlyMap<string, Lead>): VendorAnswer {
  const lead = leads.get(id);
  if (lead) return { status: 200, body: leadRecord(lead) };
  const form = [...leads.values()].find((candidate) => candidate.formId === id);
  if (form) return { status: 200, body: formRecord(form) };
  return { status: 200, body: { id, name: `Page ${id}`, access_token: 'made-up-page-token' } };
}

function leadRecord({ id, formId, values }: Lead): Json {
  return {
    id,
    created_time: new Date().toISOString(),
    form_id: formId,
    ad_id: '701',
    ad_name: 'Spring campaign',
    adset_id: '601',
    adset_name: 'Local',
    field_data: Object.entries(values).map(([name, value]) => ({ name, values: [value] })),
  };
}

function formRecord({ formId, pageId }: Lead): Json {
  return {
    id: formId,
    name: 'Lead form',
    locale: 'he_IL',
    status: 'ACTIVE',
    page: { id: pageId, name: `Page ${pageId}` },
    questions: [],
  };
}

function refusal(status: number, code: number, message: string): VendorAnswer {
  return { status, body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'made-up' } } };
}
