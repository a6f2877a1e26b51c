import type { Step, StepKind } from '@journey/model';
import type { Capability } from '../../target.ts';
import type { Port } from '../workflow.ts';
import { attempt, choice, decide, forEach, repeat, split } from './branching.ts';
import { lookUp, type StepBuild } from './build.ts';
import { action, assign, exit, move, notify, run, send, stop } from './doing.ts';
import { parallel } from './parallel.ts';
import { at, wait } from './waiting.ts';

export const STEP_CAPABILITIES: Readonly<Record<StepKind, Capability>> = {
  send: { support: 'orchestrated', how: 'the system’s workflow, after the policy' },
  action: { support: 'orchestrated', how: 'the system’s workflow' },
  let: { support: 'orchestrated', how: 'Edit Fields' },
  wait: { support: 'orchestrated', how: 'Wait; for an event, until the events workflow calls' },
  at: { support: 'orchestrated', how: 'Wait until the moment, which may move' },
  if: { support: 'orchestrated', how: 'If' },
  switch: { support: 'orchestrated', how: 'Switch' },
  split: { support: 'orchestrated', how: 'Switch by a hash of the customer' },
  repeat: { support: 'orchestrated', how: 'a loop with Wait' },
  forEach: { support: 'orchestrated', how: 'a loop' },
  parallel: {
    support: 'orchestrated',
    how: 'one branch after the other; where one waits, each is a workflow of its own',
  },
  try: { support: 'orchestrated', how: 'the error output of its steps, with Wait' },
  notify: { support: 'http', how: 'HTTP Request to an address of the department’s' },
  move: { support: 'orchestrated', how: 'the events workflow' },
  run: { support: 'orchestrated', how: 'the events workflow, of the other journey where it is one' },
  stop: { support: 'orchestrated', how: 'the end of the workflow' },
  exit: { support: 'orchestrated', how: 'the events workflow' },
};

/** Builds steps one after another. A step that can't be generated says so, and is left out. */
export function buildSteps(
  build: StepBuild,
  steps: readonly Step[],
  after: readonly Port[],
): readonly Port[] {
  return steps.reduce((ports, step) => buildStep(build, step, ports), after);
}

function buildStep(build: StepBuild, step: Step, before: readonly Port[]): readonly Port[] {
  // A loop and a wait look again and again, and so ask for themselves.
  const asksItself = step.kind === 'repeat' || step.kind === 'wait' || step.kind === 'at';
  const after = asksItself ? before : lookUp(build, step, before);
  switch (step.kind) {
    case 'send':
      return send(build, step, after);
    case 'action':
      return action(build, step, after);
    case 'let':
      return assign(build, step, after);
    case 'wait':
      return wait(build, step, after);
    case 'at':
      return at(build, step, after);
    case 'if':
      return decide(build, step, after);
    case 'switch':
      return choice(build, step, after);
    case 'split':
      return split(build, step, after);
    case 'repeat':
      return repeat(build, step, after);
    case 'forEach':
      return forEach(build, step, after);
    case 'parallel':
      return parallel(build, step, after);
    case 'move':
      return move(build, step, after);
    case 'run':
      return run(build, step, after);
    case 'stop':
      return stop(build, step, after);
    case 'exit':
      return exit(build, step, after);
    case 'try':
      return attempt(build, step, after);
    case 'notify':
      return notify(build, step, after);
  }
}
