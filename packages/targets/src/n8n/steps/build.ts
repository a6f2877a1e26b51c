import type { Automation, SourceRange, Step } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal, object } from '../javascript/literal.ts';
import type { Scope } from '../javascript/scope.ts';
import { callWorkflow, type Callee, type Described } from '../nodes.ts';
import { POLICY_TITLE } from '../shared/policy.ts';
import type { NodeSpec, Port, WorkflowBuilder } from '../workflow.ts';

/** What the steps of one automation are built with. An item of its nodes is the customer's state. */
export interface StepBuild {
  readonly context: JourneyContext;
  readonly automation: Automation;
  readonly flow: WorkflowBuilder;
  readonly scope: Scope;
  /** The loops around the step, the outermost first. */
  readonly loops: readonly string[];
  /** Where a step that fails leads to inside a `try`; elsewhere a failure ends the run. */
  readonly failures: Port[] | undefined;
  /** Builds steps one after another; gives the ways that lead on from the last. */
  steps(steps: readonly Step[], after: readonly Port[], inside?: Inside): readonly Port[];
}

/** What is different for steps inside another one. */
export interface Inside {
  readonly loops?: readonly string[];
  readonly failures?: Port[];
}

/** Builds a step behind the ports; what follows it goes on from those that it gives. */
export type StepCompiler<Kind extends Step['kind']> = (
  build: StepBuild,
  step: Extract<Step, { kind: Kind }>,
  after: readonly Port[],
) => readonly Port[];

/** Two nodes can't have one name in n8n; a step's first node keeps the name it has in the source. */
export function about(build: StepBuild, step: Step, name: string, source?: SourceRange): Described {
  return { name: build.flow.claimName(name), source: source ?? step.source, step: step.id };
}

export function add(build: StepBuild, after: readonly Port[], spec: NodeSpec): Port {
  return build.flow.add(after, spec, true);
}

/** What the policy and the systems are told of a step, besides the state. */
export function question(
  build: StepBuild,
  step: Step,
  kind: string,
  more: readonly (readonly [string, string])[] = [],
): string {
  const loops: (readonly [string, string])[] =
    build.loops.length === 0 ? [] : [['loops', literal(build.loops)]];
  return object([['id', literal(step.id)], ['kind', literal(kind)], ...loops, ...more]);
}

/** Asks the policy; what it answers is the state brought up to date, or nothing where the run is over. */
export function askPolicy(
  build: StepBuild,
  described: Described,
  after: readonly Port[],
  asked: string,
  state = '...$json',
): Port {
  return add(build, after, callStep(described, build.context.callee('policy', POLICY_TITLE), asked, state));
}

/** Adds a step that may fail. */
export function addDeed(build: StepBuild, after: readonly Port[], spec: NodeSpec): Port {
  if (build.failures === undefined) return add(build, after, spec);
  const port = add(build, after, { ...spec, settings: { ...spec.settings, onError: 'continueErrorOutput' } });
  build.failures.push({ node: port.node, output: 1 });
  return port;
}

export function callStep(described: Described, callee: Callee, asked: string, state = '...$json'): NodeSpec {
  return callWorkflow(described, callee, {
    input: 'call',
    javascript: `{ ${state}, step: ${asked} }`,
    wait: true,
  });
}

/** After a wait: is the run still under way? Nothing follows where it isn't. */
export function stillUnderWay(build: StepBuild, step: Step, after: readonly Port[]): Port {
  return askPolicy(build, about(build, step, 'Still on the way?'), after, question(build, step, 'check'));
}
