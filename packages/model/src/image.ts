import type { Sourced } from './source.ts';

/** What something looks like, in a PNG, JPEG, WebP, GIF or SVG file. */
export interface Image extends Sourced {
  /** Path with `/` separators, relative to the folder of the file that the model was compiled from. */
  readonly file: string;
  /** What is to be seen, in words. */
  readonly text?: string;
}

/** The kinds of files that browsers, editors and printers show, by their names' endings. */
export const IMAGE_TYPES: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['gif', 'image/gif'],
  ['svg', 'image/svg+xml'],
]);

/** What kind of image a file is, by its name; undefined where it is none that a map shows. */
export function imageType(file: string): string | undefined {
  return IMAGE_TYPES.get(/\.(\w+)$/u.exec(file)?.[1]?.toLowerCase() ?? '');
}
