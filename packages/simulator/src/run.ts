import type { Step } from '@journey/model';
import { COURSE_EVENTS } from '@journey/model';
import { evaluate, evaluateArguments, holds } from './expression.ts';
import { isCase, split, through } from './run/branching.ts';
import { action, send } from './run/deeds.ts';
import { attempt, forEach, repeat } from './run/loops.ts';
import { parallel } from './run/parallel.ts';
import { at, pause, waitForEvent } from './run/waits.ts';
import { DeedFailed, RunIsOver, RunState, type Course, type Frame } from './run/run-state.ts';
import type { Surroundings } from './surroundings.ts';

/** One customer's way through an automation's steps. */
export function* courseOfRun(around: Surroundings): Course {
  const run = new RunState(around, takeAll);
  const { started } = around;
  const frame: Frame = {
    variables: { ...started.variables },
    due: around.now(),
    turns: {},
    loops: [],
    isTried: false,
  };
  try {
    return yield* run.steps(started.automation.steps, frame);
  } catch (error) {
    if (error instanceof RunIsOver || error instanceof DeedFailed) return 'ends';
    throw error;
  }
}

function* takeAll(run: RunState, steps: readonly Step[], frame: Frame): Course {
  for (const step of steps) {
    const outcome = yield* take(run, step, frame);
    if (outcome === 'ends') return outcome;
  }
  return 'goes on';
}

function* take(run: RunState, step: Step, frame: Frame): Course {
  switch (step.kind) {
    case 'send':
      return yield* send(run, step, frame);
    case 'action':
      return yield* action(run, step, frame);
    case 'let':
      frame.variables[step.name] = evaluate(step.value, run.scope(frame));
      return 'goes on';
    case 'wait':
      return step.wait.kind === 'event'
        ? yield* waitForEvent(run, step, step.wait, frame)
        : yield* pause(run, step, step.wait, frame);
    case 'at':
      return yield* at(run, step, frame);
    case 'if':
      return yield* through(
        run,
        step.branches.find(({ condition }) => holds(condition, run.scope(frame))) ?? step.otherwise,
        frame,
      );
    case 'switch':
      return yield* through(
        run,
        step.cases.find(({ condition }) => isCase(run, step, condition, frame)) ?? step.otherwise,
        frame,
      );
    case 'split':
      return yield* split(run, step, frame);
    case 'repeat':
      return yield* repeat(run, step, frame);
    case 'forEach':
      return yield* forEach(run, step, frame);
    case 'parallel':
      return yield* parallel(run, step, frame);
    case 'try':
      return yield* attempt(run, step, frame);
    case 'notify':
      run.around.note(`notified:${step.department}`, run.entry(step, frame));
      return 'goes on';
    case 'move':
      run.around.report(COURSE_EVENTS.moved, run.key(step, frame), { stage: step.stage });
      return 'goes on';
    case 'run': {
      const data = evaluateArguments(step.arguments, run.scope(frame));
      if (step.target.kind === 'journey') run.around.enter(step.target.id, run.key(step, frame), data);
      else
        run.around.report(COURSE_EVENTS.asked, run.key(step, frame), {
          automation: step.target.id,
          data,
        });
      return 'goes on';
    }
    case 'stop':
      run.hasStopped = true;
      return 'ends';
    case 'exit':
      run.around.report(COURSE_EVENTS.exit, run.key(step, frame), { why: step.reason ?? 'exit' });
      return 'ends';
  }
}
