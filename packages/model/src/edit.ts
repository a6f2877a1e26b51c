import type { EmotionValue } from './journey.ts';
import type { SourceRange } from './source.ts';

/**
 * What somebody wants changed of a journey that they look at. Parts are named by where the model says they stand, so an
 * edit only holds for the text that the model was compiled from.
 */
export type JourneyEdit = {
  /** The journey that is looked at. */
  readonly journey: SourceRange;
} & (
  | {
      readonly kind: 'rename';
      /** The journey, or a stage, touchpoint, automation or KPI of it. */
      readonly part: SourceRange;
      readonly label: string;
    }
  | {
      readonly kind: 'moveTouchpoint';
      readonly touchpoint: SourceRange;
      readonly stage: SourceRange;
      /** The touchpoint of that stage that it comes before; it becomes the last one where nothing is said. */
      readonly before?: SourceRange;
    }
  | {
      readonly kind: 'setEmotion';
      readonly touchpoint: SourceRange;
      /** The emotion that changes; the touchpoint gets one where nothing is said. */
      readonly emotion?: SourceRange;
      readonly value: EmotionValue;
    }
  | {
      readonly kind: 'addTouchpoint';
      readonly stage: SourceRange;
      /** The touchpoint of that stage that it follows; it becomes the last one where nothing is said. */
      readonly after?: SourceRange;
      readonly label: string;
    }
  | {
      readonly kind: 'addStage';
      /** The stage that it follows; it becomes the last one where nothing is said. */
      readonly after?: SourceRange;
      readonly label: string;
    }
);
