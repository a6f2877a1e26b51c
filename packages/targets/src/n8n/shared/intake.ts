import type { Connector, EventType, System } from '@journey/model';
import { byId, eventName } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { literal } from '../javascript/literal.ts';
import { callWorkflow, code, webhook, type Described } from '../nodes.ts';
import { eventsNeeded } from '../usage.ts';
import { credentialOf } from '../vendors/http.ts';
import { vendorOf } from '../vendors/index.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';
import { createVendorFlow } from './vendor-flow.ts';

/** An address that a system calls. */
export interface IntakeAddress {
  readonly path: string;
  readonly what: string;
}

export interface Intake {
  readonly workflow: GeneratedWorkflow;
  readonly addresses: readonly IntakeAddress[];
}

/** What a system reports, brought into the words of its connector and passed on to the events workflow. */
export function intakeWorkflow(
  context: JourneyContext,
  credentials: Credentials,
  system: System,
  connector: Connector,
): Intake | undefined {
  const { name } = context.systemCallee(system.id);
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'intake', system.id],
    name: `${name} · ${context.words.incoming}`,
    file: context.fileName('intake', system.id),
    role: 'intake',
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${name} · ${context.words.incoming}\n\n${context.words.notes.intake(system.label, context.journey.label)}`,
      source: system.source,
    },
  });
  const vendor = createVendorFlow({
    context,
    flow,
    system,
    connector,
    credentials,
    credential: vendorOf(system.connector)?.credential ?? credentialOf(connector.authentication),
    source: system.source,
    asked: '',
  });
  const needed = neededEvents(context, system, connector);
  const addresses: IntakeAddress[] = [];
  const hook = (path: string, what: string, about: Described, javascript: string): Port => {
    addresses.push({ path, what: `\`${what}\`` });
    const received = flow.add([], webhook(about, path), true);
    return flow.add([received], code(vendor.named('read', what, about.source), javascript), true);
  };

  const ports: Port[] = [];
  const groups = new Map<string, EventType[]>();
  for (const event of needed.events) {
    const mapping = vendorOf(system.connector)?.events[event.name];
    if (mapping !== undefined) {
      groups.set(mapping.group, [...(groups.get(mapping.group) ?? []), event]);
    } else if (event.webhook !== undefined) {
      const path = `${context.journey.id}/${system.id}/${event.webhook.path}`;
      ports.push(hook(path, event.name, vendor.about(event.name, event.source), webhookCode(system, event)));
      reportSecret(context, event);
    } else {
      const message = `Nothing tells n8n about ${system.id}.${event.name}: its connector describes no webhook for it, and n8n has no trigger.`;
      context.findings.report('target-event-unsupported', message, system.source);
    }
  }
  for (const events of groups.values()) {
    const [first] = events;
    const mapping = first && vendorOf(system.connector)?.events[first.name];
    if (mapping !== undefined) ports.push(...mapping.build(vendor, events));
  }
  if (needed.engagement) {
    const path = `${context.journey.id}/${system.id}/engagement`;
    ports.push(hook(path, 'engagement', vendor.about('engagement'), engagementCode(system)));
  }
  if (ports.length === 0) return undefined;
  flow.add(
    ports,
    callWorkflow(vendor.about(context.words.titles.events), context.callee('events'), {
      input: 'event',
      javascript: '$json',
      wait: true,
      each: true,
    }),
    true,
  );
  return { workflow: flow.build(), addresses };
}

function neededEvents(
  context: JourneyContext,
  system: System,
  connector: Connector,
): { readonly events: readonly EventType[]; readonly engagement: boolean } {
  const needed = eventsNeeded(context.model, context.journey);
  const names = new Set(needed.map(eventName));
  const engagement = needed.some(
    (event) =>
      event.kind === 'engagement' &&
      event.engagement !== 'sent' &&
      byId(context.model.messages, event.message)?.system === system.id,
  );
  return { events: connector.events.filter((event) => names.has(`${system.id}.${event.name}`)), engagement };
}

/** The vendor's words for each field become the connector's. A response or a contact has an id of its own: it happens once. */
function webhookCode(system: System, event: EventType): string {
  const mapping = Object.fromEntries(event.fields.map((field) => [field.name, pathOf(event, field.name)]));
  return `const fields = ${literal(mapping)};
const at = (value, path) => path.reduce((part, name) => part?.[name], value);
return $input.all().map(({ json }) => {
  const body = json.body ?? Object();
  const data = Object.fromEntries(Object.entries(fields).map(([field, path]) => [field, at(body, path)]));
  if (body.consent !== undefined) data.consent = body.consent;
  const id = json.headers?.['x-event-id'] ?? body.event_id ?? data.id;
  return { json: { system: ${literal(system.id)}, event: ${literal(event.name)}, id, data } };
});`;
}

function pathOf(event: EventType, field: string): readonly string[] {
  return event.webhook?.mapping.find((entry) => entry.field === field)?.from ?? [field];
}

/** Whatever adapter the sending system has posts \`{message, engagement, email | phone}\`. */
function engagementCode(system: System): string {
  return `return $input.all().flatMap(({ json }) => [json.body ?? []].flat().map((body) => ({ json: {
  system: ${literal(system.id)}, event: 'engagement', engagement: body.engagement, message: body.message,
  id: body.event_id ?? [body.engagement, body.message, body.email ?? body.phone].join(':'), data: body,
  identities: [
    ...(body.email ? ['email:' + String(body.email).trim().toLowerCase()] : []),
    ...(body.phone ? ['phone:' + String(body.phone).replace(/\\D/g, '').replace(/^00/, '')] : []),
  ],
} })));`;
}

function reportSecret(context: JourneyContext, event: EventType): void {
  if (event.webhook?.secret === undefined) return;
  const message = `The n8n target doesn't check the signature of "${event.name}": who knows its address can report it.`;
  context.findings.report('target-setting-ignored', message, event.source);
}
