import { insert, replace, type Fix } from '../diagnostics/fix.ts';
import * as ast from '../generated/ast.ts';
import { fieldsOf, misfitOf } from '../references/fits.ts';
import { resolveType, type Type } from '../references/types.ts';
import { bare, unitOf, valueOf, type Unit, type Value } from '../references/values.ts';
import { rangeOf, replaceNode, textOf } from './edits.ts';
import { say } from '../locale/speech.ts';

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'on']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'off']);

/** What may be done about an expression that is written in another unit than the one that is wanted. */
export function conversions(expression: ast.Expression, wanted: Unit | undefined): Fix[] {
  const inner = bare(expression);
  if (ast.isTextLiteral(inner)) return unquoted(inner, wanted);
  if (ast.isNumberLiteral(inner) && inner.currency === undefined) return withUnit(inner, wanted);
  const range = rangeOf(inner);
  if (ast.isDurationLiteral(inner) && wanted === 'moment' && range)
    return [insert(say`Say from now on: in ${inner.value}`, range.start, 'in ')];
  return [];
}

function unquoted(text: ast.TextLiteral, wanted: Unit | undefined): Fix[] {
  const value = text.value.trim();
  const change = (to: string): Fix[] => replaceNode(say`Change to ${to}`, text, to, true);
  if (wanted === 'moment' && /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2})?$/.test(value))
    return change(value.replace('T', ' '));
  if (wanted === 'number' && /^\d+(\.\d+)?$/.test(value)) return change(value);
  if (wanted === 'percent' && /^\d+(\.\d+)?%$/.test(value)) return change(value);
  if (wanted === 'money' && /^\d+(\.\d+)? [A-Z]{3}$/.test(value)) return change(value);
  if (wanted === 'duration' && /^(\d+(mo|[smhdwy]))+$/.test(value)) return change(value);
  if (wanted !== 'boolean') return [];
  if (YES.has(value.toLowerCase())) return change('true');
  return NO.has(value.toLowerCase()) ? change('false') : [];
}

function withUnit(number: ast.NumberLiteral, wanted: Unit | undefined): Fix[] {
  const written = textOf(number);
  const change = (to: string, preferred: boolean): Fix[] =>
    replaceNode(say`Change to ${to}`, number, to, preferred);
  if (wanted === 'percent') return change(`${written}%`, true);
  if (wanted === 'text' || wanted === 'choice') return change(`"${written}"`, true);
  if (wanted !== 'duration' || !Number.isInteger(number.value)) return [];
  return ['d', 'h', 'm'].flatMap((unit) => change(`${written}${unit}`, false));
}

/** Fixes for an expression that should have been something of that type. */
export function fixesFor(expression: ast.Expression, wanted: Type): Fix[] {
  const value = valueOf(expression);
  return [
    ...conversions(expression, unitOf(wanted)),
    ...wrapped(expression, value, wanted),
    ...owner(expression, wanted),
    ...fieldsThatFit(expression, value, wanted),
  ];
}

/** `x` → `[x]` where a list of such things is wanted. */
function wrapped(expression: ast.Expression, value: Value, wanted: Type): Fix[] {
  if (wanted.kind !== 'list' || value.kind === 'list' || misfitOf(value, wanted.element)) return [];
  const text = textOf(expression);
  return replaceNode(say`Make it a list: [${text}]`, expression, `[${text}]`, true);
}

/** `deal.id` → `deal` where the whole deal is wanted. */
function owner(expression: ast.Expression, wanted: Type): Fix[] {
  if (wanted.kind !== 'record' || !ast.isMember(expression)) return [];
  if (misfitOf(valueOf(expression.receiver), wanted)) return [];
  const text = textOf(expression.receiver);
  return replaceNode(say`Give all of it: ${text}`, expression, text, true);
}

/** `meeting` → `meeting.start` where a moment is wanted: the fields that fit, when they are few. */
function fieldsThatFit(expression: ast.Expression, value: Value, wanted: Type): Fix[] {
  if (wanted.kind === 'unknown') return [];
  const fields = (fieldsOf(value) ?? []).filter(({ type }) => {
    const resolved = resolveType(type);
    return resolved.kind !== 'unknown' && !misfitOf(resolved, wanted);
  });
  if (fields.length > 6) return [];
  return fields.flatMap(({ name }) => {
    const text = `${textOf(expression)}.${name}`;
    return replaceNode(say`Change to ${text}`, expression, text, fields.length === 1);
  });
}

/** Fixes for a comparison: each side in the unit of the other. */
export function comparisonFixes(left: ast.Expression, right: ast.Expression): Fix[] {
  const [one, other] = [unitOf(valueOf(left)), unitOf(valueOf(right))];
  return [...conversions(right, one), ...conversions(left, other)];
}

/** A fix that adds the currency that the rest of the file counts in, where it is one. */
export function currencyFixes(number: ast.Expression, currencies: ReadonlySet<string>): Fix[] {
  const range = rangeOf(number);
  const [currency] = currencies;
  if (!range || currency === undefined || currencies.size > 1) return [];
  return [replace(say`Say ${textOf(number)} ${currency}`, range, `${textOf(number)} ${currency}`, true)];
}
