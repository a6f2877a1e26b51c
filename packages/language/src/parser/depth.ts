import type { IToken } from 'chevrotain';
import { messageOf } from '../diagnostics/registry.ts';
import { CLOSING_BRACKETS, OPENING_BRACKETS } from './brackets.ts';
import { endOf, type TextFinding, type TokenStream } from './text-finding.ts';

/** How many brackets may stand in each other: more than any journey needs, and a third of what the parser can take. */
export const MAX_BRACKETS = 64;
/** How many levels an expression may have: operators build on each other, brackets too. */
export const MAX_LEVELS = 250;

/** What makes an expression a level higher, from the left or the right. */
const RAISING: ReadonlySet<string> = new Set('+ - * / and or not of'.split(' '));
/** What goes on with an expression; the dot raises the operand that it stands in. */
const JOINING: ReadonlySet<string> = new Set([...RAISING, ...'. == != <= >= < > in'.split(' ')]);

/** What stands in one pair of brackets, as far as it is read. */
interface Frame {
  /** The levels of the expression that is being read, of its last operand, and of the highest that was read. */
  expression: number;
  operand: number;
  highest: number;
  /** Whether the last token is joined to what comes next. */
  open: boolean;
}

/**
 * Leaves out what is nested too deep for anybody to read, and for the parser and all that walks its trees to follow:
 * the content of the brackets, or the rest of the expression. What stands around it stays alive.
 */
export function limitDepth(tokens: readonly IToken[]): TokenStream {
  const kept: IToken[] = [];
  const findings: TextFinding[] = [];
  const frames: Frame[] = [emptyFrame()];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    kept.push(token);
    read(token, frames);
    const frame = frames.at(-1) ?? emptyFrame();
    const tooDeep = frames.length > MAX_BRACKETS;
    if (!tooDeep && Math.max(frame.expression, frame.operand) <= MAX_LEVELS) continue;
    const next = tooDeep ? closingOf(tokens, index) : endOfExpression(tokens, index + 1);
    const joins = !tooDeep && JOINING.has(token.image);
    if (joins) kept.pop();
    Object.assign(frame, emptyFrame());
    // A level too many by itself breaks nothing: only what is left out is worth a word.
    const from = joins ? index : index + 1;
    if (next > from) findings.push(leftOut(tokens, from, next, tooDeep));
    index = next - 1;
  }
  return { tokens: kept, findings };
}

function emptyFrame(): Frame {
  return { expression: 0, operand: 0, highest: 0, open: false };
}

function raise(frame: Frame, levels: number): void {
  frame.expression = Math.max(frame.expression, frame.operand) + levels;
  frame.operand = 0;
}

function read({ image }: IToken, frames: Frame[]): void {
  const frame = frames.at(-1);
  if (!frame) return;
  if (OPENING_BRACKETS.has(image)) {
    frames.push(emptyFrame());
  } else if (CLOSING_BRACKETS.has(image)) {
    const outer = frames.at(-2);
    if (!outer) return;
    frames.pop();
    outer.operand = Math.max(outer.operand, frame.highest) + 1;
    outer.open = false;
  } else if (JOINING.has(image)) {
    if (image === '.') frame.operand++;
    else raise(frame, RAISING.has(image) ? 1 : 0);
    frame.open = true;
  } else {
    if (!frame.open) frame.expression = 0;
    frame.operand = frame.open ? Math.max(1, frame.operand) : 1;
    frame.open = false;
  }
  const top = frames.at(-1);
  if (top) top.highest = Math.max(top.highest, top.expression, top.operand);
}

/** The index of the bracket that closes the one there. */
function closingOf(tokens: readonly IToken[], opening: number): number {
  let depth = 0;
  for (let index = opening; index < tokens.length; index++) {
    const image = tokens[index]?.image ?? '';
    if (OPENING_BRACKETS.has(image)) depth++;
    if (CLOSING_BRACKETS.has(image) && --depth === 0) return index;
  }
  return tokens.length;
}

/** The index behind the expression: where two tokens meet that nothing joins, or the brackets around it close. */
function endOfExpression(tokens: readonly IToken[], start: number): number {
  let joined = true;
  for (let index = start; index < tokens.length; index++) {
    const image = tokens[index]?.image ?? '';
    const joins = JOINING.has(image);
    if (CLOSING_BRACKETS.has(image) || image === '{') return index;
    if (OPENING_BRACKETS.has(image)) index = closingOf(tokens, index);
    else if (!joins && !joined) return index;
    joined = joins;
  }
  return tokens.length;
}

function leftOut(tokens: readonly IToken[], from: number, to: number, tooDeep: boolean): TextFinding {
  const first = tokens[from];
  const last = tokens[to - 1];
  const offset = first?.startOffset ?? 0;
  const end = last ? endOf(last) : offset;
  const behind = tokens[to];
  const message = tooDeep
    ? messageOf('too-deep', { limit: MAX_BRACKETS })
    : messageOf('too-long', { limit: MAX_LEVELS });
  return {
    name: tooDeep ? 'too-deep' : 'too-long',
    message,
    offset,
    length: end - offset,
    changes: [],
    explains: behind ? endOf(behind) : Infinity,
  };
}
