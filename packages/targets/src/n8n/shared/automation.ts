import { describeSource } from '@journey/model';
import type { PlannedAutomation } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal } from '../javascript/literal.ts';
import { called, callWorkflow, set } from '../nodes.ts';
import type { PlannedBranch, StepBuild } from '../steps/build.ts';
import { askPolicy, question } from '../steps/build.ts';
import { buildSteps } from '../steps/index.ts';
import { deleteRows } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';
import { runKey } from './runs.ts';

/**
 * One automation, and each branch of a `parallel` in it that waits: n8n runs one node of an execution at a time, so
 * what waits by itself is an execution of its own. The events workflow starts an automation, each run for one customer.
 */
export function automationWorkflows(
  context: JourneyContext,
  planned: PlannedAutomation,
): GeneratedWorkflow[] {
  const { automation, stage } = planned;
  const where = [context.journey.label, stage?.label].filter(Boolean).join(' · ');
  const short = automation.id.split('.').slice(1).join('.') || automation.id;
  const branches: PlannedBranch[] = [];
  const flow = new WorkflowBuilder({
    key: context.versionKey('automation', automation.id),
    name: context.automationCallee(automation).name,
    file: context.fileName('automation', short),
    role: 'automation',
    automation: automation.id,
    zone: context.zone,
    words: context.words,
    heading: {
      text: [`## ${automation.label}`, where, automation.documentation, describeSource(automation.source)]
        .filter(Boolean)
        .join('\n\n'),
      source: automation.source,
    },
  });
  const [trigger] = automation.triggers;
  const source = trigger?.source ?? automation.source;
  const start = flow.add(
    [],
    called({ name: flow.claimName(context.words.node('Called')), source }, 'call'),
    true,
  );
  const state = flow.add(
    [start],
    set({ name: flow.claimName(context.words.node('The customer')), source }, '$json.call'),
    true,
  );
  const build = stepBuild(context, planned, flow, branches);
  const done = [...buildSteps(build, automation.steps, [state]), ...build.stops];
  const end = { name: flow.claimName(context.words.node('The end')), source: automation.source };
  if (done.length > 0) {
    flow.add(done, deleteRows(end, 'runs', { column: 'run', value: runKey('$json') }), true);
  }
  const workflows = [flow.build()];
  for (let branch = branches.shift(); branch !== undefined; branch = branches.shift()) {
    workflows.push(branchWorkflow(context, planned, branch, short, branches));
  }
  return workflows;
}

/** A branch tells the events workflow that it has come to its end, and so wakes the run that waits for it. */
function branchWorkflow(
  context: JourneyContext,
  planned: PlannedAutomation,
  branch: PlannedBranch,
  short: string,
  branches: PlannedBranch[],
): GeneratedWorkflow {
  const { automation } = planned;
  const { source } = branch.branch;
  const flow = new WorkflowBuilder({
    key: context.versionKey('branch', automation.id, branch.id),
    name: branch.callee.name,
    file: context.fileName('automation', short, branch.file),
    role: 'branch',
    automation: automation.id,
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${branch.callee.name}\n\n${context.words.notes.branch}\n\n${describeSource(source)}`,
      source,
    },
  });
  const start = flow.add(
    [],
    called({ name: flow.claimName(context.words.node('Called')), source }, 'call'),
    true,
  );
  const state = flow.add(
    [start],
    set({ name: flow.claimName(context.words.node('The customer')), source }, '$json.call'),
    true,
  );
  const failures: Port[] | undefined = branch.tried ? [] : undefined;
  const stops: Port[] = [];
  const build = stepBuild(context, planned, flow, branches, branch.loops, failures, stops);
  const begin = askPolicy(
    build,
    { name: flow.claimName(context.words.node('The branch begins')), source },
    [state],
    question(build, `${branch.id}:begin`, 'begin'),
  );
  const ends = buildSteps(build, branch.branch.steps, [begin]);
  const tell = (name: string, after: readonly Port[], data: string): void => {
    if (after.length === 0) return;
    const event = `{ event: ${literal(branch.event)}, contact: $json.contact, id: $json.run.joins, data: ${data} }`;
    const spec = callWorkflow({ name: flow.claimName(name), source }, context.callee('events'), {
      input: 'event',
      javascript: event,
      wait: true,
    });
    const told = flow.add(after, { ...spec, settings: { alwaysOutputData: true } }, true);
    const gone = { column: 'run', value: runKey(`$(${literal(state.node)}).first().json`) };
    flow.add(
      [told],
      deleteRows({ name: flow.claimName(context.words.node('Its end')), source }, 'runs', gone),
      true,
    );
  };
  const own = 'of: $json.run.joinedBy, branch: $json.run.joins';
  tell(context.words.node('The branch has ended'), ends, `{ ${own} }`);
  if (stops.length > 0) {
    const gone = { column: 'run', value: runKey('$json') };
    flow.add(
      stops,
      deleteRows({ name: flow.claimName(context.words.node('Its end')), source }, 'runs', gone),
      true,
    );
  }
  tell(context.words.node('The branch has failed'), failures ?? [], `{ ${own}, failed: true }`);
  return flow.build();
}

function stepBuild(
  context: JourneyContext,
  { automation }: PlannedAutomation,
  flow: WorkflowBuilder,
  branches: PlannedBranch[],
  outer: readonly string[] = [],
  outerFailures?: Port[],
  outerStops?: Port[],
): StepBuild {
  const stops = outerStops ?? [];
  const buildFor = (loops: readonly string[], failures: Port[] | undefined): StepBuild => {
    const build: StepBuild = {
      context,
      automation,
      flow,
      scope: context.scope('$json'),
      loops,
      failures,
      stops,
      isBranch: outerStops !== undefined,
      branches,
      steps: (steps, after, inside = {}) =>
        buildSteps(buildFor(inside.loops ?? loops, inside.failures ?? failures), steps, after),
    };
    return build;
  };
  return buildFor(outer, outerFailures);
}
