import type { StepOf } from '@journey/model';
import { evaluate, holds } from '../expression.ts';
import { DEFAULT_PAUSE } from '../moments.ts';
import { shift } from '../time/calendar.ts';
import { DeedFailed, type Course, type Frame, type RunState } from './run-state.ts';

export function* repeat(run: RunState, step: StepOf<'repeat'>, frame: Frame): Course {
  const { place } = run.around;
  for (let turn = 1; step.atMost === undefined || turn <= step.atMost; turn++) {
    run.check();
    if (step.until !== undefined && holds(step.until, run.scope(frame))) break;
    const inner = run.turn(frame, step.id, turn);
    if ((yield* run.steps(step.steps, inner)) === 'ends') return 'ends';
    frame.due = inner.due;
    if (step.every === undefined) continue;
    const next = shift(run.around.now(), step.every, place.zone);
    yield* run.sleep(next);
    frame.due = next;
  }
  return 'goes on';
}

export function* forEach(run: RunState, step: StepOf<'forEach'>, frame: Frame): Course {
  const items = evaluate(step.list, run.scope(frame));
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    run.check();
    frame.variables[step.item] = item;
    const inner = run.turn(frame, step.id, index + 1);
    if ((yield* run.steps(step.steps, inner)) === 'ends') return 'ends';
    frame.due = inner.due;
  }
  return 'goes on';
}

/** From the first step on again; what was done already isn't done twice. */
export function* attempt(run: RunState, step: StepOf<'try'>, frame: Frame): Course {
  const inside = { ...frame, isTried: true };
  for (let attempt = 0; attempt <= step.retries; attempt++) {
    try {
      const outcome = yield* run.steps(step.steps, inside);
      frame.due = inside.due;
      return outcome;
    } catch (error) {
      if (!(error instanceof DeedFailed)) throw error;
    }
    if (attempt === step.retries) break;
    yield* run.sleep(nextTry(run, step, attempt));
  }
  return yield* run.steps(step.onFailure, frame);
}

function nextTry(run: RunState, { every = DEFAULT_PAUSE, doubling }: StepOf<'try'>, attempt: number): number {
  const { zone } = run.around.place;
  const now = run.around.now();
  const once = shift(now, every, zone) - now;
  if (doubling === undefined) return now + once;
  const longest = doubling.upTo === undefined ? Infinity : shift(now, doubling.upTo, zone) - now;
  return now + Math.min(once * 2 ** attempt, longest);
}
