import type { IToken } from 'chevrotain';
import { isReserved } from './tokens.ts';

/** What begins a condition, in which a single `=` can only mean `==`. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'where', 'until', 'when', 'switch', 'target']);
/** Words of a condition's own, which don't begin the next statement. */
const INSIDE: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'env', 'true', 'false', 'by']);
/** What ends a condition: `when called (…)` is none, and its brackets hold parameters with defaults. */
const ENDS: ReadonlySet<string> = new Set(['{', '}', 'called']);

/** The `=` in conditions, which are meant to be `==`. */
export function assignmentsInConditions(tokens: readonly IToken[]): ReadonlySet<IToken> {
  const found = new Set<IToken>();
  let inCondition = false;
  for (const [index, token] of tokens.entries()) {
    const { image } = token;
    const isName = tokens[index - 1]?.image === '.' || tokens[index + 1]?.image === ':';
    if (image === '=' && inCondition) found.add(token);
    if (ENDS.has(image)) inCondition = false;
    else if (!isName && CONDITIONS.has(image)) inCondition = true;
    else if (!isName && isReserved(image) && !INSIDE.has(image)) inCondition = false;
  }
  return found;
}
