import type { Branch, StepOf } from '@journey/model';
import { splitName } from '@journey/model';
import { evaluate, holds } from '../expression.ts';
import { draw } from '../policy/draw.ts';
import { depart } from '../policy/winner.ts';
import type { Course, Frame, Way } from './way.ts';

export function* through(run: Way, branch: Branch | undefined, frame: Frame): Course {
  return branch === undefined ? 'goes on' : yield* run.steps(branch.steps, frame);
}

export function isCase(
  run: Way,
  step: StepOf<'switch'>,
  condition: Parameters<typeof holds>[0],
  frame: Frame,
): boolean {
  const scope = run.scope(frame);
  if (step.subject === undefined) return holds(condition, scope);
  const operator = condition.kind === 'list' ? 'in' : '==';
  return holds(
    { kind: 'binary', operator, left: step.subject, right: condition, source: condition.source },
    scope,
  );
}

export function* split(run: Way, step: StepOf<'split'>, frame: Frame): Course {
  const { started, customer, place } = run.around;
  const by = step.by === undefined ? customer.id : String(evaluate(step.by, run.scope(frame)));
  const name = splitName(started.automation.id, step.id);
  const drawn = draw(`${by}${name}`);
  if (step.winner !== undefined) {
    const { way, notes } = depart({
      split: step,
      name,
      customer: customer.id,
      by,
      drawn,
      now: run.around.now(),
      zone: place.zone,
      history: run.around.everybody(),
      entry: run.entry(step, frame),
    });
    for (const { name: what, ...more } of notes) run.around.note(what, more);
    return yield* through(run, way, frame);
  }
  let bound = 0;
  return yield* through(
    run,
    step.branches.find(({ percent }) => drawn < (bound += percent * 100)),
    frame,
  );
}
