import type { Connector, Expression, JourneyModel, System } from '@journey/model';
import { conditionsOfCourse, connectorOf } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { lookedUp, lookupOf, recordsAsked, type RecordOfSystem } from '../facts.ts';
import { itemOf, literal } from '../javascript/literal.ts';
import { called, callWorkflow, choose, code, set, type Callee } from '../nodes.ts';
import { upsertRows } from '../tables.ts';
import { httpAction } from '../vendors/http.ts';
import { vendorOf } from '../vendors/index.ts';
import {
  workflowId,
  WorkflowBuilder,
  type GeneratedWorkflow,
  type NodeSpec,
  type Port,
} from '../workflow.ts';
import { naming, type Naming } from './naming.ts';
import { createVendorFlow } from './vendor-flow.ts';

/** A system that can be asked for records of customers which the journey's conditions speak of. */
export interface AskedSystem {
  readonly system: System;
  readonly connector: Connector;
  readonly records: readonly RecordOfSystem[];
}

/** The systems that are asked because of these conditions, in the order of their declaration. */
export function systemsAsked(model: JourneyModel, conditions: readonly Expression[]): AskedSystem[] {
  const records = recordsAsked(model, conditions).filter((record) => lookupOf(model, record) !== undefined);
  return model.systems.flatMap((system) => {
    const connector = connectorOf(model, system.id);
    const own = records.filter((record) => record.system === system.id);
    return connector === undefined || own.length === 0 ? [] : [{ system, connector, records: own }];
  });
}

/** Those that what happens is judged by: they are asked at each event. */
export function systemsAskedByCourse({ model, journey, automations }: JourneyContext): AskedSystem[] {
  const own = automations.map(({ automation }) => automation);
  return systemsAsked(model, conditionsOfCourse(journey, own));
}

function lookupCallee(context: JourneyContext, { system }: AskedSystem): Callee {
  return {
    id: workflowId([context.journey.id, 'lookup', system.id]),
    name: `${context.systemCallee(system.id).name} · ${context.words.asked}`,
  };
}

/** Has a system asked for its records of a customer; what it says is then kept, and the node gives what it was given. */
export function callLookups(
  context: JourneyContext,
  about: Naming,
  asked: readonly AskedSystem[],
  after: readonly Port[],
  add: (after: readonly Port[], spec: NodeSpec) => Port,
  call: { readonly contact: string; readonly customer: string },
): readonly Port[] {
  return asked
    .flatMap((one) => one.records.map((record) => ({ one, record })))
    .reduce<readonly Port[]>((ports, { one, record }) => {
      const spec = callWorkflow(
        about('What does it say?', `${record.system}.${record.record}`),
        lookupCallee(context, one),
        {
          input: 'call',
          javascript: `{ contact: ${call.contact}, customer: ${call.customer}, record: ${literal(record.record)} }`,
          wait: true,
        },
      );
      return [add(ports, { ...spec, settings: { alwaysOutputData: true, executeOnce: true } })];
    }, after);
}

/**
 * Asks a system for its record of a customer and keeps the answer, one row a customer. Where the system fails nothing is
 * kept: what it last told of counts on.
 */
export function lookupWorkflow(
  context: JourneyContext,
  credentials: Credentials,
  asked: AskedSystem,
): GeneratedWorkflow {
  const { system, connector, records } = asked;
  const { name } = lookupCallee(context, asked);
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'lookup', system.id],
    name,
    file: context.fileName('lookup', system.id),
    role: 'lookup',
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${name}\n\n${context.words.notes.lookup(system.label)}`,
      source: system.source,
    },
  });
  const about = naming(context, flow, system.source);
  const start = flow.add([], called(about('Called'), 'call'), true);
  const call = `${itemOf(start.node)}.call`;
  const which = flow.add(
    [start],
    choose(
      about('What?'),
      records.length,
      `${literal(records.map(({ record }) => record))}.indexOf(${call}.record)`,
    ),
    true,
  );
  const own = vendorOf(connector.id);
  const ends = records.flatMap((record, output) => {
    const lookup = lookupOf(context.model, record);
    if (lookup === undefined) return [];
    const { action, parameter } = lookup;
    const args = `{ [${literal(parameter)}]: ${call}.customer }`;
    const question = flow.add(
      [{ ...which, output }],
      set(
        about('The customer', record.record),
        `{ ...${call}, step: Object({ args: ${args}, action: ${literal(action.name)} }) }`,
      ),
      true,
    );
    const vendor = createVendorFlow({
      context,
      flow,
      system,
      connector,
      credentials,
      source: system.source,
      asked: itemOf(question.node),
    });
    const answered = (own?.actions[action.name] ?? httpAction).build(vendor, [question], action);
    const row = flow.add(
      [answered],
      code(about('What it says', record.record), rowCode(context, record, call)),
      true,
    );
    const kept = flow.add(
      [row],
      upsertRows(about('Keep what it says', record.record), 'events', { column: 'key', value: '$json.key' }),
      true,
    );
    return [kept, ...vendor.failures];
  });
  flow.add(ends, set(about('Answer'), call), true);
  return flow.build();
}

function rowCode(context: JourneyContext, record: RecordOfSystem, call: string): string {
  const name = lookedUp(record);
  return `const { contact } = ${call};
const { result } = $input.first().json;
return [{ json: {
  contact, journey: ${literal(context.journey.id)}, name: ${literal(name)}, key: ${literal(`${name} ${context.journey.id} `)} + contact,
  run: null, step: null, data: JSON.stringify(result ?? null), why: null, at: ${context.clock.now()}.toISO(),
} }];`;
}

/** All systems that the journey's conditions have asked. */
export function lookupWorkflows(context: JourneyContext, credentials: Credentials): GeneratedWorkflow[] {
  return systemsAsked(context.model, context.conditions).map((asked) =>
    lookupWorkflow(context, credentials, asked),
  );
}
