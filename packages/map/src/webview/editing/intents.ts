import type { EmotionValue, Journey, JourneyEdit, Stage, Touchpoint } from '@journey/model';
import { labelOf } from './parts.ts';
import type { Part } from './parts.ts';

/** An edit, and the item that is looked at once it is made; undefined where that is whatever is new. */
export interface Intent {
  readonly edit: JourneyEdit;
  readonly then?: string;
}

/** A place among the touchpoints: in a stage, before one of them or at the end. */
export interface Place {
  readonly stage: Stage;
  readonly before?: Touchpoint | undefined;
}

export function rename({ source: journey }: Journey, part: Part, label: string): Intent | undefined {
  const old = labelOf(part);
  if (label.trim() === old.label) return undefined;
  return { edit: { kind: 'rename', journey, part: old.source, label } };
}

/** @param item the item that was moved: the touchpoint's card, or its point of the curve */
export function moveTo(
  { source: journey }: Journey,
  part: Part,
  { stage, before }: Place,
): Intent | undefined {
  if (part.kind !== 'touchpoint' && part.kind !== 'emotion') return undefined;
  const { touchpoint } = part;
  const at = before ? stage.touchpoints.indexOf(before) : stage.touchpoints.length;
  const stays = before === touchpoint || stage.touchpoints[at - 1] === touchpoint;
  if (stays) return undefined;
  const then = `${stage.id}.${touchpoint.name}${part.kind === 'emotion' ? '#emotion' : ''}`;
  return {
    edit: {
      kind: 'moveTouchpoint',
      journey,
      touchpoint: touchpoint.source,
      stage: stage.source,
      ...(before ? { before: before.source } : {}),
    },
    then,
  };
}

/** One place on or back in the order of the journey; over the edge of a stage into the next one. */
export function moveBy(journey: Journey, part: Part, step: 1 | -1): Intent | undefined {
  if (part.kind !== 'touchpoint' && part.kind !== 'emotion') return undefined;
  const { stage, touchpoint } = part;
  const at = stage.touchpoints.indexOf(touchpoint);
  const neighbour = stage.touchpoints[at + step];
  if (neighbour)
    return moveTo(journey, part, { stage, before: step < 0 ? neighbour : stage.touchpoints[at + 2] });
  const next = journey.stages[journey.stages.indexOf(stage) + step];
  return next && moveTo(journey, part, { stage: next, before: step < 0 ? undefined : next.touchpoints[0] });
}

export function feel({ source: journey }: Journey, part: Part, value: EmotionValue): Intent | undefined {
  if (part.kind !== 'touchpoint' && part.kind !== 'emotion') return undefined;
  const { touchpoint } = part;
  const emotion = emotionOf(part);
  if (emotion?.value === value) return undefined;
  return {
    edit: {
      kind: 'setEmotion',
      journey,
      touchpoint: touchpoint.source,
      ...(emotion ? { emotion: emotion.source } : {}),
      value,
    },
  };
}

/** One better or worse; where nothing is felt yet, one better or worse than neutral. */
export function feelBy(journey: Journey, part: Part, step: 1 | -1): Intent | undefined {
  if (part.kind !== 'touchpoint' && part.kind !== 'emotion') return undefined;
  return feel(journey, part, levelAt((emotionOf(part)?.value ?? 0) + step));
}

/** The nearest of the five feelings. */
export function levelAt(value: number): EmotionValue {
  const levels: readonly EmotionValue[] = [-2, -1, 0, 1, 2];
  return levels[Math.max(0, Math.min(4, Math.round(value) + 2))] ?? 0;
}

/** Behind the touchpoint that is looked at, else at the end of the stage, else of the last one. */
export function addTouchpoint(journey: Journey, part: Part | undefined, label: string): Intent | undefined {
  const stage = stageOf(part) ?? journey.stages.at(-1);
  if (!stage) return undefined;
  const touchpoint = part && 'touchpoint' in part ? part.touchpoint : undefined;
  return {
    edit: {
      kind: 'addTouchpoint',
      journey: journey.source,
      stage: stage.source,
      ...(touchpoint ? { after: touchpoint.source } : {}),
      label,
    },
  };
}

/** Behind the stage that is looked at, else at the journey's end. */
export function addStage({ source: journey }: Journey, part: Part | undefined, label: string): Intent {
  const stage = stageOf(part);
  return { edit: { kind: 'addStage', journey, ...(stage ? { after: stage.source } : {}), label } };
}

function stageOf(part: Part | undefined): Stage | undefined {
  return part && 'stage' in part ? part.stage : undefined;
}

function emotionOf(part: Extract<Part, { kind: 'touchpoint' | 'emotion' }>) {
  return part.kind === 'emotion' ? part.emotion : part.touchpoint.emotions[0];
}
