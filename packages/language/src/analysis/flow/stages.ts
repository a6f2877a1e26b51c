import { allSteps, automationsOf, type Journey, type JourneyModel, type Stage } from '@journey/model';
import type { ModelCheck } from '../check.ts';
import { keywordOf } from './places.ts';
import { automationsIn } from './automations.ts';

/**
 * Stages that nothing leads to, where automations move customers between stages. A journey that moves nobody is a map of
 * what happens elsewhere, and so is a stage with nothing to do or to count in it.
 */
export const checkWaysToStages: ModelCheck = (model, find) => {
  const targets = movesIn(model);
  for (const journey of model.journeys) {
    if (!movesCustomers(journey)) continue;
    for (const stage of journey.stages.slice(1)) {
      const isWorked = stage.automations.length > 0 || stage.kpis.length > 0;
      if (isWorked && stage.enter.length === 0 && !targets.has(stage.id))
        find('no-way-to-stage', { stage: stage.label }, keywordOf(stage, `stage ${stage.name}`));
    }
  }
};

function movesIn(model: JourneyModel): ReadonlySet<string> {
  const steps = automationsIn(model).flatMap(({ automation, journey }) =>
    [...allSteps(automation.steps)].flatMap((step) =>
      step.kind === 'move' ? [idOf(step.stage, journey)] : [],
    ),
  );
  return new Set(steps);
}

/** A step may name a stage of its own journey by its name alone. */
function idOf(stage: string, journey: Journey | undefined): string {
  const named = journey?.stages.find(({ id, name }: Stage) => id === stage || name === stage);
  return named?.id ?? stage;
}

function movesCustomers(journey: Journey): boolean {
  return automationsOf(journey).some(({ automation }) =>
    [...allSteps(automation.steps)].some(({ kind }) => kind === 'move'),
  );
}
