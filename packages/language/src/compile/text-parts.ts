import type { SourceRange, TextPart } from '@journey/model';
import type { Range } from 'vscode-languageserver-types';
import { isTextFilter, type TemplatePiece } from '../text/template.ts';
import { optional } from './context.ts';

type Variable = Extract<TemplatePiece, { kind: 'variable' }>;

/** A text that is filled in when it is said: each variable with its own place, or the whole text's where that is in a file. */
export function textParts(
  pieces: readonly TemplatePiece[],
  whole: SourceRange,
  rangeOf: (variable: Variable) => Range | undefined,
): TextPart[] {
  return pieces.map((piece) => {
    if (piece.kind === 'text') return piece;
    const filter =
      piece.filter && isTextFilter(piece.filter.name)
        ? { ...piece.filter, name: piece.filter.name }
        : undefined;
    return {
      kind: 'variable',
      path: piece.path,
      ...optional('filter', filter),
      source: { ...whole, ...rangeOf(piece) },
    };
  });
}
