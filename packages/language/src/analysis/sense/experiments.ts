import { allSteps, type Step, type StepOf } from '@journey/model';
import type { Find, ModelCheck } from '../check.ts';
import { listEnds, stepListsIn } from '../flow/automations.ts';
import { keywordOf } from '../flow/places.ts';

/** Comparisons that can't show anything. */
export const checkExperiments: ModelCheck = (model, find) => {
  for (const steps of stepListsIn(model)) {
    steps.forEach((step, index) => {
      if (step.kind === 'split') checkHoldout(step, steps.slice(index + 1), find);
      if (step.kind === 'split' || step.kind === 'if' || step.kind === 'switch') checkAlike(step, find);
    });
  }
};

/** A hold-out that goes on with everybody else, and is sent something after all. */
function checkHoldout(split: StepOf<'split'>, after: readonly Step[], find: Find): void {
  const holdout = split.branches.find((branch) => branch.holdout);
  if (!holdout || listEnds(holdout.steps)) return;
  const sent = [...allSteps(after)].find((step) => step.kind === 'send');
  if (sent) find('holdout-goes-on', {}, keywordOf(sent, 'send'));
}

/** Branches all of which do the same. */
function checkAlike(step: StepOf<'split' | 'if' | 'switch'>, find: Find): void {
  const branches = branchesOf(step);
  const [first, ...others] = branches.map(({ steps }) => doneBy(steps));
  if (first === undefined || first === '[]' || others.length === 0) return;
  if (others.every((other) => other === first))
    find('branches-alike', { keyword: step.kind }, keywordOf(step, step.kind));
}

function branchesOf(step: StepOf<'split' | 'if' | 'switch'>): readonly { readonly steps: readonly Step[] }[] {
  if (step.kind === 'split') return step.branches;
  // Without an else there is one who does nothing.
  if (!step.otherwise) return [];
  return [...(step.kind === 'if' ? step.branches : step.cases), step.otherwise];
}

/** What steps do, wherever they stand. */
function doneBy(steps: readonly Step[]): string {
  return JSON.stringify(steps, (key, value: unknown) =>
    /^(?:source|id|documentation)$/.test(key) ? undefined : value,
  );
}
