import type { LangiumDocument } from 'langium';
import { DefaultFoldingRangeProvider } from 'langium/lsp';
import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import type * as ast from '../generated/ast.ts';

/** What fits on no screen folds: blocks, arguments, texts of several lines, comments, and the imports as a whole. */
export class JourneyFolding extends DefaultFoldingRangeProvider {
  override getFoldingRanges(document: LangiumDocument, params: FoldingRangeParams): FoldingRange[] {
    const ranges = super.getFoldingRanges(document, params) as FoldingRange[];
    const byStart = new Map(ranges.map((range) => [range.startLine, range]));
    return [...importsOf(document), ...byStart.values()];
  }
}

function importsOf(document: LangiumDocument): FoldingRange[] {
  const { imports } = document.parseResult.value as ast.File;
  const startLine = imports[0]?.$cstNode?.range.start.line ?? 0;
  const endLine = imports.at(-1)?.$cstNode?.range.end.line ?? 0;
  return endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Imports }] : [];
}
