import type { IToken } from 'chevrotain';
import { messageOf } from '../diagnostics/registry.ts';
import { endOf, type TextFinding, type TokenStream } from './text-finding.ts';
import { say } from '../locale/speech.ts';

/** What begins a statement that has a block. */
const BLOCK_WORDS: ReadonlySet<string> = new Set(
  [
    'connector persona message policy journey model environment stage touchpoint automation variant',
    'if else at switch split repeat for parallel branch try when otherwise',
  ].flatMap((words) => words.split(' ')),
);
const OPENING = '{';
/** What a line ends with that goes on in the next one, or has its block. */
const GOES_ON = /^(?:[{}([,=.+*/-]|and|or|->|[<>=!]=|[<>])$/;

/**
 * Puts in opening braces that are missing: behind lines that begin a block and have none, although the next line stands
 * further to the right, as many as there are closing braces too many.
 */
export function openBlocks(tokens: readonly IToken[], missing: number, brace: () => IToken): TokenStream {
  const read: IToken[] = [];
  const findings: TextFinding[] = [];
  let first: IToken | undefined;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (!before || before.endLine !== token.startLine) first = token;
    else if (first?.image === '}') first = token;
    read.push(token);
    if (!first || findings.length === missing || !endsHeader(first, token, tokens[index + 1])) continue;
    read.push(brace());
    findings.push(missingBrace(first, token));
  }
  return { tokens: read, findings };
}

/** Whether the token ends a line that should have opened a block. */
function endsHeader(first: IToken, last: IToken, next: IToken | undefined): boolean {
  if (!next || next.startLine === last.endLine || !BLOCK_WORDS.has(first.image)) return false;
  if (next.image === '{' || GOES_ON.test(last.image)) return false;
  return last.startLine === first.startLine && (next.startColumn ?? 1) > indentationOf(first);
}

/** `else` stands behind the brace that the block around it begins with. */
function indentationOf(first: IToken): number {
  return (first.startColumn ?? 1) - (first.image === 'else' ? 2 : 0);
}

function missingBrace(first: IToken, last: IToken): TextFinding {
  const offset = endOf(last);
  return {
    name: 'missing-brace',
    message: messageOf('missing-brace', { keyword: first.image }),
    offset: first.startOffset,
    length: offset - first.startOffset,
    changes: [
      { title: say`Put the missing ${OPENING} in`, offset, length: 0, newText: ' {', preferred: true },
    ],
  };
}
