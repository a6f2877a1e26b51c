import * as ast from '../generated/ast.ts';
import { refOf } from './ref-of.ts';
import { typeOf, typeOfNamed, type Type } from './types.ts';
import { say, sayWords } from '../locale/speech.ts';

/** A type, or the quotient of two like things, which is a number and a percentage alike. */
export type Value = Type | { readonly kind: 'ratio' };

/** What values are counted in: only like things can be compared and added. */
export type Unit =
  | 'text'
  | 'number'
  | 'ratio'
  | 'percent'
  | 'money'
  | 'duration'
  | 'moment'
  | 'boolean'
  | 'choice'
  | 'list'
  | 'record'
  | 'event';

const UNKNOWN: Value = { kind: 'unknown' };

/** How a value was come upon: a variable may be made of itself, and a text may nest without end. */
interface Trail {
  readonly names: ReadonlySet<ast.Named>;
  readonly depth: number;
}

const START: Trail = { names: new Set(), depth: 0 };
const DEEPEST = 100;

/** Functions whose result is in the unit of what they are given. */
const KEEPS_UNIT: ReadonlySet<string> = new Set([
  'sum',
  'average',
  'median',
  'minimum',
  'maximum',
  'percentile',
]);

const UNIT_OF_PRIMITIVE: Readonly<Partial<Record<ast.PrimitiveType['name'], Unit>>> = {
  text: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  file: 'text',
  number: 'number',
  percent: 'percent',
  money: 'money',
  duration: 'duration',
  date: 'moment',
  moment: 'moment',
  boolean: 'boolean',
};

/**
 * What an expression is worth: its type, with the units of sums, quotients, KPIs and measures worked out.
 * Unknown for what the environment gives, which may be anything.
 */
export function valueOf(expression: ast.Expression | undefined, trail: Trail = START): Value {
  if (trail.depth > DEEPEST) return UNKNOWN;
  const inner = { ...trail, depth: trail.depth + 1 };
  switch (expression?.$type) {
    case 'Group':
      return valueOf(expression.inner, inner);
    case 'EnvironmentValue':
      return UNKNOWN;
    case 'Reference':
      return valueOfNamed(expression, inner);
    case 'Call':
      return valueOfCall(expression, inner);
    case 'Binary':
      return valueOfBinary(expression, inner);
    case 'Unary':
      return valueOfUnary(expression, inner);
    default:
      return typeOf(expression);
  }
}

function valueOfUnary({ operator, operand }: ast.Unary, trail: Trail): Value {
  const value = valueOf(operand, trail);
  if (operator === '-') return value;
  const unit = unitOf(value);
  const canBeTurned = unit === undefined || unit === 'boolean' || unit === 'event';
  return canBeTurned ? { kind: 'primitive', name: 'boolean' } : UNKNOWN;
}

function valueOfNamed(reference: ast.Reference, trail: Trail): Value {
  const target = refOf(reference.target);
  if (!ast.isLet(target) && !ast.isKpi(target)) return typeOfNamed(target, reference);
  if (trail.names.has(target)) return UNKNOWN;
  const names = new Set([...trail.names, target]);
  return valueOf(ast.isLet(target) ? target.value : target.formula, { ...trail, names });
}

function valueOfCall(call: ast.Call, trail: Trail): Value {
  const name = functionName(call);
  return name !== undefined && KEEPS_UNIT.has(name) ? valueOf(call.arguments[0]?.value, trail) : typeOf(call);
}

/** The built-in function that is called; undefined where it is an action or nothing known. */
export function functionName(expression: ast.Expression | undefined): string | undefined {
  if (!ast.isCall(expression) || !ast.isReference(expression.callee)) return undefined;
  const target = refOf(expression.callee.target);
  return ast.isFunctionDeclaration(target) ? target.name : undefined;
}

function valueOfBinary(binary: ast.Binary, trail: Trail): Value {
  if (!/^[-+*/]$/.test(binary.operator)) return { kind: 'primitive', name: 'boolean' };
  const left = valueOf(binary.left, trail);
  const right = valueOf(binary.right, trail);
  const [one, other] = [unitOf(left), unitOf(right)];
  if (one === undefined || other === undefined) return UNKNOWN;
  switch (binary.operator) {
    case '*':
      return isPlain(other) ? left : isPlain(one) ? right : UNKNOWN;
    case '/':
      return one === other ? { kind: 'ratio' } : isPlain(other) ? left : UNKNOWN;
    default:
      return sumOf(left, right, binary.operator);
  }
}

function sumOf(left: Value, right: Value, operator: string): Value {
  const [one, other] = [unitOf(left), unitOf(right)];
  if (one === 'moment' && other === 'moment' && operator === '-')
    return { kind: 'primitive', name: 'duration' };
  if (one === other || other === 'duration') return left;
  if (one === 'text' || other === 'text') return { kind: 'primitive', name: 'text' };
  return isPlain(one) && isPlain(other) ? { kind: 'primitive', name: 'number' } : UNKNOWN;
}

/** Whether it is a mere number, by which anything may be multiplied or divided. */
export function isPlain(unit: Unit | undefined): boolean {
  return unit === 'number' || unit === 'ratio' || unit === 'percent';
}

/** The unit of a value; undefined where it is not known, or has none. */
export function unitOf(value: Value): Unit | undefined {
  switch (value.kind) {
    case 'primitive':
      return UNIT_OF_PRIMITIVE[value.name];
    case 'payload':
      return 'record';
    case 'ratio':
    case 'choice':
    case 'list':
    case 'record':
    case 'event':
      return value.kind;
    default:
      return undefined;
  }
}

/** The unit of an expression; undefined where it is not known, or has none. */
export function unitOfExpression(expression: ast.Expression | undefined): Unit | undefined {
  return unitOf(valueOf(expression));
}

const WORDS: Readonly<Record<Unit, string>> = {
  text: 'a text',
  number: 'a number',
  ratio: 'a number',
  percent: 'a percentage',
  money: 'an amount of money',
  duration: 'a length of time',
  moment: 'a moment',
  boolean: 'a yes or no',
  choice: 'a choice',
  list: 'a list',
  record: 'a record of several fields',
  event: 'an event',
};

const WORDS_OF_PRIMITIVE: Readonly<Partial<Record<ast.PrimitiveType['name'], string>>> = {
  email: 'an e-mail address',
  phone: 'a phone number',
  url: 'a web address',
  file: 'a file',
  date: 'a date',
  event: 'an event',
  message: 'a message',
};

/** What kind of value it is, in a sentence: `a text`, `one of open, won, lost`, `a deal`. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case 'primitive':
      return WORDS_OF_PRIMITIVE[value.name] ?? WORDS[UNIT_OF_PRIMITIVE[value.name] ?? 'record'];
    case 'choice':
      return say`one of ${value.choice.options.map(({ name }) => name).join(', ')}`;
    case 'record':
      return say`a ${value.record.name}`;
    case 'list':
      return value.element.kind === 'unknown'
        ? 'a list'
        : say`a list (each ${sayWords(describeValue(value.element))})`;
    case 'payload':
      return 'what the event carries';
    case 'ratio':
    case 'event':
      return WORDS[value.kind];
    case 'unknown':
    case 'other':
      return 'a name without a value';
    default:
      return `a ${value.kind}`;
  }
}

/** The expression without brackets around it. */
export function bare(expression: ast.Expression | undefined): ast.Expression | undefined {
  let inner = expression;
  while (ast.isGroup(inner)) inner = inner.inner;
  return inner;
}
