import type { IToken } from 'chevrotain';
import { quoted } from '../diagnostics/define.ts';
import { messageOf } from '../diagnostics/registry.ts';
import { openBlocks } from './opening-braces.ts';
import { endOf, type TextChange, type TextFinding, type TokenStream } from './text-finding.ts';
import { isReserved } from './tokens.ts';
import { say } from '../locale/speech.ts';

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };
export const OPENING_BRACKETS: ReadonlySet<string> = new Set(Object.keys(CLOSING));
export const CLOSING_BRACKETS: ReadonlySet<string> = new Set(Object.values(CLOSING));

/** What an object in braces stands behind. */
const BEFORE_OBJECTS: ReadonlySet<string> = new Set([':', ',', '(', '[']);

/** A bracket that waits for its other half. */
interface Opening {
  readonly token: IToken;
  /** The column in which the line of the bracket begins. */
  readonly indentation: number;
  /** Whether the lines in it stand further to the right, as they should; undefined before there is one. */
  indents?: boolean;
}

/** Makes a token that stands for nothing in the text. */
export type MakeToken = (image: string) => IToken;

/**
 * Puts in the closing brackets that are missing and leaves out those too many, each where the indentation says: so that
 * a slip costs the block that it is in, and not all that follows. A file whose brackets fit is left as it is.
 */
export function mendBrackets(tokens: IToken[], make: MakeToken): TokenStream {
  const surplus = surplusOf(tokens);
  if (surplus.isBalanced) return { tokens, findings: [] };
  if (surplus.braces >= 0) return new Mender(tokens, make, surplus).mend();
  const opened = openBlocks(tokens, -surplus.braces, () => make('{'));
  const mended = new Mender(opened.tokens, make, surplusOf(opened.tokens)).mend();
  return { tokens: mended.tokens, findings: [...opened.findings, ...mended.findings] };
}

interface Surplus {
  /** Whether each bracket meets its other half. */
  readonly isBalanced: boolean;
  /** How many more braces are opened than closed; below 0 where more are closed. */
  readonly braces: number;
}

function surplusOf(tokens: readonly IToken[]): Surplus {
  const expected: string[] = [];
  let isBalanced = true;
  let braces = 0;
  for (const { image } of tokens) {
    const closing = CLOSING[image];
    if (closing !== undefined) expected.push(closing);
    else if (CLOSING_BRACKETS.has(image)) isBalanced = expected.pop() === image && isBalanced;
    if (image === '{') braces++;
    if (image === '}') braces--;
  }
  return { isBalanced: isBalanced && expected.length === 0, braces };
}

class Mender {
  private readonly source: readonly IToken[];
  private readonly make: MakeToken;
  private readonly tokens: IToken[] = [];
  private readonly findings: TextFinding[] = [];
  private readonly open: Opening[] = [];
  /** How many braces are still missing; below 0 how many are too many. */
  private missing: number;
  private indentation = 1;
  /** Which token is being looked at, and which was left out last. */
  private index = 0;
  private leftOutAt = NaN;

  constructor(source: readonly IToken[], make: MakeToken, { braces }: Surplus) {
    this.source = source;
    this.make = make;
    this.missing = braces;
  }

  mend(): TokenStream {
    let line = 0;
    for (const [index, token] of this.source.entries()) {
      this.index = index;
      const startsLine = (token.startLine ?? 0) > line;
      line = token.endLine ?? line;
      if (startsLine) {
        this.indentation = token.startColumn ?? 1;
        this.closeByIndentation(token, this.source[index + 1]);
      }
      this.take(token, startsLine);
    }
    while (this.open.length > 0) this.close(undefined);
    return { tokens: this.tokens, findings: this.findings };
  }

  private take(token: IToken, startsLine: boolean): void {
    const { image } = token;
    if (CLOSING_BRACKETS.has(image)) {
      if (this.takesClosing(token, startsLine)) this.tokens.push(token);
      return;
    }
    if (image === '{') this.closeCondition(token);
    if (OPENING_BRACKETS.has(image)) this.open.push({ token, indentation: this.indentation });
    this.tokens.push(token);
  }

  /** Whether the closing bracket closes anything; what is open inside of that is closed before it. */
  private takesClosing(token: IToken, startsLine: boolean): boolean {
    const { image } = token;
    const match = this.open.findLastIndex(({ token: opening }) => CLOSING[opening.image] === image);
    const outOfLine = startsLine && this.isDeeperThanItsOpening(token);
    if (image === '}' && this.missing < 0 && outOfLine) {
      this.leaveOut(token);
      return false;
    }
    // A round bracket closes none that stands outside of the block.
    const isInBlock = image !== '}' && this.open.slice(match).some(({ token: { image } }) => image === '{');
    if (match < 0 || isInBlock) {
      this.leaveOut(token);
      return false;
    }
    while (this.open.length > match + 1) this.close(token);
    this.open.pop();
    return true;
  }

  /** A block begins behind a condition whose brackets are closed: only objects stand in brackets. */
  private closeCondition(brace: IToken): void {
    const before = this.tokens.at(-1);
    if (before && BEFORE_OBJECTS.has(before.image)) return;
    while (this.open.at(-1)?.token.image === '(' && this.open.at(-1)?.token.startLine === brace.startLine)
      this.close(brace);
  }

  private isDeeperThanItsOpening({ startColumn }: IToken): boolean {
    const opening = this.open.at(-1);
    return opening !== undefined && (startColumn ?? 1) > opening.indentation;
  }

  /** What stands in a line no further to the right than its block's beginning isn't in the block any more. */
  private closeByIndentation(token: IToken, next: IToken | undefined): void {
    for (let opening = this.open.at(-1); opening; opening = this.open.at(-1)) {
      const isFurther = this.indentation > opening.indentation;
      opening.indents ??= isFurther;
      const { image } = opening.token;
      const isOver =
        image === '{'
          ? this.missing > 0 && opening.indents && this.endsBlock(token, opening)
          : isReserved(token.image) && next?.image !== ':' && next?.image !== '.';
      if (!isOver) return;
      this.close(token);
    }
  }

  private endsBlock(token: IToken, opening: Opening): boolean {
    if (token.image === '}') return this.indentation < opening.indentation;
    return this.indentation <= opening.indentation && token.image !== '{';
  }

  /** Closes the innermost bracket before the token, or at the end of the file. */
  private close(before: IToken | undefined): void {
    const opening = this.open.pop();
    if (!opening) return;
    const closing = CLOSING[opening.token.image] ?? '}';
    if (closing === '}') this.missing--;
    const last = this.tokens.at(-1) ?? opening.token;
    this.tokens.push(this.make(closing));
    this.findings.push(unclosed(opening, closing, last, before));
  }

  private leaveOut(token: IToken): void {
    if (token.image === '}') this.missing++;
    const last = this.findings.at(-1);
    // Several in a row are one slip.
    const isNext = last?.name === 'surplus-bracket' && this.leftOutAt === this.index - 1;
    if (isNext) this.findings.pop();
    this.findings.push(surplusBracket(isNext ? last.offset : token.startOffset, token));
    this.leftOutAt = this.index;
  }
}

function surplusBracket(offset: number, { image, startOffset }: IToken): TextFinding {
  const length = startOffset + 1 - offset;
  return {
    name: 'surplus-bracket',
    message: messageOf('surplus-bracket', { bracket: image }),
    offset,
    length,
    changes: [{ title: say`Remove ${quoted(image)}`, offset, length, newText: '', preferred: true }],
  };
}

function unclosed(
  { token, indentation }: Opening,
  closing: string,
  last: IToken,
  before: IToken | undefined,
): TextFinding {
  const offset = endOf(last);
  const spansLines = closing === '}' && (last.endLine ?? 0) > (token.startLine ?? 0);
  const newText = spansLines ? `\n${' '.repeat(indentation - 1)}}` : closing === '}' ? ' }' : closing;
  const change: TextChange = {
    title: say`Put the missing ${closing} in`,
    offset,
    length: 0,
    newText,
    preferred: true,
  };
  return {
    name: 'syntax-unclosed-block',
    message: messageOf('syntax-unclosed-block', {
      bracket: token.image,
      expected: closing,
      line: before?.startLine === token.startLine ? undefined : before?.startLine,
    }),
    offset: token.startOffset,
    length: 1,
    changes: [change],
  };
}
