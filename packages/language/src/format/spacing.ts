import * as ast from '../generated/ast.ts';
import type { FormatToken } from './tokens.ts';

type Token = Pick<FormatToken, 'text' | 'node'>;

const NO_SPACE_BEFORE: ReadonlySet<string> = new Set([',', ')', ']', '.', ':', '?', '..']);
const NO_SPACE_AFTER: ReadonlySet<string> = new Set(['(', '[', '.', '..']);

/** Whether a space stands between two tokens of the same line. */
export function spaceBetween(before: Token, token: Token): boolean {
  if (NO_SPACE_BEFORE.has(token.text) || NO_SPACE_AFTER.has(before.text)) return false;
  if (token.text === '(' && !ast.isGroup(token.node)) return false;
  if (isRangeDash(token) || isRangeDash(before)) return false;
  return !isSign(before);
}

/** `21:00-08:00`, `sunday-thursday`: a dash between two ends. */
function isRangeDash({ text, node }: Token): boolean {
  return (
    text === '-' &&
    (ast.isQuietHours(node) || ast.isSendWindow(node) || ast.isWorkWeek(node) || ast.isUntilMoment(node))
  );
}

/** `+1`, `-2`: a sign before a number. */
function isSign({ text, node }: Token): boolean {
  return (text === '+' || text === '-') && (ast.isEmotion(node) || ast.isUnary(node));
}
