import type { ActionType, Connector, Message, System } from '@journey/model';
import { allSteps } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { itemOf, literal } from '../javascript/literal.ts';
import { called, callWorkflow, choose, code, waitUntil } from '../nodes.ts';
import { insertRows, upsertRows } from '../tables.ts';
import { httpAction, httpMessage } from '../vendors/http.ts';
import { vendorOf } from '../vendors/index.ts';
import type { VendorFlow } from '../vendors/vendor.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type NodeSpec, type Port } from '../workflow.ts';
import { composeCode } from './compose-code.ts';
import { reportMessage } from './message-parts.ts';
import { drawVariant } from './variants.ts';
import { addFailure, createVendorFlow } from './vendor-flow.ts';
import { naming } from './naming.ts';

/**
 * All that a journey has a system do, in one workflow: the policy is asked, a message waits where it must, the vendor
 * is called, and what was done is kept. It answers with the customer's state.
 */
export function systemWorkflow(
  context: JourneyContext,
  credentials: Credentials,
  system: System,
  connector: Connector,
): GeneratedWorkflow {
  const { name } = context.systemCallee(system.id);
  const flow = new WorkflowBuilder({
    key: context.versionKey('system', system.id),
    name,
    file: context.fileName('system', system.id),
    role: 'system',
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${name}\n\n${context.words.notes.system(system.label, context.journey.label)}`,
      source: system.source,
    },
  });
  const about = naming(context, flow, system.source);
  const add = (after: readonly Port[], spec: NodeSpec): Port => flow.add(after, spec, true);

  const routes = routesOf(context, system, connector);
  const start = add([], called(about('Called'), 'call'));
  const policy = add(
    [start],
    callWorkflow(about('May it be done?'), context.callee('policy'), {
      input: 'call',
      javascript: `${itemOf(start.node)}.call`,
      wait: true,
    }),
  );
  const asked = itemOf(policy.node);
  const which = add(
    [policy],
    choose(
      about('What?'),
      routes.length + 2,
      `$json.outcome === "wait" ? 0 : $json.outcome === "leave" ? 1 : 2 + ${literal(routes.map((route) => route.id))}.indexOf($json.step.message ?? $json.step.action)`,
    ),
  );
  const until = context.clock.trueInstant('DateTime.fromISO($json.until)');
  const later = add([which], waitUntil(about('Wait until it may go out'), until));
  flow.loop([later], policy.node);

  const vendor = createVendorFlow({
    context,
    flow,
    system,
    connector,
    credentials,
    source: system.source,
    asked,
  });
  const done = routes.map((route, index) => route.build(vendor, [{ ...which, output: index + 2 }]));
  const rows = done.length === 0 ? [] : [add(done, insertRows(about('Keep what was done'), 'events'))];
  add([{ ...which, output: 1 }, ...rows], code(about('Answer'), answerCode(asked)));
  addFailure(flow, vendor, policy);
  return flow.build();
}

interface Route {
  readonly id: string;
  build(vendor: VendorFlow, after: readonly Port[]): Port;
}

function routesOf(context: JourneyContext, system: System, connector: Connector): Route[] {
  const vendor = vendorOf(system.connector);
  const messages = context.messagesUsed
    .filter((message) => message.system === system.id)
    .map((message): Route => messageRoute(context, message, vendor?.message ?? httpMessage));
  const actions = connector.actions
    .filter((action) => isUsed(context, system, action))
    .map((action) => actionRoute(action, vendor?.actions[action.name] ?? httpAction));
  return [...messages, ...actions];
}

function messageRoute(context: JourneyContext, message: Message, mapping: typeof httpMessage): Route {
  reportMessage(context, message);
  return {
    id: message.id,
    build: (vendor, before) => {
      const { after, variant } = drawVariant(vendor, message, before);
      const composed = vendor.add(
        after,
        code(
          vendor.named('text', message.label, message.source),
          composeCode(context, message, vendor.asked, variant),
        ),
      );
      const sent = mapping.build(vendor, [composed], message);
      return vendor.add(
        [sent],
        code(
          vendor.named('sent', message.label, message.source),
          doneCode(vendor, `sent:${message.id}`, sent),
        ),
      );
    },
  };
}

function actionRoute(action: ActionType, mapping: typeof httpAction): Route {
  return {
    id: action.name,
    build: (vendor, after) => {
      const acted = mapping.build(vendor, after, action);
      const known =
        action.returns?.kind === 'record' ? keepIdentities(vendor, acted, action.returns.record) : acted;
      const name = `did:${vendor.system.id}.${action.name}`;
      return vendor.add([known], code(vendor.named('done', action.name), doneCode(vendor, name, acted)));
    },
  };
}

/** What the system calls a thing of the customer's, so that its later reports about that thing find the customer. */
function keepIdentities(vendor: VendorFlow, acted: Port, record: string): Port {
  const prefix = `${vendor.system.id}.${record.split('.').at(-1) ?? record}:`;
  const rows = vendor.add(
    [acted],
    code(
      vendor.named('Known by'),
      `const { contact } = ${vendor.asked};
const { result, identities = [] } = $input.first().json;
const own = result?.id === undefined ? [] : [${literal(prefix)} + result.id];
return ['contact:' + contact, ...own, ...identities].map((key) => ({ json: { key, contact } }));`,
    ),
  );
  const match = { column: 'key', value: '$json.key' };
  return vendor.add([rows], upsertRows(vendor.named('Keep by what'), 'identities', match));
}

function isUsed(context: JourneyContext, system: System, action: ActionType): boolean {
  return context.automations.some(({ automation }) =>
    [...allSteps(automation.steps)].some(
      (step) => step.kind === 'action' && step.system === system.id && step.action === action.name,
    ),
  );
}

/** The row that is kept of what was done; its data is the result, which a repetition is given instead of a second deed. */
function doneCode(vendor: VendorFlow, name: string, acted: Port): string {
  return `const state = ${vendor.asked};
const { result } = ${itemOf(acted.node)};
return [{ json: {
  contact: state.contact, journey: ${literal(vendor.context.journey.id)}, name: ${literal(name)}, key: state.key,
  run: state.run.id, step: state.step.id, data: JSON.stringify(result ?? null), why: null, at: ${vendor.context.clock.now()}.toISO(),
} }];`;
}

/** The state goes back to the automation, with the result under the name that the step gives it. */
function answerCode(asked: string): string {
  return `const { result: earlier, row, step, keep, failures, key, outcome, until, begun, ...state } = ${asked};
const given = $input.first().json;
const result = given.outcome ? earlier : JSON.parse(given.data);
if (step.as) state.vars = { ...state.vars, [step.as]: result };
return [{ json: state }];`;
}
