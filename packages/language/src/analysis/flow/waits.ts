import {
  allSteps,
  conditionsOf,
  formatDuration,
  nominalSeconds,
  type Duration,
  type Goal,
  type Journey,
  type SourceRange,
  type Step,
  type StepOf,
} from '@journey/model';
import { insert, remove, replace, type Fix } from '../../diagnostics/fix.ts';
import type { ModelCheck, TextOf } from '../check.ts';
import { automationsIn, coversEverybody, ends, stepsIn, type PlacedAutomation } from './automations.ts';
import { same } from './expressions.ts';
import { between, keywordOf, placeOf } from './places.ts';
import { say } from '../../locale/speech.ts';

const DAY = 86_400;

function isZero(duration: Duration | undefined): boolean {
  return duration !== undefined && duration.parts.length > 0 && nominalSeconds(duration) === 0;
}

/** Waits and intervals of no length. */
export const checkZeroWaits: ModelCheck = (model, find) => {
  for (const step of stepsIn(model)) {
    if (step.kind === 'wait') {
      const { wait } = step;
      const isNothing =
        (wait.kind === 'duration' && isZero(wait.duration)) ||
        (wait.kind === 'businessDays' && wait.days === 0);
      if (isNothing) find('zero-wait', {}, step.source, [remove(say`Remove the wait`, step.source)]);
    }
    if ((step.kind === 'repeat' || step.kind === 'try') && isZero(step.every))
      find('zero-interval', {}, keywordOf(step, step.kind));
  }
  for (const { automation } of automationsIn(model)) {
    for (const trigger of automation.triggers) {
      if (
        trigger.kind === 'schedule' &&
        trigger.recurrence.kind === 'interval' &&
        isZero(trigger.recurrence.every)
      )
        find('zero-interval', {}, trigger.source);
    }
  }
};

/** Waits for events that may never come. */
export const checkOpenWaits: ModelCheck = (model, find, textOf) => {
  for (const step of stepsIn(model)) {
    if (step.kind !== 'wait' || step.wait.kind !== 'event' || step.wait.upTo || step.wait.by) continue;
    const fixes = limitFix(step, textOf);
    const name = step.wait.onTimeout.length > 0 ? 'timeout-without-limit' : 'wait-without-limit';
    find(name, {}, keywordOf(step, 'wait'), fixes);
  }
};

function limitFix(step: StepOf<'wait'>, textOf: TextOf): Fix[] {
  const { file, end } = step.source;
  const [condition] = conditionsOf(step);
  if (!condition) return [];
  const behind = between(file, condition.source.end, end);
  const timeout = placeOf(/\s*\{\s*timeout/, behind, textOf);
  return [insert(say`Wait up to three days`, timeout?.start ?? end, ' up to 3d', false)];
}

/** Waits that take longer than the goal counts. */
export const checkWaitsWithinGoal: ModelCheck = (model, find, textOf) => {
  for (const placed of automationsIn(model)) {
    const goal = goalBefore(placed);
    if (!goal?.within) continue;
    const limit = nominalSeconds(goal.within);
    for (const { step, seconds } of waitsOf(placed.automation.steps, 0).found) {
      if (seconds <= limit) continue;
      const days = Math.ceil(seconds / DAY);
      const parameters = { days, within: formatDuration(goal.within) };
      find('wait-beyond-goal', parameters, step.source, widen(goal, days, step.source, textOf));
      break;
    }
  }
};

/** The journey's goal, where it can still be ahead of those for whom the automation runs. */
function goalBefore({ journey, stage, automation }: PlacedAutomation): Goal | undefined {
  const [goal, another] = journey?.goals ?? [];
  if (!journey || !goal || another) return undefined;
  const isGoal = (event: Goal['events'][number]): boolean => goal.events.some((each) => same(each, event));
  const reached = (triggers: Journey['enter']): boolean =>
    triggers.some((trigger) => trigger.kind === 'events' && trigger.events.some(isGoal));
  const first = journey.stages.findIndex(({ enter }) => reached(enter));
  const index = stage ? journey.stages.indexOf(stage) : -1;
  const isBehind = stage !== undefined && first >= 0 && index >= first;
  return isBehind || reached(automation.triggers) ? undefined : goal;
}

function widen(goal: Goal, days: number, here: SourceRange, textOf: TextOf): Fix[] {
  const place = goal.source.file === here.file ? placeOf(/within\s+(\S+)$/, goal.source, textOf) : undefined;
  return place ? [replace(say`Give the goal ${days}d`, place, `${days}d`)] : [];
}

interface Waited {
  /** What has certainly passed when the steps are done. */
  readonly seconds: number;
  readonly found: readonly { readonly step: Step; readonly seconds: number }[];
}

/** Each wait with the least time that has passed when it ends. */
function waitsOf(steps: readonly Step[], before: number): Waited {
  let seconds = before;
  const found: { readonly step: Step; readonly seconds: number }[] = [];
  for (const step of steps) {
    const inside = blocksOf(step, seconds).map(({ steps: block, from }) => {
      const waited = waitsOf(block, from);
      return { ...waited, ends: block.some(ends) };
    });
    found.push(...inside.flatMap((waited) => waited.found));
    if (step.kind === 'wait') {
      seconds += lengthOf(step);
      found.push({ step, seconds });
    } else if (coversEverybody(step)) {
      const ways = inside.filter((waited) => !waited.ends).map((waited) => waited.seconds);
      if (ways.length > 0) seconds = Math.min(...ways);
    }
  }
  return { seconds, found };
}

function blocksOf(step: Step, seconds: number): { readonly steps: readonly Step[]; readonly from: number }[] {
  switch (step.kind) {
    case 'if':
    case 'switch': {
      const branches = step.kind === 'if' ? step.branches : step.cases;
      return [...branches, ...(step.otherwise ? [step.otherwise] : [])].map(({ steps }) => ({
        steps,
        from: seconds,
      }));
    }
    case 'split':
    case 'parallel':
      return step.branches.map(({ steps }) => ({ steps, from: seconds }));
    case 'wait':
      if (step.wait.kind !== 'event') return [];
      return [
        {
          steps: step.wait.onTimeout,
          from: seconds + (step.wait.upTo ? nominalSeconds(step.wait.upTo) : 0),
        },
      ];
    case 'try':
    case 'repeat':
      return [{ steps: step.steps, from: seconds }];
    default:
      return [];
  }
}

function lengthOf({ wait }: StepOf<'wait'>): number {
  if (wait.kind === 'duration') return nominalSeconds(wait.duration);
  return wait.kind === 'businessDays' ? wait.days * DAY : 0;
}

/** What the steps send before they wait. */
export function sentAtOnce(steps: readonly Step[]): StepOf<'send'>[] {
  const first = steps.findIndex(({ kind }) => kind === 'wait' || kind === 'at');
  return [...allSteps(first < 0 ? steps : steps.slice(0, first))].filter((step) => step.kind === 'send');
}
