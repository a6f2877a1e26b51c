import type { Connector, EventType, SourceRange, System } from '@journey/model';
import { byId, eventName } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { literal } from '../javascript/literal.ts';
import { callWorkflow, code, webhook } from '../nodes.ts';
import { vendorOf } from '../vendors/index.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';
import { createVendorFlow } from './vendor-flow.ts';
import { webhookCode } from './webhook-code.ts';

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
    source: system.source,
    asked: '',
  });
  const needed = neededEvents(context, system, connector);
  const addresses: IntakeAddress[] = [];
  const hook = (path: string, names: readonly string[], javascript: string, source?: SourceRange): Port => {
    addresses.push({ path, what: names.map((name) => `\`${name}\``).join(', ') });
    const what = names.join(', ');
    const received = flow.add([], webhook(vendor.about(what, source), path), true);
    return flow.add([received], code(vendor.named('read', what, source), javascript), true);
  };

  const ports: Port[] = [];
  const groups = new Map<string, EventType[]>();
  const hooks = new Map<string, EventType[]>();
  const addTo = (sorted: Map<string, EventType[]>, key: string, event: EventType): void => {
    sorted.set(key, [...(sorted.get(key) ?? []), event]);
  };
  for (const event of needed.events) {
    const mapping = vendorOf(system.connector)?.events[event.name];
    if (mapping !== undefined) addTo(groups, mapping.group, event);
    else if (event.webhook !== undefined) {
      addTo(hooks, event.webhook.path, event);
      reportSecret(context, event);
    } else {
      const message = `Nothing tells n8n about ${system.id}.${event.name}: its connector describes no webhook for it, and n8n has no trigger.`;
      context.findings.report('target-event-unsupported', message, system.source);
    }
  }
  for (const [path, events] of hooks) {
    const names = events.map(({ name }) => name);
    const address = `${context.journey.id}/${system.id}/${path}`;
    ports.push(hook(address, names, webhookCode(system, events), events[0]?.source));
  }
  for (const events of groups.values()) {
    const [first] = events;
    const mapping = first && vendorOf(system.connector)?.events[first.name];
    if (mapping !== undefined) ports.push(...mapping.build(vendor, events));
  }
  if (needed.engagement) {
    const path = `${context.journey.id}/${system.id}/engagement`;
    ports.push(hook(path, ['engagement'], engagementCode(system)));
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
  const { needed } = context;
  const names = new Set(needed.map(eventName));
  const engagement = needed.some(
    (event) =>
      event.kind === 'engagement' &&
      event.engagement !== 'sent' &&
      byId(context.model.messages, event.message)?.system === system.id,
  );
  return { events: connector.events.filter((event) => names.has(`${system.id}.${event.name}`)), engagement };
}

/** Whatever adapter the sending system has posts \`{message, engagement, email | phone}\`, and of a click the \`link\`. */
function engagementCode(system: System): string {
  return `const linkOf = (body) => body.link ?? body.url;
return $input.all().flatMap(({ json }) => [json.body ?? []].flat().map((body) => ({ json: {
  system: ${literal(system.id)}, event: 'engagement', engagement: body.engagement, message: body.message,
  id: body.event_id ?? [body.engagement, body.message, linkOf(body) ?? [], body.email ?? body.phone].flat().join(':'),
  data: { ...body, link: linkOf(body) },
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
