import { Range } from 'vscode';
import type { SourceRange } from '@journey/model';

/** The place of a part of the model, for VS Code. */
export function rangeOf({ start, end }: SourceRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
