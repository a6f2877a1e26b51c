import type { Automation, Branch, SourceRange, Step } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal, object } from '../javascript/literal.ts';
import type { Scope } from '../javascript/scope.ts';
import { callWorkflow, waitUntil, type Callee, type Described } from '../nodes.ts';
import type { NodeSpec, Port, WorkflowBuilder } from '../workflow.ts';

/** What the steps of one automation are built with. An item of its nodes is the customer's state. */
export interface StepBuild {
  readonly context: JourneyContext;
  readonly automation: Automation;
  readonly flow: WorkflowBuilder;
  readonly scope: Scope;
  /** The loops around the step, the outermost first. */
  readonly loops: readonly string[];
  /** Where a step that fails leads to inside a `try`; elsewhere it is put aside by its system. */
  readonly failures: Port[] | undefined;
  /** Where the automation stops before its last step. */
  readonly stops: Port[];
  /** Whether the workflow is a branch of a `parallel`. */
  readonly isBranch: boolean;
  /** Branches that become workflows of their own. */
  readonly branches: PlannedBranch[];
  /** Builds steps one after another; gives the ways that lead on from the last. */
  steps(steps: readonly Step[], after: readonly Port[], inside?: Inside): readonly Port[];
}

/** A branch of a `parallel` that waits for itself. */
export interface PlannedBranch {
  /** The step's id and the branch's place in it. */
  readonly id: string;
  readonly branch: Branch;
  readonly callee: Callee;
  readonly file: string;
  /** The event that tells of its end. */
  readonly event: string;
  readonly loops: readonly string[];
  /** Whether it stands inside a `try`. */
  readonly tried: boolean;
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
  id: string,
  kind: string,
  more: readonly (readonly [string, string])[] = [],
  loops: readonly string[] = build.loops,
): string {
  const inside: (readonly [string, string])[] = loops.length === 0 ? [] : [['loops', literal(loops)]];
  return object([['id', literal(id)], ['kind', literal(kind)], ...inside, ...more]);
}

/** Asks the policy; what it answers is the state brought up to date, or nothing where the run is over. */
export function askPolicy(
  build: StepBuild,
  described: Described,
  after: readonly Port[],
  asked: string,
  state = '...$json',
): Port {
  return add(build, after, callStep(described, build.context.callee('policy'), asked, state));
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

/** Waits until a moment that the policy finds out and remembers, and asks whether the run still goes on. */
export function pauseAt(
  build: StepBuild,
  step: Step,
  after: readonly Port[],
  name: string,
  id: string = step.id,
  loops: readonly string[] = build.loops,
): Port {
  const described = about(build, step, name);
  const asked = askPolicy(
    build,
    { ...described, name: build.flow.claimName(`${name}: ${build.context.words.node('until when?')}`) },
    after,
    question(build, id, 'pause', [], loops),
  );
  const instant = build.context.clock.trueInstant('DateTime.fromISO($json.until)');
  return add(build, [asked], waitUntil(described, instant));
}

/** After a wait: is the run still under way? Nothing follows where it isn't. */
export function stillUnderWay(build: StepBuild, step: Step, after: readonly Port[]): Port {
  const name = about(build, step, build.context.words.node('Still on the way?'));
  return askPolicy(build, name, after, question(build, `${step.id}:after`, 'check'));
}
