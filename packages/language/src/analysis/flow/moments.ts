import { nominalSeconds, type ClockTime, type Moment, type Step, type StepOf } from '@journey/model';
import { replace, type Fix } from '../../diagnostics/fix.ts';
import type { ModelCheck, TextOf } from '../check.ts';
import { stepListsIn } from './automations.ts';
import { same } from './expressions.ts';
import { keywordOf } from './places.ts';
import { say } from '../../locale/speech.ts';

const DAY = 86_400;

/** Moments that are past when their turn comes, because a later one was waited for before. */
export const checkOrderOfMoments: ModelCheck = (model, find, textOf) => {
  for (const steps of stepListsIn(model)) {
    const before: StepOf<'at'>[] = [];
    for (const step of steps) {
      if (step.kind !== 'at') continue;
      const late = before.find((other) => isSurelyBefore(step.moment, other.moment));
      if (late) find('at-out-of-order', {}, keywordOf(step, 'at'), swapFix(steps, late, step, textOf));
      before.push(step);
    }
  }
};

function swapFix(steps: readonly Step[], first: Step, second: Step, textOf: TextOf): Fix[] {
  if (steps.indexOf(second) - steps.indexOf(first) !== 1) return [];
  const [one, other] = [
    replace(say`Put the earlier one first`, first.source, textOf(second.source)),
    replace('', second.source, textOf(first.source)),
  ];
  return [{ ...one, edits: [...one.edits, ...other.edits], preferred: true }];
}

function isSurelyBefore(one: Moment, other: Moment): boolean {
  if (!same(one.anchor, other.anchor)) return false;
  const [first, second] = [dayAndClock(one), dayAndClock(other)];
  if (first && second)
    return first.day === second.day ? minutes(first.clock) < minutes(second.clock) : first.day < second.day;
  return spanOf(one).latest < spanOf(other).earliest;
}

function minutes({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}

/** The day, counted from the anchor's, and the time of day, where the moment says one. */
function dayAndClock(moment: Moment): { readonly day: number; readonly clock: ClockTime } | undefined {
  if (moment.kind === 'onDay') return { day: 0, clock: moment.clock };
  if (moment.kind !== 'relative' || !moment.clock) return undefined;
  return { day: Math.round(offsetOf(moment) / DAY), clock: moment.clock };
}

/** The seconds from the anchor to the moment: a time of day lies up to a day before or after it. */
function spanOf(moment: Moment): { readonly earliest: number; readonly latest: number } {
  const timed = dayAndClock(moment);
  if (!timed) {
    const offset = moment.kind === 'relative' ? offsetOf(moment) : 0;
    return { earliest: offset, latest: offset };
  }
  const latest = timed.day * DAY + minutes(timed.clock) * 60;
  return { earliest: latest - DAY, latest };
}

function offsetOf(moment: Extract<Moment, { kind: 'relative' }>): number {
  const seconds = nominalSeconds(moment.offset);
  return moment.direction === 'before' ? -seconds : seconds;
}
