import * as ast from '../generated/ast.ts';
import { refOf } from './ref-of.ts';
import { fieldsOfEvent, fieldsOfRecord, resolveType, type Type } from './types.ts';
import { bare, functionName, unitOf, valueOf, type Value } from './values.ts';

/** Why a value can't stand where another is wanted. */
export interface Misfit {
  /** What a record that comes near lacks. */
  readonly missing: readonly string[];
}

const MISFIT: Misfit = { missing: [] };
const PRINTABLE: ReadonlySet<string | undefined> = new Set([
  'text',
  'number',
  'ratio',
  'percent',
  'money',
  'duration',
  'moment',
  'boolean',
  'choice',
]);
const PARTICULAR_TEXTS: ReadonlySet<string> = new Set(['email', 'phone', 'url', 'file']);

/** Whether a value may be given where one of that type is wanted; undefined where it may, or where too little is known. */
export function misfitOf(given: Value, wanted: Type): Misfit | undefined {
  if (given.kind === 'unknown' || wanted.kind === 'unknown') return undefined;
  if (given.kind === 'primitive' && given.name === 'any') return undefined;
  switch (wanted.kind) {
    case 'primitive':
      return fitsPrimitive(given, wanted.name) ? undefined : MISFIT;
    case 'choice':
      return fitsChoice(given, wanted.choice) ? undefined : MISFIT;
    case 'list':
      return given.kind === 'list' ? misfitOf(given.element, wanted.element) : MISFIT;
    case 'record':
      return misfitOfRecord(given, wanted.record);
    default:
      return undefined;
  }
}

function fitsPrimitive(given: Value, wanted: ast.PrimitiveType['name']): boolean {
  const unit = unitOf(given);
  switch (wanted) {
    case 'any':
      return true;
    case 'event':
      return given.kind === 'event' || (given.kind === 'primitive' && given.name === 'boolean');
    case 'message':
      return given.kind === 'message' || (given.kind === 'primitive' && given.name === 'message');
    case 'text':
      return PRINTABLE.has(unit);
    case 'email':
    case 'phone':
    case 'url':
    case 'file':
      return (
        given.kind === 'primitive' &&
        (given.name === wanted || (unit === 'text' && !PARTICULAR_TEXTS.has(given.name)))
      );
    case 'number':
      return unit === 'number' || unit === 'ratio' || unit === 'percent';
    case 'percent':
      return unit === 'percent' || unit === 'ratio';
    // A bare number is an amount whose currency is not said; it has a finding of its own.
    case 'money':
      return unit === 'money' || unit === 'number';
    case 'date':
    case 'moment':
      return unit === 'moment';
    case 'duration':
    case 'boolean':
      return unit === wanted;
  }
}

// A text that is not written here may well hold one of the options.
function fitsChoice(given: Value, choice: ast.ChoiceType): boolean {
  if (given.kind !== 'choice') return unitOf(given) === 'text';
  const names = new Set(choice.options.map(({ name }) => name));
  return given.choice === choice || given.choice.options.some(({ name }) => names.has(name));
}

/** A record may stand for another that it extends, or all of whose required fields it has. */
function misfitOfRecord(given: Value, wanted: ast.Record): Misfit | undefined {
  const fields = fieldsOf(given);
  if (!fields) return MISFIT;
  if (given.kind === 'record' && given.record === wanted) return undefined;
  const missing = fieldsOfRecord(wanted).filter((field) => {
    if (field.optional) return false;
    const other = fields.find(({ name }) => name === field.name);
    return !other || misfitOf(resolveType(other.type), resolveType(field.type)) !== undefined;
  });
  return missing.length === 0 ? undefined : { missing: missing.map(({ name }) => name) };
}

/** The fields of a record or of what an event carries; undefined for anything else. */
export function fieldsOf(value: Value): readonly ast.Field[] | undefined {
  if (value.kind === 'record') return fieldsOfRecord(value.record);
  if (value.kind === 'event') return fieldsOfEvent(value.event);
  if (value.kind !== 'payload') return undefined;
  const [first = [], ...others] = value.events.map(fieldsOfEvent);
  return first.filter(({ name }) => others.every((fields) => fields.some((field) => field.name === name)));
}

/** Whether two values can be compared; true where too little is known of one. */
export function areComparable(left: ast.Expression, right: ast.Expression): boolean {
  const [one, other] = [unitOf(valueOf(left)), unitOf(valueOf(right))];
  if (one === undefined || other === undefined) return true;
  if ([one, other].some((unit) => unit === 'record' || unit === 'event')) return false;
  const units = new Set([one, other]);
  if (units.size === 1) return true;
  if (units.has('choice')) return units.has('text');
  if (units.has('ratio')) return units.has('number') || units.has('percent');
  if (units.has('number') && units.has('percent')) return !isCounted(one === 'number' ? left : right);
  // A field may be called a number although it holds an amount of money.
  return (
    units.has('number') &&
    units.has('money') &&
    functionName(bare(one === 'number' ? left : right)) !== 'count'
  );
}

/** Whether a number is written out or counted, so that it can't be a share of something. */
function isCounted(expression: ast.Expression): boolean {
  const inner = bare(expression);
  const name = functionName(inner);
  return ast.isNumberLiteral(inner) || name === 'count' || name === 'nps';
}

/** The currency in which an expression's amounts are written out; undefined where it names none. */
export function currencyOf(expression: ast.Expression | undefined, depth = 0): string | undefined {
  const inner = bare(expression);
  // Nobody writes a sum of more than a hundred parts; whoever generates one may not make the checker run for ever.
  if (depth > 100) return undefined;
  if (ast.isNumberLiteral(inner)) return inner.currency;
  if (ast.isUnary(inner)) return currencyOf(inner.operand, depth + 1);
  if (ast.isBinary(inner)) return currencyOf(inner.left, depth + 1) ?? currencyOf(inner.right, depth + 1);
  if (!ast.isReference(inner)) return undefined;
  const target = refOf(inner.target);
  return ast.isLet(target) && ast.isNumberLiteral(target.value) ? target.value.currency : undefined;
}
