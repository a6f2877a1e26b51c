import type { CstNode, LangiumDocument } from 'langium';
import { CstUtils } from 'langium';
import type { Position, Range, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';

/** What "expand selection" grows through: the word, what stands between the quotes, the statement, its block. */
export class SelectionRanges {
  getSelectionRanges(document: LangiumDocument, { positions }: SelectionRangeParams): SelectionRange[] {
    return positions.map((position) => selectionAt(document, position));
  }
}

function selectionAt(document: LangiumDocument, position: Position): SelectionRange {
  const { textDocument } = document;
  const offset = textDocument.offsetAt(position);
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, offset);
  const ranges = [
    ...(leaf ? insideText(leaf, offset) : []).map(([start, end]) => ({
      start: textDocument.positionAt(start),
      end: textDocument.positionAt(end),
    })),
    ...(leaf ? containersOf(leaf) : []),
    { start: { line: 0, character: 0 }, end: textDocument.positionAt(textDocument.getText().length) },
  ];
  return nested(ranges, { start: position, end: position });
}

/** In a text: the word, the variable, the line, all between the quotes. */
function insideText({ text, offset: start }: CstNode, offset: number): (readonly [number, number])[] {
  const quotes = /^"""|^"/.exec(text)?.[0].length;
  if (quotes === undefined || offset < start + quotes || offset > start + text.length - quotes) return [];
  const around = (pattern: RegExp): (readonly [number, number])[] =>
    [...text.matchAll(pattern)]
      .map(({ 0: match, index }) => [start + index, start + index + match.length] as const)
      .filter(([from, to]) => from <= offset && offset <= to && to > from);
  const inner = [start + quotes, start + text.length - quotes] as const;
  const lines = around(/(?<=[\n\r][ \t]*)\S[^\n\r]*/g).filter(([, to]) => to < inner[1]);
  return [...around(/[\p{L}\p{M}\p{N}_]+/gu).slice(0, 1), ...around(/\{\{[^{}]*\}\}/g), ...lines, inner];
}

function containersOf(leaf: CstNode): Range[] {
  const ranges: Range[] = [];
  for (let node: CstNode | undefined = leaf; node; node = node.container) ranges.push(node.range);
  return ranges;
}

/** Each range in the next one that is larger; what isn't is left out. */
function nested(ranges: readonly Range[], innermost: Range): SelectionRange {
  const growing: Range[] = [];
  for (const range of ranges) {
    if (isLarger(range, growing.at(-1) ?? innermost)) growing.push(range);
  }
  return (
    growing.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    ) ?? { range: innermost }
  );
}

function isLarger(outer: Range, inner: Range): boolean {
  const begins = compare(outer.start, inner.start);
  const ends = compare(outer.end, inner.end);
  return begins <= 0 && ends >= 0 && (begins < 0 || ends > 0);
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
