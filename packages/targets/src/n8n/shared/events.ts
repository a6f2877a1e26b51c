import type { JourneyContext } from '../context.ts';
import { expression, itemOf } from '../javascript/literal.ts';
import { called, callWorkflow, choose, code, httpRequest } from '../nodes.ts';
import { findRows, insertRows, upsertRows } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type NodeSpec, type Port } from '../workflow.ts';
import {
  contactFields,
  customerCode,
  followCode,
  identityCode,
  identityRowsCode,
  mergeCode,
  startCode,
} from './events-code.ts';

export const EVENTS_TITLE = 'Events';

/** Where everything that happens comes in: finds the customer, keeps the event, starts runs and wakes those that wait. */
export function eventsWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'events'],
    name: context.callee('events', EVENTS_TITLE).name,
    file: context.fileName('events'),
    role: 'events',
    zone: context.zone,
    heading: {
      text: `## ${context.journey.label} · ${EVENTS_TITLE}\nEverything that happens comes in here: the customer is found, the event kept, stages, goal and exits noted, automations started, and runs that wait for it go on.`,
      source,
    },
  });
  const about = (name: string): { name: string; source: typeof source } => ({
    name: flow.claimName(name),
    source,
  });
  const add = (after: readonly Port[], spec: NodeSpec): Port => flow.add(after, spec, true);

  const start = add([], called(about('Something happened'), 'event'));
  const who = add([start], code(about('Who is it?'), identityCode(context, start.node)));
  const found = add(
    [who],
    findRows(about('Known by that'), 'identities', { column: 'key', value: '$json.key' }),
  );
  const customer = add([found], code(about('The customer'), customerCode(who.node)));
  const contact = `${itemOf(customer.node)}.contact`;
  const known = add(
    [customer],
    findRows(about('What is known'), 'contacts', { column: 'contact', value: contact }),
  );
  const merged = add(
    [known],
    code(
      about('What is new'),
      mergeCode({ identities: who.node, customer: customer.node }, contactFields(context.model.records)),
      {
        settings: { alwaysOutputData: true },
      },
    ),
  );
  const isKnown = add([merged], choose(about('Is it a customer?'), 2, '$json.contact ? 0 : 1'));
  const kept = add(
    [isKnown],
    upsertRows(about('Keep the customer'), 'contacts', { column: 'contact', value: '$json.contact' }),
  );
  const identities = add(
    [kept],
    code(
      about('Known by'),
      identityRowsCode({ identities: who.node, customer: customer.node, known: merged.node }),
    ),
  );
  const linked = add(
    [identities],
    upsertRows(about('Keep by what'), 'identities', { column: 'key', value: '$json.key' }),
  );
  const past = add(
    [linked, { ...isKnown, output: 1 }],
    findRows(
      about('What happened before'),
      'events',
      { column: 'contact', value: contact },
      { executeOnce: true },
    ),
  );
  const follows = add(
    [past],
    code(
      about('What follows'),
      followCode(context, { identities: who.node, customer: customer.node, known: merged.node }),
    ),
  );
  const rows = add([follows], insertRows(about('Keep what happened'), 'events'));
  const waiting = add(
    [rows],
    findRows(about('Who waits'), 'waits', { column: 'contact', value: contact }, { executeOnce: true }),
  );
  const next = add(
    [waiting],
    code(about('Start and wake'), startCode({ identities: who.node, known: merged.node, rows: rows.node })),
  );
  const which = add([next], choose(about('Which?'), 2, '$json.what === "start" ? 0 : 1'));
  add(
    [which],
    callWorkflow(about('Start the automation'), '$json.workflow', {
      input: 'call',
      javascript: '$json.call',
      wait: false,
      each: true,
    }),
  );
  add(
    [{ ...which, output: 1 }],
    httpRequest(
      about('Wake the run'),
      { method: 'POST', url: expression('$json.url'), body: 'Object({ woken: true })' },
      {
        settings: {
          onError: 'continueRegularOutput',
          retryOnFail: true,
          maxTries: 4,
          waitBetweenTries: 1500,
        },
      },
    ),
  );
  return flow.build();
}
