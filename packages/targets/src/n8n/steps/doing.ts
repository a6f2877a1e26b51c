import { byId, connectorOf, COURSE_EVENTS } from '@journey/model';
import { compile, compileArguments } from '../javascript/expression.ts';
import { literal } from '../javascript/literal.ts';
import { callWorkflow, node, set } from '../nodes.ts';
import { NOTIFY_TITLE, notifyVariable } from '../shared/notify.ts';
import { EVENTS_TITLE } from '../shared/events.ts';
import { vendorOf } from '../vendors/index.ts';
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
  const asked = question(build, step, 'send', [
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
  const asked = question(build, step, 'action', [
    ['action', literal(step.action)],
    ['args', compileArguments(step.arguments, scope)],
    ...(step.as === undefined ? [] : [['as', literal(step.as)] as const]),
  ]);
  const name =
    step.as === undefined ? `${step.system}.${step.action}` : `${step.as} = ${step.system}.${step.action}`;
  return [
    addDeed(build, after, callStep(about(build, step, name), context.systemCallee(step.system), asked)),
  ];
};

export const assign: StepCompiler<'let'> = (build, step, after) => {
  const value = compile(step.value, build.scope);
  const state = `{ ...$json, vars: { ...$json.vars, [${literal(step.name)}]: ${value} } }`;
  return [add(build, after, set(about(build, step, `let ${step.name}`), state))];
};

export const move: StepCompiler<'move'> = (build, step, after) => {
  const stage = build.context.journey.stages.find(({ id, name }) => id === step.stage || name === step.stage);
  const event = `{ event: "journey.moved", stage: ${literal(stage?.id ?? step.stage)}, contact: $json.contact, id: ${occurrence(build, step.id)}, data: Object() }`;
  return [toEvents(build, step, after, `→ ${stage?.label ?? step.stage}`, event)];
};

export const exit: StepCompiler<'exit'> = (build, step, after) => {
  const event = `{ event: ${literal(COURSE_EVENTS.exit)}, reason: ${literal(step.reason ?? 'exit')}, contact: $json.contact, id: ${occurrence(build, step.id)}, data: Object() }`;
  toEvents(build, step, after, 'exit', event);
  return [];
};

export const stop: StepCompiler<'stop'> = (build, step, after) => {
  add(build, after, node(about(build, step, 'stop'), 'noOp', 1, {}));
  return [];
};

export const run: StepCompiler<'run'> = (build, step, after) => {
  const { context, scope } = build;
  const target = context.automations.find(({ automation }) => automation.id === step.target.id)?.automation;
  if (step.target.kind === 'journey' || target === undefined) {
    const text = `The n8n target can't run ${step.target.kind} "${step.target.id}" from a step yet; let an event start it.`;
    context.findings.report('target-step-unsupported', text, step.source);
    return after;
  }
  const started = `{ id: ${literal(`${target.id}@`)} + ${occurrence(build, step.id)}, automation: ${literal(target.id)}, after: $json.last ?? $json.run.after, started: ${context.clock.now()}.toISO() }`;
  const call = `{ ...$json, call: undefined, step: undefined, run: ${started}, vars: ${compileArguments(step.arguments, scope)}, bound: Object(), seen: [], turns: undefined, marks: undefined }`;
  // By an expression: n8n publishes nothing that refers to what isn't published, and automations may run each other.
  const spec = callWorkflow(
    about(build, step, `run ${target.label}`),
    literal(context.automationCallee(target).id),
    {
      input: 'call',
      javascript: call,
      wait: false,
    },
  );
  return [add(build, after, spec)];
};

/** Departments are told at an address of theirs that takes `{"text"}`, as chat programs' incoming webhooks do. */
export const notify: StepCompiler<'notify'> = (build, step, after) => {
  const { context, scope } = build;
  const variable = notifyVariable(step.department);
  context.variables.add(variable);
  const text = `n8n tells "${step.department}" by posting to the address that ${variable} holds where n8n runs: an incoming webhook of its chat program, say.`;
  context.findings.report('target-needs-address', text, step.source);
  const call = `{ department: ${literal(step.department)}, text: ${compile(step.text, scope)}, customer: $json.customer }`;
  const spec = callWorkflow(
    about(build, step, `notify ${step.department}`),
    context.callee('notify', NOTIFY_TITLE),
    {
      input: 'call',
      javascript: call,
      wait: false,
    },
  );
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
): ReturnType<typeof add> {
  const spec = callWorkflow(about(build, step, name), build.context.callee('events', EVENTS_TITLE), {
    input: 'event',
    javascript: event,
    wait: false,
  });
  return add(build, after, spec);
}
