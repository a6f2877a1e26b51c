import type { Sourced } from './source.ts';

/** What something looks like, in a PNG, JPEG, WebP, GIF or SVG file. */
export interface Image extends Sourced {
  /** Path with `/` separators, relative to the folder of the file that the model was compiled from. */
  readonly file: string;
  /** What is to be seen, in words. */
  readonly text?: string;
}
