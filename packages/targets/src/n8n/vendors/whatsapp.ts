import type { Message, MessageHeader } from '@journey/model';
import { expression } from '../javascript/literal.ts';
import { code, literal, node, set } from '../nodes.ts';
import type { Port } from '../workflow.ts';
import { reportUnsentParts } from './http.ts';
import type { CredentialKind, VendorFlow, VendorMapping } from './vendor.ts';

const credential: CredentialKind = {
  type: 'whatsAppApi',
  fields: { accessToken: '<WHATSAPP_TOKEN>', businessAccountId: '<WhatsApp business account id>' },
};

/** n8n's WhatsApp nodes: approved templates, their variables in the order of the text; free text where there is none. */
export const whatsapp: VendorMapping = {
  connector: 'whatsapp',
  source:
    'https://developers.facebook.com/docs/whatsapp/cloud-api and n8n’s nodes whatsApp 1.1, whatsAppTrigger 1',
  credential,
  triggerCredential: {
    type: 'whatsAppTriggerApi',
    fields: { clientId: '<Meta app id>', clientSecret: '<Meta app secret>' },
  },
  actions: {},
  events: {
    received: {
      support: 'native',
      how: 'WhatsApp Trigger: messages',
      group: 'messages',
      build: (flow) => {
        const trigger = flow.call(
          [],
          node(
            flow.about('WhatsApp'),
            'whatsAppTrigger',
            1,
            { updates: ['messages'], options: { messageStatusUpdates: [] } },
            { webhook: true },
          ),
          whatsapp.triggerCredential,
        );
        return [
          flow.add([trigger], code(flow.named('What the customer wrote'), receivedCode(flow.system.id))),
        ];
      },
    },
  },
  message: { support: 'native', how: 'WhatsApp: send template, or send', build: sendMessage },
};

function sendMessage(flow: VendorFlow, after: readonly Port[], message: Message): Port {
  reportIgnoredParts(flow, message);
  const number = flow.context.scope('$json').setting(flow.system.id, 'number');
  const common = {
    resource: 'message',
    phoneNumberId: expression(number),
    recipientPhoneNumber: expression('$json.to'),
  };
  const sent = flow.call(
    after,
    node(
      flow.about(message.label, message.source),
      'whatsApp',
      1.1,
      message.template === undefined
        ? { ...common, operation: 'send', messageType: 'text', textBody: expression('$json.message.body') }
        : {
            ...common,
            operation: 'sendTemplate',
            template: `${message.template.name}|${message.template.language ?? flow.context.language}`,
            ...templateParameters(message),
          },
    ),
  );
  return flow.add(
    [sent],
    set(
      flow.named('result', message.label, message.source),
      '{ result: { id: $json.messages?.[0]?.id ?? null } }',
    ),
  );
}

/** As many as the longest of the text's languages has; n8n wants each in a field of its own. */
function templateParameters(message: Message): {
  components?: {
    component: { type: string; bodyParameters: { parameter: { type: string; text: string }[] } }[];
  };
} {
  const count = Math.max(
    0,
    ...message.body.map((text) => text.parts.filter((part) => part.kind === 'variable').length),
  );
  if (count === 0) return {};
  const parameter = Array.from({ length: count }, (_, index) => ({
    type: 'text',
    text: expression(`$json.parameters[${index}]`),
  }));
  return { components: { component: [{ type: 'body', bodyParameters: { parameter } }] } };
}

/** What an approved template says as it stands needs nothing here; what varies in it does. */
function reportIgnoredParts(flow: VendorFlow, message: Message): void {
  if (message.template === undefined) {
    reportUnsentParts(flow, message);
    return;
  }
  const ignored = (what: string): string =>
    `The n8n target doesn't fill in the ${what} of "${message.id}"; it is sent as the approved template has it.`;
  if (message.header !== undefined && varies(message.header)) {
    flow.context.findings.report('target-message-part-ignored', ignored('header'), message.header.source);
  }
  for (const button of message.buttons) {
    if (button.kind === 'url' && button.url.kind !== 'text') {
      flow.context.findings.report('target-message-part-ignored', ignored('button'), button.source);
    }
  }
}

function varies(header: MessageHeader): boolean {
  return header.kind !== 'text' || header.parts.some((part) => part.kind === 'variable');
}

function receivedCode(system: string): string {
  return `return $input.all().flatMap(({ json }) => (json.messages ?? []).map((message) => ({ json: {
  system: ${literal(system)}, event: 'received', id: message.id,
  data: { id: message.id, from: message.from, text: message.text?.body ?? message.button?.text ?? '' },
} })));`;
}
