import { segmentsWatched } from './course.ts';
import type { Expression } from './expression.ts';
import type { Automation } from './flow.ts';
import type { Journey } from './journey.ts';
import type { Trigger } from './trigger.ts';
import { allSteps, expressionsOf } from './walk.ts';

/** All that the journey decides by: what happens, and the steps of its automations. */
export function conditionsOfJourney(
  journey: Journey,
  automations: readonly Automation[],
): readonly Expression[] {
  return [
    ...automations.flatMap(({ steps }) => [...allSteps(steps)].flatMap(expressionsOf)),
    ...conditionsOfCourse(journey, automations),
  ];
}

/** What events are judged by: the conditions of triggers and goals, and the segments that are looked at. */
export function conditionsOfCourse(
  journey: Journey,
  automations: readonly Automation[],
): readonly Expression[] {
  const triggers: readonly Trigger[] = [
    ...automations.flatMap((automation) => automation.triggers),
    ...journey.enter,
    ...journey.exits,
    ...journey.stages.flatMap((stage) => stage.enter),
    ...[...journey.policy.unsubscribe, ...journey.policy.subscribe].map(({ trigger }) => trigger),
  ];
  const segments = new Set([...segmentsWatched(journey), ...journey.segments]);
  return [
    ...triggers.flatMap(({ where }) => where ?? []),
    ...journey.goals.flatMap(({ where }) => where ?? []),
    ...[...segments].map((segment) => ({ kind: 'segment', segment, source: journey.source }) as const),
  ];
}
