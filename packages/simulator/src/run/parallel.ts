import type { StepOf } from '@journey/model';
import { DeedFailed, type Course, type Frame, type Pause, type RunState } from './run-state.ts';

/** Side by side: the next step comes when all branches, or so many, have come to their ends. What they keep is theirs. */
export function* parallel(run: RunState, step: StepOf<'parallel'>, frame: Frame): Course {
  const frames = step.branches.map(() => ({ ...frame, variables: { ...frame.variables } }));
  let open = step.branches.map((branch, index) => run.steps(branch.steps, frames[index] ?? frame));
  const failures: DeedFailed[] = [];
  const needed = step.first ?? step.branches.length;
  let ended = 0;
  while (open.length > 0 && ended < needed) {
    const pauses: Pause[] = [];
    open = open.filter((course) => {
      if (ended >= needed) return false;
      try {
        const { done, value } = course.next();
        if (done) {
          ended += 1;
          return false;
        }
        pauses.push(value);
        return true;
      } catch (error) {
        if (!(error instanceof DeedFailed)) throw error;
        failures.push(error);
        return false;
      }
    });
    if (run.isStopped()) return 'ends';
    if (open.length > 0 && ended < needed) yield together(pauses);
  }
  frame.due = Math.max(...frames.map(({ due }) => due));
  const [failure] = failures;
  if (failure !== undefined && ended < needed) throw failure;
  run.check();
  return 'goes on';
}

function together(pauses: readonly Pause[]): Pause {
  const [next] = pauses
    .filter(({ until }) => until !== undefined)
    .sort((one, other) => Number(one.until) - Number(other.until));
  return { until: undefined, ...next, wakes: pauses.some(({ wakes }) => wakes) };
}
