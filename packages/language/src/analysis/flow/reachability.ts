import type { Step } from '@journey/model';
import { remove } from '../../diagnostics/fix.ts';
import type { ModelCheck } from '../check.ts';
import { automationsIn, branchesOf, ends, stepListsIn } from './automations.ts';
import { keywordOf, spanning } from './places.ts';
import { say } from '../../locale/speech.ts';

/** Steps behind one that always ends the automation. */
export const checkReachability: ModelCheck = (model, find) => {
  for (const steps of stepListsIn(model)) {
    const end = steps.findIndex(ends);
    const [ending, first, last] = [steps[end], steps[end + 1], steps.at(-1)];
    if (end < 0 || !ending || !first || !last) continue;
    const place = spanning(first, last);
    find('unreachable-step', { because: reasonOf(ending) }, place, [
      remove(say`Remove what is never reached`, place),
    ]);
  }
};

function reasonOf(step: Step): string {
  switch (step.kind) {
    case 'stop':
      return 'the "stop" before it ends the automation';
    case 'exit':
      return 'the "exit" before it ends the journey';
    case 'repeat':
      return step.atMost === undefined
        ? 'the "repeat" before it never ends'
        : 'the "repeat" before it always ends the automation';
    case 'if':
    case 'switch':
    case 'split':
    case 'parallel':
      return say`every branch of the "${step.kind}" before it ends the automation`;
    default:
      return say`the "${step.kind}" before it always ends the automation`;
  }
}

/** A wait behind which nothing happens. */
export const checkTrailingWaits: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) {
    // What runs a reusable automation may go on after it.
    if (automation.triggers.length > 0) {
      for (const step of trailingWaits(automation.steps)) {
        find('wait-at-end', {}, keywordOf(step, 'wait'), [remove(say`Remove the wait`, step.source)]);
      }
    }
  }
};

function trailingWaits(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1);
  if (!last) return [];
  if (last.kind !== 'wait') return branchesOf(last).flatMap(trailingWaits);
  return last.wait.kind === 'event' && last.wait.onTimeout.length > 0 ? [] : [last];
}
