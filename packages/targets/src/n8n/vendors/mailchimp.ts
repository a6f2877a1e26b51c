import { expression } from '../javascript/literal.ts';
import { code, node, set } from '../nodes.ts';
import { webhookCode } from '../shared/webhook-code.ts';
import type { EventMapping, VendorMapping } from './vendor.ts';

/** By the connector's names of events, Mailchimp's. */
const EVENTS: Readonly<Record<string, string>> = {
  subscribed: 'subscribe',
  unsubscribed: 'unsubscribe',
  profile_updated: 'profile',
};

/**
 * n8n's trigger, which answers when Mailchimp tries the address before it reports to it. Requests go as the connector
 * describes them.
 */
export const mailchimp: VendorMapping = {
  connector: 'mailchimp',
  source:
    'https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks and n8n’s node mailchimpTrigger 1',
  credential: { type: 'mailchimpApi', fields: { apiKey: '<MAILCHIMP_API_KEY>' } },
  actions: {},
  events: Object.fromEntries(Object.keys(EVENTS).map((name) => [name, audienceEvents()])),
};

function audienceEvents(): EventMapping {
  return {
    support: 'native',
    how: 'Mailchimp Trigger',
    group: 'audience',
    build: (flow, events) => {
      const trigger = flow.call(
        [],
        node(
          flow.about('Mailchimp'),
          'mailchimpTrigger',
          1,
          {
            authentication: 'apiKey',
            list: expression(flow.context.scope('$json').setting(flow.system.id, 'audience')),
            events: events.map(({ name }) => EVENTS[name] ?? name),
            sources: ['user', 'admin', 'api'],
          },
          { webhook: true },
        ),
      );
      const reported = flow.add(
        [trigger],
        set(flow.named('what it reports', 'Mailchimp'), '{ body: $json }'),
      );
      return [flow.add([reported], code(flow.named('The member'), webhookCode(flow.system, events)))];
    },
  };
}
