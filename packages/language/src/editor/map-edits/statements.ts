import type { AstNode, CstNode } from 'langium';
import { CstUtils } from 'langium';

/** A change of the text, by offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A statement in the text, without its comments and with those that belong to it. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly withComments: { readonly start: number; readonly end: number };
}

/** Where a node stands, and the comments that go where it goes: right above it, and behind it on its last line. */
export function statementOf({ $cstNode }: AstNode): Statement {
  if (!$cstNode) return { start: 0, end: 0, withComments: { start: 0, end: 0 } };
  const above = firstComment($cstNode);
  const behind = commentBehind($cstNode);
  return {
    start: $cstNode.offset,
    end: $cstNode.end,
    withComments: { start: above.offset, end: behind.end },
  };
}

function firstComment(node: CstNode): CstNode {
  let first = node;
  for (;;) {
    const comment = CstUtils.getPreviousNode(first, true);
    if (!comment?.hidden) return first;
    const isAlone =
      (CstUtils.getPreviousNode(comment, true)?.range.end.line ?? -1) < comment.range.start.line;
    const isRightAbove = first.range.start.line - comment.range.end.line <= 1;
    const isDocumentation = first === node && comment.text.startsWith('/**');
    if (!isAlone || !(isRightAbove || isDocumentation)) return first;
    first = comment;
  }
}

function commentBehind(node: CstNode): CstNode {
  const comment = CstUtils.getNextNode(node, true);
  const isBehind = comment?.hidden && comment.range.start.line === node.range.end.line;
  return isBehind && comment.text.startsWith('//') ? comment : node;
}

/** The blanks that the line of an offset begins with. */
export function indentationOf(text: string, offset: number): string {
  const line = text.slice(lineStart(text, offset));
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** A statement to be put in; its lines but the first begin with its own indentation. */
export interface Added {
  readonly text: string;
  readonly indentation: string;
}

/** A text in which statements are put in, taken out and moved; everything else stays as it is. */
export class StatementText {
  readonly text: string;
  private readonly newline: string;

  constructor(text: string) {
    this.text = text;
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Takes a statement out with its comments, and with the lines that it leaves empty. */
  taken({ withComments: { start, end } }: Statement): { readonly edit: Edit; readonly taken: Added } {
    const { text } = this;
    const taken = { text: text.slice(start, end), indentation: indentationOf(text, start) };
    const first = lineStart(text, start);
    const rest = /^[ \t]*(\r\n|\n|\r)/.exec(text.slice(end));
    if (rest && isBlank(text, first, start))
      return { taken, edit: { start: first, end: end + rest[0].length, text: '' } };
    // In a line with others: the blanks before it go too, so that none meet.
    return { taken, edit: { start: start - blanksBefore(text, start), end, text: '' } };
  }

  before({ withComments: { start } }: Statement, added: Added): Edit {
    const { text, newline } = this;
    const indentation = indentationOf(text, start);
    const first = lineStart(text, start);
    if (isBlank(text, first, start))
      return { start: first, end: first, text: indentation + shifted(added, indentation) + newline };
    const inner = `${indentation}  `;
    const written = `${newline}${inner}${shifted(added, inner)}${newline}${inner}`;
    return { start: start - blanksBefore(text, start), end: start, text: written };
  }

  /** @param apart whether an empty line comes between */
  after({ start, withComments }: Statement, added: Added, apart = false): Edit {
    const { text, newline } = this;
    const { end } = withComments;
    const isFirst = isBlank(text, lineStart(text, start), start);
    const outer = indentationOf(text, start);
    const indentation = isFirst ? outer : `${outer}  `;
    const written = `${newline}${apart ? newline : ''}${indentation}${shifted(added, indentation)}`;
    const [blanks = '', next = ''] = /^[ \t]*(\S?)/.exec(text.slice(end)) ?? [];
    if (next === '') return { start: end, end, text: written };
    const following = blanks.length - next.length;
    const closing = next === '}' && !isFirst ? outer : indentation;
    return { start: end, end: end + following, text: `${written}${newline}${closing}` };
  }

  /** As the only statement between braces; the closing one stands at the offset. */
  beforeBrace(brace: number, indentation: string, added: Added): Edit {
    const { text, newline } = this;
    const first = lineStart(text, brace);
    const inner = `${indentation}  `;
    const written = inner + shifted(added, inner) + newline;
    if (isBlank(text, first, brace)) return { start: first, end: first, text: written };
    return { start: brace - blanksBefore(text, brace), end: brace, text: newline + written + indentation };
  }

  /** As the only statement of a part that has no braces yet; the part ends at the offset. */
  inNewBraces(offset: number, indentation: string, added: Added): Edit {
    const { newline } = this;
    const inner = `${indentation}  `;
    const text = ` {${newline}${inner}${shifted(added, inner)}${newline}${indentation}}`;
    return { start: offset, end: offset, text };
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

function blanksBefore(text: string, offset: number): number {
  return /[ \t]*$/.exec(text.slice(lineStart(text, offset), offset))?.[0].length ?? 0;
}

/** With another indentation. What stands farther left than the statement itself, in a text of several lines, stays. */
function shifted({ text, indentation }: Added, to: string): string {
  if (indentation === to) return text;
  return text.replaceAll(/(?<=[\n\r])[ \t]*(?=[^\s])/g, (blanks) =>
    blanks.startsWith(indentation) ? to + blanks.slice(indentation.length) : blanks,
  );
}
