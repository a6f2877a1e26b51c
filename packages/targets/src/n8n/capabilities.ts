import type { Step } from '@journey/model';
import { connectorOf, type JourneyModel, byId } from '@journey/model';
import type { Capability, CapabilityTable, ConnectorCapabilities, Support } from '../target.ts';
import { STEP_CAPABILITIES } from './steps/index.ts';
import { httpAction, httpMessage } from './vendors/http.ts';
import { VENDORS, vendorOf } from './vendors/index.ts';

const TRIGGERS: Readonly<Record<string, Capability>> = {
  events: { support: 'orchestrated', how: 'the events workflow; vendors’ triggers and webhooks lead there' },
  date: { support: 'orchestrated', how: 'the clock, by dates that events tell of' },
  segment: { support: 'orchestrated', how: 'the events workflow; the clock once a day' },
  schedule: { support: 'orchestrated', how: 'the clock, for everybody on the journey' },
  manual: { support: 'orchestrated', how: 'an address that starts it' },
};

/** What n8n can do for a journey; connectors that are not listed go by HTTP, as they describe themselves. */
export const n8nCapabilities: CapabilityTable = {
  steps: STEP_CAPABILITIES,
  triggers: TRIGGERS,
  connectors: Object.fromEntries(
    VENDORS.map((vendor): [string, ConnectorCapabilities] => [
      vendor.connector,
      {
        source: vendor.source,
        actions: vendor.actions,
        events: vendor.events,
        ...(vendor.message === undefined ? {} : { messages: vendor.message }),
      },
    ]),
  ),
};

/** Who carries out a step: the system's own node where it is about a system, else n8n's logic. */
export function supportOf(model: JourneyModel, step: Step): Support {
  const kind = STEP_CAPABILITIES[step.kind].support;
  if (step.kind === 'send') return messageSupport(model, step.message);
  if (step.kind === 'action') return actionSupport(model, step.system, step.action);
  return kind;
}

function messageSupport(model: JourneyModel, messageId: string): Support {
  const connector = connectorOf(model, byId(model.messages, messageId)?.system ?? '');
  if (connector === undefined) return 'unsupported';
  const own = vendorOf(connector.id)?.message;
  if (own !== undefined) return own.support;
  return connector.delivery === undefined ? 'unsupported' : httpMessage.support;
}

function actionSupport(model: JourneyModel, system: string, action: string): Support {
  const connector = connectorOf(model, system);
  const own = connector && vendorOf(connector.id)?.actions[action];
  if (own !== undefined) return own.support;
  const described = connector?.actions.find(({ name }) => name === action)?.request !== undefined;
  return described ? httpAction.support : 'unsupported';
}
