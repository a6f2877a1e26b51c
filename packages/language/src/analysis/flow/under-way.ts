import { allSteps, automationsOf, expressionsOf, partsOf, type Automation } from '@journey/model';
import type { Find, ModelCheck } from '../check.ts';

/** A step that asks whether its customer is under way where the step itself stands. */
export const checkOwnWay: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    for (const { automation } of automationsOf(journey)) checkSteps(automation, journey.id, find);
  }
  for (const automation of model.automations) checkSteps(automation, undefined, find);
};

function checkSteps(automation: Automation, journey: string | undefined, find: Find): void {
  for (const step of allSteps(automation.steps)) {
    for (const part of expressionsOf(step).flatMap((expression) => [...partsOf(expression)])) {
      if (part.kind !== 'underWay' || part.id !== (part.of === 'journey' ? journey : automation.id)) continue;
      const name = part.id.split('.').at(-1) ?? part.id;
      find('always-under-way', { what: part.of, name }, part.source);
    }
  }
}
