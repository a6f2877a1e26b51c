import {
  allSteps,
  automationsOf,
  childSteps,
  type Automation,
  type Journey,
  type JourneyModel,
  type Stage,
  type Step,
} from '@journey/model';

/** An automation and what it belongs to; reusable ones belong to nothing. */
export interface PlacedAutomation {
  readonly automation: Automation;
  readonly journey?: Journey;
  readonly stage?: Stage;
}

/** Every automation of the model. */
export function automationsIn(model: JourneyModel): PlacedAutomation[] {
  return [
    ...model.automations.map((automation) => ({ automation })),
    ...model.journeys.flatMap((journey) => automationsOf(journey).map((placed) => ({ ...placed, journey }))),
  ];
}

/** Every step of the model's automations. */
export function stepsIn(model: JourneyModel): Step[] {
  return automationsIn(model).flatMap(({ automation }) => [...allSteps(automation.steps)]);
}

/** The list itself and every list of steps in it. */
export function* listsIn(steps: readonly Step[]): Generator<readonly Step[]> {
  yield steps;
  for (const step of steps) for (const children of childSteps(step)) yield* listsIn(children);
}

/** Every list of steps of the model's automations. */
export function stepListsIn(model: JourneyModel): (readonly Step[])[] {
  return automationsIn(model).flatMap(({ automation }) => [...listsIn(automation.steps)]);
}

/** The lists that are alternatives of one step: the blocks of its branches. */
export function branchesOf(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case 'if':
    case 'switch':
    case 'split':
      return childSteps(step);
    default:
      return [];
  }
}

/** Whether one of the branches is taken by everybody. */
export function coversEverybody(step: Step): boolean {
  if (step.kind === 'if' || step.kind === 'switch') return step.otherwise !== undefined;
  return step.kind === 'split';
}

/** Whether nothing that follows the step is ever done. */
export function ends(step: Step): boolean {
  switch (step.kind) {
    case 'stop':
    case 'exit':
      return true;
    case 'if':
    case 'switch':
    case 'split': {
      const branches = branchesOf(step);
      return coversEverybody(step) && branches.length > 0 && branches.every(listEnds);
    }
    case 'parallel':
      return step.branches.length > 0 && step.branches.every((branch) => listEnds(branch.steps));
    case 'repeat':
      return (
        step.until === undefined && (step.atMost === undefined || (step.atMost >= 1 && listEnds(step.steps)))
      );
    case 'try':
      return listEnds(step.steps) && (step.onFailure.length === 0 || listEnds(step.onFailure));
    default:
      return false;
  }
}

/** Whether nothing that follows the list is ever done. */
export function listEnds(steps: readonly Step[]): boolean {
  return steps.some(ends);
}
