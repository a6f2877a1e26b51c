import { TextDocument, type ParseResult } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { replace, type Fix } from '../diagnostics/fix.ts';
import type { TextChange } from '../parser/text-finding.ts';

/** Offsets of the text that was parsed, as the editor counts them. */
export interface Positions {
  range(place: { readonly offset: number; readonly length: number }): Range;
  fix(change: TextChange): Fix;
}

export function positionsIn({ value }: ParseResult): Positions {
  const text = TextDocument.create('', '', 0, value.$cstNode?.root.fullText ?? '');
  const range: Positions['range'] = ({ offset, length }) => ({
    start: text.positionAt(offset),
    end: text.positionAt(offset + length),
  });
  return {
    range,
    fix: (change) => replace(change.title, range(change), change.newText, change.preferred),
  };
}
