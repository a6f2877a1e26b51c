import type { Automation, Branch, SourceRange, Step } from '@journey/model';
import { expressionsOf } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { itemOf, literal, object } from '../javascript/literal.ts';
import type { Scope } from '../javascript/scope.ts';
import { callWorkflow, set, waitUntil, type Callee, type Described } from '../nodes.ts';
import { callLookups, systemsAsked } from '../shared/lookup.ts';
import type { Naming } from '../shared/naming.ts';
import { nodeName } from '../words/index.ts';
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

/** Brings the state up to date with what systems say of the records that the step speaks of. */
export function lookUp(build: StepBuild, step: Step, after: readonly Port[]): readonly Port[] {
  const asked = askSystems(build, step, after, '$json');
  if (asked === undefined) return after;
  const described = about(build, step, build.context.words.node('What is known'));
  return [askPolicy(build, described, asked.told, question(build, `${step.id}:look`, 'check'), asked.state)];
}

/**
 * Asks systems for the records that the step's conditions speak of. What they say is kept; the policy must be asked after
 * it, with the state that is given.
 * @param state JavaScript for the state behind the ports
 */
export function askSystems(
  build: StepBuild,
  step: Step,
  after: readonly Port[],
  state: string,
): { readonly begin: Port; readonly told: readonly Port[]; readonly state: string } | undefined {
  const { context } = build;
  const asked = systemsAsked(context.model, expressionsOf(step));
  if (asked.length === 0) return undefined;
  const begin = add(build, after, set(about(build, step, context.words.node('The customer')), state));
  const item = itemOf(begin.node);
  const named: Naming = (name, of) => about(build, step, nodeName(context.words, name, of));
  const told = callLookups(context, named, asked, [begin], (ports, spec) => add(build, ports, spec), {
    contact: `${item}.contact`,
    customer: `${item}.customer`,
  });
  return { begin, told, state: `...${item}` };
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
