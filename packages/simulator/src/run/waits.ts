import type { StepOf, Wait } from '@journey/model';
import { eventName, eventsIn } from '@journey/model';
import { evaluate, holds } from '../expression.ts';
import { endOfWait, momentOfAt } from '../moments.ts';
import { isCancelled as isOff } from '../records.ts';
import { shift } from '../time/calendar.ts';
import type { Course, Frame, RunState } from './run-state.ts';

export function* pause(
  run: RunState,
  step: StepOf<'wait'>,
  wait: Exclude<Wait, { kind: 'event' }>,
  frame: Frame,
): Course {
  const key = run.key(step, frame);
  run.check();
  const end = run.remember(key, () => endOfWait(wait, run.scope(frame)) ?? run.around.now());
  yield* run.sleep(end);
  frame.due = Math.max(frame.due, end);
  return 'goes on';
}

export function* waitForEvent(
  run: RunState,
  step: StepOf<'wait'>,
  wait: Extract<Wait, { kind: 'event' }>,
  frame: Frame,
): Course {
  const begun = run.remember(run.key(step, frame), () => run.around.now());
  for (;;) {
    run.check();
    const until = limitOf(run, wait, begun, frame);
    const now = run.around.now();
    if (holds(wait.condition, run.scope(frame))) {
      frame.due = now;
      const name = eventNameIn(wait);
      if (wait.as !== undefined) {
        frame.variables[wait.as] = run.around.since().findLast((entry) => entry.name === name)?.data;
      }
      return 'goes on';
    }
    if (until !== undefined && now >= until) {
      frame.due = until;
      return yield* run.steps(wait.onTimeout, frame);
    }
    yield { until, wakes: true };
  }
}

/** A deadline is looked at again whenever something happens: its date may have moved. */
function limitOf(
  run: RunState,
  { upTo, by }: Extract<Wait, { kind: 'event' }>,
  begun: number,
  frame: Frame,
): number | undefined {
  if (upTo !== undefined) return shift(begun, upTo, run.around.place.zone);
  return by && (momentOfAt(by, run.scope(frame)) ?? begun);
}

/** The moment is looked at again whenever something happens: it may have moved, or be off. */
export function* at(run: RunState, step: StepOf<'at'>, frame: Frame): Course {
  const reached = run.remember(run.key(step, frame), () => frame.due);
  for (;;) {
    run.check();
    const moment = momentOfAt(step.moment, run.scope(frame));
    if (moment === undefined || moment <= reached || isCancelled(run, step, frame)) return 'goes on';
    if (moment <= run.around.now()) {
      frame.due = moment;
      return yield* run.steps(step.steps, frame);
    }
    yield { until: moment, wakes: true };
  }
}

function isCancelled(run: RunState, { moment }: StepOf<'at'>, frame: Frame): boolean {
  return moment.anchor.kind === 'field' && isOff(evaluate(moment.anchor.of, run.scope(frame)));
}

function eventNameIn({ condition }: Extract<Wait, { kind: 'event' }>): string {
  const [event] = eventsIn(condition);
  return event === undefined ? '' : eventName(event);
}
