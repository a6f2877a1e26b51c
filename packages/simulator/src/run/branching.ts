import type { Branch, Comparison, Step, StepOf, Way } from '@journey/model';
import { comparisonOfSplit, splitName } from '@journey/model';
import { evaluate, holds } from '../expression.ts';
import { draw } from '../policy/draw.ts';
import { depart } from '../policy/winner.ts';
import type { Course, Frame, RunState } from './run-state.ts';

export function* through(run: RunState, branch: Branch | undefined, frame: Frame): Course {
  return branch === undefined ? 'goes on' : yield* run.steps(branch.steps, frame);
}

export function isCase(
  run: RunState,
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

export function* split(run: RunState, step: StepOf<'split'>, frame: Frame): Course {
  const { started, customer } = run.around;
  const by = step.by === undefined ? customer.id : String(evaluate(step.by, run.scope(frame)));
  const comparison = comparisonOfSplit(started.automation.id, step);
  if (comparison !== undefined) {
    const way = compare(run, comparison, by, step, frame);
    return yield* through(run, way && step.branches[comparison.ways.indexOf(way)], frame);
  }
  const drawn = draw(`${by}${splitName(started.automation.id, step.id)}`);
  let bound = 0;
  return yield* through(
    run,
    step.branches.find(({ percent }) => drawn < (bound += percent * 100)),
    frame,
  );
}

/** The way that the customer takes, of those that are compared; what is kept of that is noted. */
export function compare(
  run: RunState,
  comparison: Comparison,
  by: string,
  step: Step,
  frame: Frame,
): Way | undefined {
  const { customer, place } = run.around;
  const { way, notes } = depart({
    comparison,
    customer: customer.id,
    by,
    drawn: draw(`${by}${comparison.name}`),
    now: run.around.now(),
    zone: place.zone,
    history: run.around.everybody(),
    entry: run.entry(step, frame),
  });
  for (const { name, ...more } of notes) run.around.note(name, more);
  return way;
}
