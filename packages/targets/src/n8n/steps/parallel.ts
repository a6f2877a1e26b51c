import type { Step, StepOf } from '@journey/model';
import { allSteps, COURSE_EVENTS } from '@journey/model';
import { literal } from '../javascript/literal.ts';
import { callWorkflow, choose } from '../nodes.ts';
import { workflowId, type Port } from '../workflow.ts';
import { about, add, type StepBuild, type StepCompiler } from './build.ts';
import { listening, waiting } from './waiting.ts';

/**
 * Branches that don't wait are done one after the other, which nobody can tell from side by side: n8n carries out one
 * node at a time. Where one waits, or not all are waited for, each is a workflow of its own, and the run waits until
 * enough have told of their end; the policy then lets the others do nothing more.
 */
export const parallel: StepCompiler<'parallel'> = (build, step, after) => {
  const waits = step.branches.flatMap((one) => [...allSteps(one.steps)]).some(({ kind }) => WAITS.has(kind));
  if (!waits && step.first === undefined)
    return step.branches.reduce((ports: readonly Port[], one) => build.steps(one.steps, ports), after);
  return sideBySide(build, step, after);
};

function sideBySide(build: StepBuild, step: StepOf<'parallel'>, after: readonly Port[]): readonly Port[] {
  const { automation, context } = build;
  const event = `branch ${automation.id}/${step.id}`;
  // Which parallel of which run this is, the turns of loops included.
  const turns = build.loops.map((loop) => ` + "/" + $json.turns[${literal(loop)}]`).join('');
  const occurrence = `${literal(`/${step.id}`)}${turns}`;
  const whole = `$json.run.id + ($json.run.branch ?? "") + ${occurrence}`;
  const needed = Math.min(step.first ?? step.branches.length, step.branches.length);
  const races =
    needed === step.branches.length
      ? ''
      : `races: [...($json.run.races ?? []), { of: ${whole}, first: ${needed} }], `;
  let last = after;
  step.branches.forEach((branch, index) => {
    const name = branch.name ?? String(index + 1);
    const id = `${step.id}/${name}`;
    const title = `${automation.label} · ${branch.label ?? name}`;
    const callee = {
      id: workflowId(context.versionKey('branch', automation.id, id)),
      name: `${context.journey.label} · ${title}`,
    };
    build.branches.push({
      id,
      branch,
      callee,
      file: id.replace(/[^\p{L}\p{N}_-]+/gu, '-'),
      event,
      loops: build.loops,
      tried: build.failures !== undefined,
    });
    const run =
      `{ ...$json.run, workflow: ${literal(callee.id)}, ${races}joinedBy: ${whole}, ` +
      `joins: ${whole} + ${literal(`#${name}`)}, ` +
      `branch: ($json.run.branch ?? "") + ${occurrence} + ${literal(`#${name}`)} }`;
    const call = `{ ...$json, run: ${run}, places: undefined, replay: undefined }`;
    const spec = callWorkflow(about(build, step, context.words.steps.branch(name)), literal(callee.id), {
      input: 'call',
      javascript: call,
      wait: false,
    });
    last = [add(build, last, spec)];
  });
  const { listen, back } = listening(
    build,
    step,
    last,
    build.context.words.node('All branches'),
    'listen',
    [event, COURSE_EVENTS.stopped],
    undefined,
  );
  const ended = `$json.seen.filter((one) => one.name === ${literal(event)} && one.data.of === ${whole})`;
  const count = (of: string): string => `new Set(${of}.map((one) => one.data.branch)).size`;
  const good = count(`${ended}.filter((one) => !one.data.failed)`);
  const which = add(
    build,
    [listen],
    choose(
      about(build, step, build.context.words.node('Have all ended?')),
      3,
      `${good} >= ${needed} ? 0 : ${count(ended)} < ${step.branches.length} ? 2 : 1`,
    ),
  );
  waiting(build, step, { ...which, output: 2 }, back, undefined);
  if (build.failures !== undefined) build.failures.push({ ...which, output: 1 });
  return [which];
}

const WAITS: ReadonlySet<Step['kind']> = new Set(['wait', 'at', 'repeat', 'try', 'stop', 'exit']);
