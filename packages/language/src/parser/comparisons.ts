import type { IToken } from 'chevrotain';
import { isReserved } from './tokens.ts';

/** What begins a condition, in which a single `=` can only mean `==`. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'where', 'until', 'when', 'switch', 'target']);
/** Words of a condition's own, which don't begin the next statement. */
const INSIDE: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'env', 'true', 'false', 'by']);
/** What ends a condition: `when called (…)` is none, and its brackets hold parameters with defaults. */
const ENDS: ReadonlySet<string> = new Set(['{', '}', 'called']);

/** What conditions say in other languages, or in capitals. */
const OPERATORS: Readonly<Record<string, string>> = {
  '=': '==',
  is: '==',
  equals: '==',
  AND: 'and',
  OR: 'or',
  NOT: 'not',
  then: '',
  do: '',
};

/** The operators of other languages, each with what it is meant to be: in conditions, and `=` between a call's brackets. */
export function foreignOperators(tokens: readonly IToken[]): ReadonlyMap<IToken, string> {
  const found = new Map<IToken, string>();
  let inCondition = false;
  for (const [index, token] of tokens.entries()) {
    const { image } = token;
    const before = tokens[index - 1]?.image ?? '';
    const after = tokens[index + 1]?.image ?? '';
    const isName = before === '.' || after === ':' || after === '.';
    if (inCondition && !isName && Object.hasOwn(OPERATORS, image) && !CONDITIONS.has(before))
      found.set(token, OPERATORS[image] ?? image);
    else if (image === '=' && before !== ')' && /^[(,]$/.test(tokens[index - 2]?.image ?? ''))
      found.set(token, ':');
    if (ENDS.has(image)) inCondition = false;
    else if (!isName && CONDITIONS.has(image)) inCondition = true;
    else if (!isName && isReserved(image) && !INSIDE.has(image)) inCondition = false;
  }
  return found;
}
