import type { AstNode, CstNode, TextDocument } from 'langium';
import { AstUtils, CstUtils, GrammarUtils } from 'langium';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { afterStatement, rangeOf } from '../validation/edits.ts';

const LEVEL = '  ';

/** A statement of a block as text: its lines without the indentation that they share, the comments above it included. */
export interface Statement {
  readonly range: Range;
  readonly lines: readonly string[];
}

/**
 * The statement with all that belongs to it: the comments right above it and behind it, and its whole lines where
 * nothing else stands on them. Undefined where the parser made it up.
 */
export function statementOf(node: AstNode): Statement | undefined {
  const own = rangeOf(node);
  const end = afterStatement(node);
  if (!own || !end) return undefined;
  const { textDocument } = AstUtils.getDocument(node);
  const isWhole = indentationOf(own.start, textDocument) !== undefined && isBlankBehind(end, textDocument);
  if (!isWhole) {
    return { range: own, lines: dedented(textDocument.getText(own), own.start.character) };
  }
  const start = { line: firstLineOf(node), character: 0 };
  const text = textDocument.getText({ start, end });
  return {
    range: { start, end: { line: end.line + 1, character: 0 } },
    lines: dedented(text, own.start.character),
  };
}

/** Takes the statement away; where it stood between blank lines, one of them goes along. */
export function cut({ range }: Statement, document: TextDocument): TextEdit {
  const above = lineAt(range.start.line - 1, document);
  const below = lineAt(range.end.line, document);
  const isWhole = range.start.character === 0;
  const closesUp = isWhole && below === '' && (above === '' || above?.endsWith('{'));
  const end = closesUp ? { line: range.end.line + 1, character: 0 } : range.end;
  return { range: { start: range.start, end }, newText: '' };
}

/** Writes lines above a statement and its comments, as a statement of the same block. */
export function writeBefore(node: AstNode, lines: readonly string[]): TextEdit | undefined {
  const own = rangeOf(node);
  if (!own) return undefined;
  const { textDocument } = AstUtils.getDocument(node);
  const indentation = indentationOf(own.start, textDocument);
  if (indentation === undefined) return at(own.start, `${lines.join('\n')}\n${LEVEL}`);
  return at({ line: firstLineOf(node), character: 0 }, `${indented(lines, indentation)}\n`);
}

/** Writes lines under a statement and the comment behind it, as a statement of the same block. */
export function writeAfter(node: AstNode, lines: readonly string[]): TextEdit | undefined {
  const end = afterStatement(node);
  const own = rangeOf(node);
  if (!end || !own) return undefined;
  const { textDocument } = AstUtils.getDocument(node);
  const indentation = indentationOf(own.start, textDocument) ?? LEVEL;
  return at(end, `\n${indented(lines, indentation)}`);
}

/** Writes lines as the only statement of a node's block, which is made where there is none. */
export function writeInto(node: AstNode, lines: readonly string[]): TextEdit | undefined {
  const own = rangeOf(node);
  if (!own) return undefined;
  const { textDocument } = AstUtils.getDocument(node);
  const outer = indentationOf(own.start, textDocument) ?? '';
  const block = `{\n${indented(lines, outer + LEVEL)}\n${outer}}`;
  const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')?.range;
  if (!open) return at(own.end, ` ${block}`);
  // What stands in a block without statements are comments: they stay.
  const inside = textDocument.getText({ start: open.end, end: own.end }).slice(0, -1);
  if (inside.trim() === '') return { range: { start: open.start, end: own.end }, newText: block };
  return at(open.end, `\n${indented(lines, outer + LEVEL)}`);
}

/** The first line of the statement or, where comments stand right above it, of those. */
function firstLineOf(node: AstNode): number {
  const line = rangeOf(node)?.start.line ?? 0;
  const root = AstUtils.getDocument(node).parseResult.value.$cstNode;
  const { textDocument } = AstUtils.getDocument(node);
  let first = line;
  const comments = root ? CstUtils.streamCst(root).filter(isComment).toArray() : [];
  for (const { range } of comments.reverse()) {
    const isRightAbove = range.end.line === first - 1 && range.start.line < first;
    if (isRightAbove && indentationOf(range.start, textDocument) !== undefined) first = range.start.line;
  }
  return first;
}

function isComment(node: CstNode): boolean {
  return CstUtils.isCommentNode(node, ['BLOCK_COMMENT', 'LINE_COMMENT']);
}

/** The blanks before a place, where nothing else stands before it on its line. */
function indentationOf({ line, character }: Position, document: TextDocument): string | undefined {
  const before = document.getText({ start: { line, character: 0 }, end: { line, character } });
  return before.trim() === '' ? before : undefined;
}

function isBlankBehind(end: Position, document: TextDocument): boolean {
  return document.getText({ start: end, end: { line: end.line + 1, character: 0 } }).trim() === '';
}

function lineAt(line: number, document: TextDocument): string | undefined {
  if (line < 0 || line >= document.lineCount) return undefined;
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).trim();
}

function at(position: Position, newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}

function dedented(text: string, indentation: number): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(Math.min(indentation, line.length - line.trimStart().length)));
}

function indented(lines: readonly string[], indentation: string): string {
  return lines.map((line) => (line === '' ? '' : indentation + line)).join('\n');
}
