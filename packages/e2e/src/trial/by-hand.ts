import type { GenerationResult } from '@journey/targets';

/** Where the workflow below listens. */
export const BY_HAND_PATH = 'by-hand/signed-up';
const BY_HAND = 'byHand';

interface Node {
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: object;
  readonly credential?: string;
  readonly always?: true;
}

/**
 * What somebody would put together in n8n's editor for a lead of the worked example: look the person up in Pipedrive,
 * make a deal, greet by WhatsApp, send the video by mail, wait two days. It knows no quiet hours, no caps, no consent, no
 * customer and no repetition, and remembers nothing.
 */
export function workflowByHand(generated: GenerationResult): { readonly id: string } {
  const file = generated.files.find(({ path }) => path === 'credentials.example.json')?.content ?? '[]';
  const known = JSON.parse(file) as readonly { id: string; name: string; type: string }[];
  const nodes = NODES.map((node, index) => placed(node, index, known));
  const connections = Object.fromEntries(
    NODES.slice(0, -1).map(({ name }, index) => [
      name,
      { main: [[{ node: NODES[index + 1]?.name, type: 'main', index: 0 }]] },
    ]),
  );
  const settings = { executionOrder: 'v1' };
  const workflow = { id: BY_HAND, name: 'By hand', active: false, settings, nodes, connections };
  return workflow;
}

function placed(
  { name, type, typeVersion, parameters, credential, always }: Node,
  index: number,
  known: readonly { id: string; name: string; type: string }[],
): object {
  const found = known.find((one) => one.type === credential);
  return {
    id: `node-${index}`,
    name,
    type: `n8n-nodes-base.${type}`,
    typeVersion,
    position: [index * 240, 0],
    parameters,
    ...(found && { credentials: { [found.type]: { id: found.id, name: found.name } } }),
    ...(always && { alwaysOutputData: true }),
    ...(['webhook', 'wait'].includes(type) && { webhookId: `by-hand-${index}` }),
  };
}

const lead = (field: string): string => `={{ $("Lead").first().json.body.${field} }}`;

const NODES: readonly Node[] = [
  {
    name: 'Lead',
    type: 'webhook',
    typeVersion: 2.1,
    parameters: { httpMethod: 'POST', path: BY_HAND_PATH, responseMode: 'onReceived', options: {} },
  },
  {
    name: 'Search person',
    type: 'pipedrive',
    typeVersion: 2,
    credential: 'pipedriveApi',
    always: true,
    parameters: {
      authentication: 'apiToken',
      resource: 'person',
      operation: 'search',
      term: lead('email'),
      exactMatch: true,
      returnAll: false,
      limit: 1,
      additionalFields: { fields: ['email'] },
    },
  },
  {
    name: 'Create person',
    type: 'pipedrive',
    typeVersion: 2,
    credential: 'pipedriveApi',
    parameters: {
      authentication: 'apiToken',
      resource: 'person',
      operation: 'create',
      name: lead('full_name'),
      additionalFields: {},
      rawCustomFieldKeys: true,
    },
  },
  {
    name: 'Create deal',
    type: 'pipedrive',
    typeVersion: 2,
    credential: 'pipedriveApi',
    parameters: {
      authentication: 'apiToken',
      resource: 'deal',
      operation: 'create',
      title: lead('full_name'),
      associateWith: 'person',
      person_id: '={{ $json.id }}',
      additionalFields: {},
      rawCustomFieldKeys: true,
    },
  },
  {
    name: 'Hello',
    type: 'whatsApp',
    typeVersion: 1.1,
    credential: 'whatsAppApi',
    parameters: {
      resource: 'message',
      operation: 'sendTemplate',
      phoneNumberId: '111',
      recipientPhoneNumber: lead('phone'),
      template: 'lead_hello|he',
    },
  },
  {
    name: 'Video',
    type: 'httpRequest',
    typeVersion: 4.5,
    credential: 'httpBearerAuth',
    parameters: {
      method: 'POST',
      url: 'https://rest.smoove.io/v1/Campaigns?sendNow=true',
      authentication: 'genericCredentialType',
      genericAuthType: 'httpBearerAuth',
      sendBody: true,
      contentType: 'json',
      specifyBody: 'json',
      jsonBody: `={{ JSON.stringify({ subject: "Video", body: "Hello", toMembersByEmail: [$("Lead").first().json.body.email] }) }}`,
      options: {},
    },
  },
  {
    name: 'Two days',
    type: 'wait',
    typeVersion: 1.1,
    parameters: { resume: 'timeInterval', amount: 2, unit: 'days' },
  },
];
