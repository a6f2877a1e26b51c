import { describeSource } from '@journey/model';
import type { JourneyContext, PlannedAutomation } from '../context.ts';
import { called, set } from '../nodes.ts';
import type { StepBuild } from '../steps/build.ts';
import { buildSteps } from '../steps/index.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';

/** One automation: the events workflow starts it, each run for one customer. */
export function automationWorkflow(context: JourneyContext, planned: PlannedAutomation): GeneratedWorkflow {
  const { automation, stage } = planned;
  const where = [context.journey.label, stage?.label].filter(Boolean).join(' · ');
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'automation', automation.id],
    name: context.automationCallee(automation).name,
    file: context.fileName('automation', automation.id.split('.').slice(1).join('.') || automation.id),
    role: 'automation',
    automation: automation.id,
    zone: context.zone,
    heading: {
      text: [`## ${automation.label}`, where, automation.documentation, describeSource(automation.source)]
        .filter(Boolean)
        .join('\n\n'),
      source: automation.source,
    },
  });
  const [trigger] = automation.triggers;
  const source = trigger?.source ?? automation.source;
  const start = flow.add([], called({ name: flow.claimName('Called'), source }, 'call'), true);
  const state = flow.add([start], set({ name: flow.claimName('The customer'), source }, '$json.call'), true);

  const buildFor = (loops: readonly string[], failures: Port[] | undefined): StepBuild => {
    const build: StepBuild = {
      context,
      automation,
      flow,
      scope: context.scope('$json'),
      loops,
      failures,
      steps: (steps, after, inside = {}) =>
        buildSteps(buildFor(inside.loops ?? loops, inside.failures ?? failures), steps, after),
    };
    return build;
  };
  buildSteps(buildFor([], undefined), automation.steps, [state]);
  return flow.build();
}
