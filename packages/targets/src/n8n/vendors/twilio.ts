import { expression } from '../javascript/literal.ts';
import { node, set } from '../nodes.ts';
import { reportUnsentParts } from './http.ts';
import type { VendorMapping } from './vendor.ts';

/** n8n's Twilio node, which sends text messages as the form that Twilio takes. What customers write comes by webhook. */
export const twilio: VendorMapping = {
  connector: 'twilio',
  source: 'https://www.twilio.com/docs/messaging/api/message-resource and n8n’s node twilio 1',
  credential: {
    type: 'twilioApi',
    fields: {
      authType: 'authToken',
      accountSid: '<TWILIO_ACCOUNT_SID>',
      authToken: '<TWILIO_AUTH_TOKEN>',
    },
  },
  actions: {},
  events: {},
  message: {
    support: 'native',
    how: 'Twilio: send an SMS',
    build: (flow, after, message) => {
      reportUnsentParts(flow, message);
      const sent = flow.call(
        after,
        node(flow.about(message.label, message.source), 'twilio', 1, {
          resource: 'sms',
          operation: 'send',
          from: expression(flow.context.scope('$json').setting(flow.system.id, 'from')),
          to: expression('$json.to'),
          toWhatsapp: false,
          message: expression('$json.message.body'),
          options: {},
        }),
      );
      return flow.add(
        [sent],
        set(flow.named('result', message.label, message.source), '{ result: { id: $json.sid ?? null } }'),
      );
    },
  },
};
