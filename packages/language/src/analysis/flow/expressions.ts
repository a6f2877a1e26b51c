import {
  expressionsOf,
  expressionsOfTrigger,
  type Expression,
  type Journey,
  type JourneyModel,
  type Kpi,
  type Step,
} from '@journey/model';
import { automationsIn, stepsIn } from './automations.ts';

/** Everything that the model's journeys, automations and segments say. */
export function expressionsIn(model: JourneyModel): Expression[] {
  return [
    ...model.segments.map(({ condition }) => condition),
    ...stepsIn(model).flatMap((step) => [...expressionsOf(step), ...comparedBy(step)]),
    ...automationsIn(model).flatMap(({ automation }) => automation.triggers.flatMap(expressionsOfTrigger)),
    ...model.journeys.flatMap((journey) => [
      ...[...journey.enter, ...journey.exits, ...journey.stages.flatMap(({ enter }) => enter)].flatMap(
        expressionsOfTrigger,
      ),
      ...journey.goals.flatMap(({ events, where }) => [...events, ...(where ? [where] : [])]),
      ...kpisOf(journey).map(({ formula }) => formula),
    ]),
  ];
}

/** What a split finds its best branch by, which is asked of everybody, not of who comes to it. */
function comparedBy(step: Step): Expression[] {
  return step.kind === 'split' && step.winner?.by.kind === 'event' ? [step.winner.by.event] : [];
}

function kpisOf(journey: Journey): Kpi[] {
  return [
    ...journey.kpis,
    ...journey.stages.flatMap(({ kpis, touchpoints }) => [
      ...kpis,
      ...touchpoints.flatMap((touchpoint) => touchpoint.kpis),
    ]),
  ];
}

/** Whether two parts of the model say the same, wherever they stand. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  const properties = propertiesOf(one);
  return (
    properties.length === propertiesOf(other).length &&
    properties.every((property) => property in other && same(ones?.[property], others?.[property]))
  );
}

function propertiesOf(part: object): string[] {
  return Object.keys(part).filter((property) => property !== 'source');
}

/** What a part of the model says, wherever it stands: two that say the same have the same key. */
export function withoutSource(part: unknown): string | undefined {
  return JSON.stringify(part, (key, value: unknown) => (key === 'source' ? undefined : value));
}
