import type { EmotionValue } from './journey.ts';
import type { SourceRange } from './source.ts';

/**
 * What somebody changes in a picture of a journey. Parts are named by where they stand in the text that the picture was
 * made of; labels are as people write them, without quotes.
 */
export type MapEdit =
  | { readonly kind: 'rename'; readonly part: SourceRange; readonly label: string }
  | {
      readonly kind: 'feel';
      /** The touchpoint, or the emotion of one where it has any. */
      readonly part: SourceRange;
      readonly value: EmotionValue;
    }
  | {
      readonly kind: 'moveTouchpoint';
      readonly part: SourceRange;
      readonly stage: SourceRange;
      /** The touchpoint that it comes to stand before; the stage's last one where nothing is said. */
      readonly before?: SourceRange;
    }
  | { readonly kind: 'addTouchpoint'; readonly stage: SourceRange; readonly label: string }
  | {
      readonly kind: 'addStage';
      readonly journey: SourceRange;
      /** The stage that it comes to stand behind; the journey's last one where nothing is said. */
      readonly after?: SourceRange;
      readonly label: string;
    };
