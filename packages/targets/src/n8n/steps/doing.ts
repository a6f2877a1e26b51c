import type { ActionType, StepOf } from '@journey/model';
import { byId, connectorOf, COURSE_EVENTS } from '@journey/model';
import { compile, compileArguments } from '../javascript/expression.ts';
import { literal } from '../javascript/literal.ts';
import { compileTextHere } from '../javascript/text.ts';
import { callWorkflow, node, set } from '../nodes.ts';
import { notifyVariable } from '../shared/notify.ts';
import { vendorOf } from '../vendors/index.ts';
import type { ActionMapping } from '../vendors/vendor.ts';
import { about, add, addDeed, callStep, question, type StepBuild, type StepCompiler } from './build.ts';

export const send: StepCompiler<'send'> = (build, step, after) => {
  const { context, scope } = build;
  const message = byId(context.model.messages, step.message);
  const connector = message && connectorOf(context.model, message.system);
  if (message === undefined || connector === undefined) return after;
  if (connector.delivery === undefined && vendorOf(connector.id)?.message === undefined) {
    const text = `n8n can't send "${message.id}": it has no node that sends by ${connector.label}, and the connector says no \`send\`.`;
    context.findings.report('target-message-unsupported', text, step.source);
    return after;
  }
  const asked = question(build, step.id, 'send', [
    ...triedInside(build),
    ['message', literal(message.id)],
    ...(step.to === undefined ? [] : [['to', compile(step.to, scope)] as const]),
    ...(step.arguments.length === 0 ? [] : [['args', compileArguments(step.arguments, scope)] as const]),
  ]);
  return [
    addDeed(
      build,
      after,
      callStep(about(build, step, message.label), context.systemCallee(message.system), asked),
    ),
  ];
};

export const action: StepCompiler<'action'> = (build, step, after) => {
  const { context, scope } = build;
  const connector = connectorOf(context.model, step.system);
  const declared = connector?.actions.find(({ name }) => name === step.action);
  if (connector === undefined || declared === undefined) return after;
  if (declared.request === undefined && vendorOf(connector.id)?.actions[step.action] === undefined) {
    const text = `n8n can't do ${step.system}.${step.action}: it has no node for it, and ${connector.label} describes no request.`;
    context.findings.report('target-action-unsupported', text, step.source);
    return after;
  }
  const asked = question(build, step.id, 'action', [
    ...triedInside(build),
    ['action', literal(step.action)],
    ['args', compileArguments(step.arguments, scope)],
    ...(step.as === undefined ? [] : [['as', literal(step.as)] as const]),
    ...(isForOnce(step, declared, vendorOf(connector.id)?.actions[step.action])
      ? [['once', literal(`${step.system}.${step.action}`)] as const]
      : []),
  ]);
  const name =
    step.as === undefined ? `${step.system}.${step.action}` : `${step.as} = ${step.system}.${step.action}`;
  return [
    addDeed(build, after, callStep(about(build, step, name), context.systemCallee(step.system), asked)),
  ];
};

/** Methods by which HTTP means that doing it again changes nothing. */
const REPEATABLE = ['GET', 'PUT', 'DELETE'];

/**
 * Whether it is rather not done than done twice, where n8n dies over it: the vendor would not know the repetition. What
 * later steps need the result of is done again all the same.
 */
function isForOnce(step: StepOf<'action'>, { request }: ActionType, own: ActionMapping | undefined): boolean {
  if (step.as !== undefined) return false;
  if (own !== undefined) return own.repeatable !== true;
  return (
    request !== undefined && request.idempotencyKey === undefined && !REPEATABLE.includes(request.method)
  );
}

export const assign: StepCompiler<'let'> = (build, step, after) => {
  const value = compile(step.value, build.scope);
  const state = `{ ...$json, vars: { ...$json.vars, [${literal(step.name)}]: ${value} } }`;
  return [add(build, after, set(about(build, step, build.context.words.steps.let(step.name)), state))];
};

export const move: StepCompiler<'move'> = (build, step, after) => {
  const stage = build.context.journey.stages.find(({ id, name }) => id === step.stage || name === step.stage);
  const event = `{ event: "journey.moved", stage: ${literal(stage?.id ?? step.stage)}, contact: $json.contact, id: ${occurrence(build, step.id)}, data: Object() }`;
  return [toEvents(build, step, after, `→ ${stage?.label ?? step.stage}`, event)];
};

export const exit: StepCompiler<'exit'> = (build, step, after) => {
  const event = `{ event: ${literal(COURSE_EVENTS.exit)}, reason: ${literal(step.reason ?? 'exit')}, contact: $json.contact, id: ${occurrence(build, step.id)}, data: Object() }`;
  build.stops.push(toEvents(build, step, after, build.context.words.steps.exit, event));
  return [];
};

/** In a branch of its own, the other branches must hear of it. */
export const stop: StepCompiler<'stop'> = (build, step, after) => {
  const event = `{ event: ${literal(COURSE_EVENTS.stopped)}, contact: $json.contact, id: ${occurrence(build, step.id)}, data: { run: $json.run.id } }`;
  const name = build.context.words.steps.stop;
  const stopped = build.isBranch
    ? toEvents(build, step, after, name, event)
    : add(build, after, node(about(build, step, name), 'noOp', 1, {}));
  build.stops.push(stopped);
  return [];
};

/** The events workflow starts it, of this journey or of the other. */
export const run: StepCompiler<'run'> = (build, step, after) => {
  const { context, scope } = build;
  const id = occurrence(build, step.id);
  if (step.target.kind === 'journey') {
    const other = byId(context.model.journeys, step.target.id);
    const event = `{ event: ${literal(COURSE_EVENTS.arrived)}, contact: $json.contact, id: ${id}, data: { ...$json.customer, ...${compileArguments(step.arguments, scope)} } }`;
    const name = context.words.steps.run(other?.label ?? step.target.id);
    return [toEvents(build, step, after, name, event, literal(context.eventsOf(step.target.id)))];
  }
  const target = context.automations.find(({ automation }) => automation.id === step.target.id)?.automation;
  if (target === undefined) return after;
  const event = `{ event: ${literal(COURSE_EVENTS.asked)}, automation: ${literal(target.id)}, contact: $json.contact, id: ${id}, data: ${compileArguments(step.arguments, scope)} }`;
  return [toEvents(build, step, after, context.words.steps.run(target.label), event)];
};

/** Departments are told at an address of theirs that takes `{"text"}`, as chat programs' incoming webhooks do. */
export const notify: StepCompiler<'notify'> = (build, step, after) => {
  const { context, scope } = build;
  const variable = notifyVariable(step.department);
  context.variables.add(variable);
  const text = `n8n tells "${step.department}" by posting to the address that ${variable} holds where n8n runs: an incoming webhook of its chat program, say.`;
  context.findings.report('target-needs-address', text, step.source);
  const name = context.words.steps.notify(step.department);
  const call = `{ department: ${literal(step.department)}, text: ${compileTextHere(step.text, context.language, scope)}, customer: $json.customer }`;
  const spec = callWorkflow(about(build, step, name), context.callee('notify'), {
    input: 'call',
    javascript: call,
    wait: false,
  });
  return [add(build, after, spec)];
};

/** The run and the place in it, the turns of loops included: the same on a repetition, another in the next turn. */
function occurrence(build: StepBuild, stepId: string): string {
  const turns = build.loops.map((loop) => ` + "/" + $json.turns[${literal(loop)}]`).join('');
  return `$json.run.id + ${literal(`/${stepId}`)}${turns}`;
}

function toEvents(
  build: StepBuild,
  step: Parameters<typeof about>[1],
  after: Parameters<typeof add>[1],
  name: string,
  event: string,
  callee: Parameters<typeof callWorkflow>[1] = build.context.callee('events'),
): ReturnType<typeof add> {
  const spec = callWorkflow(about(build, step, name), callee, {
    input: 'event',
    javascript: event,
    wait: false,
  });
  return add(build, after, spec);
}

/** What fails inside a `try` is the `try`'s to deal with. */
function triedInside(build: StepBuild): readonly (readonly [string, string])[] {
  return build.failures === undefined ? [] : [['tried', 'true']];
}
