import type { EmotionValue, Journey, MapEdit, Stage, Touchpoint } from '@journey/model';
import type { Part } from './parts.ts';
import { shownEmotion } from './parts.ts';

/** A place for a touchpoint: before another one of the stage, or its last. */
export interface Spot {
  readonly stage: Stage;
  readonly before: Touchpoint | undefined;
}

/** The touchpoint on that spot; undefined where it stands there already. */
export function moveTo({ touchpoint, stage: own }: Part, { stage, before }: Spot): MapEdit | undefined {
  if (!touchpoint || before === touchpoint) return undefined;
  const others = stage.touchpoints;
  const next = own === stage ? others[others.indexOf(touchpoint) + 1] : undefined;
  if (own === stage && before === next) return undefined;
  return {
    kind: 'moveTouchpoint',
    part: touchpoint.source,
    stage: stage.source,
    ...(before ? { before: before.source } : {}),
  };
}

/** The touchpoint one place on in the journey, or back; over its stage's edge into the stage beside. */
export function moveBy(journey: Journey, part: Part, step: 1 | -1): MapEdit | undefined {
  const { touchpoint, stage } = part;
  if (!touchpoint || !stage) return undefined;
  const { touchpoints } = stage;
  const index = touchpoints.indexOf(touchpoint);
  const neighbour = journey.stages[journey.stages.indexOf(stage) + step];
  const isInside = index + step >= 0 && index + step < touchpoints.length;
  if (isInside) {
    const before = step < 0 ? touchpoints[index - 1] : touchpoints[index + 2];
    return moveTo(part, { stage, before });
  }
  if (!neighbour) return undefined;
  return moveTo(part, { stage: neighbour, before: step < 0 ? undefined : neighbour.touchpoints[0] });
}

/** Another feeling at the touchpoint; undefined where it is the same. */
export function feelAs(
  journey: Journey,
  { touchpoint }: Part,
  value: EmotionValue | undefined,
): MapEdit | undefined {
  if (!touchpoint || value === undefined) return undefined;
  const shown = shownEmotion(journey, touchpoint);
  if (shown?.value === value) return undefined;
  return { kind: 'feel', part: (shown ?? touchpoint).source, value };
}

const VALUES: readonly EmotionValue[] = [-2, -1, 0, 1, 2];

/** The feeling so many levels better or worse, within what there is. */
export function feelingFrom(
  journey: Journey,
  { touchpoint }: Part,
  levels: number,
): EmotionValue | undefined {
  if (!touchpoint) return undefined;
  const now = shownEmotion(journey, touchpoint)?.value ?? 0;
  return VALUES.find((value) => value === Math.min(2, Math.max(-2, now + levels)));
}
