/** A place in a text. Both numbers are 0-based; `character` counts UTF-16 units, as the Language Server Protocol does. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where a part of the model was written. */
export interface SourceRange {
  /** Path with `/` separators, relative to the folder of the file that the model was compiled from. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Every part of a model knows the text it came from. */
export interface Sourced {
  readonly source: SourceRange;
}

/** `file:line`, with the line counted from 1 as people do. */
export function describeSource(source: SourceRange): string {
  return `${source.file}:${source.start.line + 1}`;
}
