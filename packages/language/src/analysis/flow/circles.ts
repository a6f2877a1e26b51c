import type { Automation, EventReference, JourneyModel, Step } from '@journey/model';
import { remove } from '../../diagnostics/fix.ts';
import type { ModelCheck } from '../check.ts';
import { automationsIn } from './automations.ts';
import { say } from '../../locale/speech.ts';

/** A step by which one automation starts another at once. */
interface Start {
  readonly from: Automation;
  readonly to: Automation;
  readonly step: Step;
  readonly isConditional: boolean;
}

/** A step that comes without any wait before it. */
interface Immediate {
  readonly step: Step;
  readonly isConditional: boolean;
}

/** Automations that start each other in a circle, and none of them waits. */
export const checkCircles: ModelCheck = (model, find) => {
  const starts = startsIn(model).filter((start) => !movesToItsTrigger(start.from, start.step));
  const all = startsByAutomation(starts);
  const certain = startsByAutomation(starts.filter(({ isConditional }) => !isConditional));
  for (const { automation } of automationsIn(model)) {
    const sure = circleOf(automation, certain);
    const circle = sure ?? circleOf(automation, all);
    const [first] = circle ?? [];
    if (!circle || !first) continue;
    const names = [...circle.map(({ from }) => from.name), automation.name].join(' → ');
    find(sure ? 'endless-circle' : 'possible-circle', { circle: names }, first.step.source);
  }
};

/** Moves to the very stage whose entering started the automation. */
export const checkOwnStageMoves: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) {
    for (const { step } of immediateSteps(automation.steps)) {
      if (movesToItsTrigger(automation, step))
        find('moves-to-its-trigger', {}, step.source, [remove(say`Remove the move`, step.source)]);
    }
  }
};

function movesToItsTrigger(automation: Automation, step: Step): boolean {
  return step.kind === 'move' && eventsOf(automation).some(({ event }) => isEntering(event, step.stage));
}

function startsIn(model: JourneyModel): Start[] {
  const all = automationsIn(model).map(({ automation }) => automation);
  const byId = new Map(all.map((automation) => [automation.id, automation]));
  const waiting = new Map<string, Automation[]>();
  for (const to of all)
    for (const cause of new Set(eventsOf(to).map(({ event }) => causeOf(event)))) {
      if (cause !== undefined) waiting.set(cause, [...(waiting.get(cause) ?? []), to]);
    }
  return all.flatMap((from) =>
    immediateSteps(from.steps).flatMap(({ step, isConditional }) => {
      if (step.kind === 'run') {
        const to = step.target.kind === 'automation' ? byId.get(step.target.id) : undefined;
        return to ? [{ from, to, step, isConditional }] : [];
      }
      const started = waiting.get(effectOf(step) ?? '') ?? [];
      return started.flatMap((to): Start[] => {
        const trigger = eventsOf(to).find(({ event }) => isCausedBy(event, step));
        return trigger ? [{ from, to, step, isConditional: isConditional || trigger.isConditional }] : [];
      });
    }),
  );
}

/** By what steps an event may be caused: steps to a stage, or that send a message. */
function causeOf(event: EventReference): string | undefined {
  if (event.kind === 'stageEvent') return `move ${event.stage}`;
  return event.kind === 'engagement' ? `send ${event.message}` : undefined;
}

function effectOf(step: Step): string | undefined {
  if (step.kind === 'move') return `move ${step.stage}`;
  return step.kind === 'send' ? `send ${step.message}` : undefined;
}

function startsByAutomation(starts: readonly Start[]): ReadonlyMap<Automation, readonly Start[]> {
  const sorted = new Map<Automation, Start[]>();
  for (const start of starts) {
    const known = sorted.get(start.from);
    if (known) known.push(start);
    else sorted.set(start.from, [start]);
  }
  return sorted;
}

function eventsOf({
  triggers,
}: Automation): { readonly event: EventReference; readonly isConditional: boolean }[] {
  return triggers.flatMap((trigger) =>
    trigger.kind === 'events'
      ? trigger.events.map((event) => ({ event, isConditional: trigger.where !== undefined }))
      : [],
  );
}

function isCausedBy(event: EventReference, step: Step): boolean {
  if (step.kind === 'move') return isEntering(event, step.stage);
  return (
    step.kind === 'send' &&
    event.kind === 'engagement' &&
    event.message === step.message &&
    (event.engagement === 'sent' || event.engagement === 'delivered')
  );
}

function isEntering(event: EventReference, stage: string): boolean {
  return event.kind === 'stageEvent' && event.event === 'entered' && event.stage === stage;
}

/** The shortest way from the automation back to itself. */
function circleOf(
  automation: Automation,
  starts: ReadonlyMap<Automation, readonly Start[]>,
): readonly Start[] | undefined {
  const seen = new Set<Automation>();
  let ways: (readonly Start[])[] = (starts.get(automation) ?? []).map((start) => [start]);
  while (ways.length > 0) {
    const closed = ways.find((way) => way.at(-1)?.to === automation);
    if (closed) return closed;
    ways = ways.flatMap((way) => {
      const reached = way.at(-1)?.to;
      if (!reached || seen.has(reached)) return [];
      seen.add(reached);
      return (starts.get(reached) ?? []).map((start) => [...way, start]);
    });
  }
  return undefined;
}

/** The steps that are done in the moment in which the automation starts. */
function immediateSteps(steps: readonly Step[]): Immediate[] {
  const found: Immediate[] = [];
  collect(steps, false, found);
  return found;
}

/** Gathers the steps; tells whether what follows them may come at once, and whether only on a condition. */
function collect(
  steps: readonly Step[],
  isConditional: boolean,
  found: Immediate[],
): 'at once' | 'on condition' | 'later' {
  let condition = isConditional;
  for (const step of steps) {
    const next = collectStep(step, condition, found);
    if (next === 'later') return 'later';
    condition ||= next === 'on condition';
  }
  return condition ? 'on condition' : 'at once';
}

function collectStep(
  step: Step,
  isConditional: boolean,
  found: Immediate[],
): 'at once' | 'on condition' | 'later' {
  const here = isConditional ? 'on condition' : 'at once';
  switch (step.kind) {
    case 'wait':
    case 'at':
    case 'stop':
    case 'exit':
      return 'later';
    case 'if':
    case 'switch': {
      const branches = step.kind === 'if' ? step.branches : step.cases;
      const ways = [...branches, ...(step.otherwise ? [step.otherwise] : [])].map((branch) =>
        collect(branch.steps, true, found),
      );
      if (ways.every((way) => way !== 'later')) return here;
      return step.otherwise && ways.every((way) => way === 'later') ? 'later' : 'on condition';
    }
    case 'split': {
      const ways = step.branches.map((branch) => collect(branch.steps, true, found));
      if (ways.every((way) => way !== 'later')) return here;
      return ways.every((way) => way === 'later') ? 'later' : 'on condition';
    }
    case 'parallel': {
      const ways = step.branches.map((branch) => collect(branch.steps, isConditional, found));
      return ways.includes('later') ? 'later' : here;
    }
    case 'repeat': {
      const after = collect(step.steps, isConditional || step.until !== undefined, found);
      return step.every || after === 'later' ? 'later' : here;
    }
    case 'forEach':
      return collect(step.steps, true, found) === 'later' ? 'on condition' : here;
    case 'try': {
      collect(step.onFailure, true, found);
      return collect(step.steps, isConditional, found);
    }
    default:
      found.push({ step, isConditional });
      return here;
  }
}
