import type { Argument, BinaryOperator, Expression, Reckoning } from '@journey/model';
import {
  eventName,
  isEventReference,
  nominalSeconds,
  reckoningOf,
  type Duration,
  type JourneyModel,
} from '@journey/model';
import { afterBusinessDays, shift } from './time/calendar.ts';
import type { Fields, HistoryEntry } from './history.ts';
import type { Policy, Weekday } from '@journey/model';
import { recordOf } from './records.ts';
import { readMoment } from './time/zoned.ts';

/** What an expression is evaluated in. */
export interface Scope {
  readonly model: JourneyModel;
  readonly now: number;
  readonly zone: string;
  readonly workdays: readonly Weekday[];
  readonly policy: Policy;
  readonly customer: Fields;
  readonly variables: Fields;
  /** What happened to the customer since the run began. */
  readonly seen: readonly HistoryEntry[];
  /** All that was ever kept of the customer in this journey. */
  readonly kept: readonly HistoryEntry[];
  /** The event whose fields are asked for, where each of several is judged by itself. */
  readonly occurrence?: HistoryEntry;
  /** What the installation keeps under a name. */
  readonly environment: Fields;
  /** The thing that a trigger came with, where the expression means that one of a system's records. */
  record?(expression: Expression): Fields | undefined;
  /** What a system says when it is asked for the customer's record; undefined where it can't be asked. */
  lookUp(system: string, record: string): unknown;
  /** Whether the customer is under way in that journey or automation. */
  isUnderWay(of: 'journey' | 'automation', id: string): boolean;
  /** A setting of a configured system. */
  setting(system: string, name: string): Expression | undefined;
  /** Who belongs to a segment. */
  segment(id: string): Expression | undefined;
}

/** The value of an expression; undefined where a part of it is missing. A moment is text in ISO 8601, in UTC. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  if (isEventReference(expression)) return reckon(reckoningOf(expression), scope);
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'date':
    case 'choice':
      return expression.value;
    case 'percent':
      return expression.value / 100;
    case 'money':
      return { amount: expression.amount, currency: expression.currency };
    case 'duration':
      return expression.duration;
    case 'clock':
      return `${pad(expression.time.hour)}:${pad(expression.time.minute)}`;
    case 'list':
      return expression.items.map((item) => evaluate(item, scope));
    case 'env':
      return scope.environment[expression.name];
    case 'variable':
      return scope.variables[expression.name];
    case 'customer':
      return scope.customer;
    case 'now':
      return iso(scope.now);
    case 'fromNow':
      return iso(shift(scope.now, expression.duration, scope.zone));
    case 'businessDays':
      return iso(afterBusinessDays(scope.now, expression.days, scope.workdays, scope.zone));
    case 'field':
      if (isEventReference(expression.of) && scope.occurrence?.name === eventName(expression.of)) {
        return fieldOf(scope.occurrence.data, expression.field);
      }
      return fieldOf(evaluate(expression.of, scope), expression.field);
    case 'setting': {
      const value = scope.setting(expression.system, expression.setting);
      return value && evaluate(value, scope);
    }
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope);
    case 'unary': {
      const value = evaluate(expression.operand, scope);
      return expression.operator === 'not' ? !value : -Number(value);
    }
    case 'call':
      return call(expression, scope);
    case 'record':
      return scope.record?.(expression) ?? recordOf(expression, scope);
    case 'given':
    case 'segment':
    case 'underWay':
    case 'actionCall':
    case 'measure':
    case 'kpi':
    case 'between':
      return undefined;
  }
}

/** Whether a condition holds. */
export function holds(condition: Expression, scope: Scope): boolean {
  return Boolean(evaluate(condition, scope));
}

/** The moment that a value stands for; undefined where it stands for none. */
export function momentOf(expression: Expression, scope: Scope): number | undefined {
  const value = evaluate(expression, scope);
  return typeof value === 'string' ? readMoment(value, scope.zone) : undefined;
}

export function evaluateArguments(args: readonly Argument[], scope: Scope): Record<string, unknown> {
  return Object.fromEntries(
    args.flatMap(({ name, value }) => (name === undefined ? [] : [[name, evaluate(value, scope)]])),
  );
}

/** What was asked of the customer's events; undefined where there is none to reckon with. */
function reckon(reckoning: Reckoning, scope: Scope): unknown {
  const { event, where, within, field } = reckoning;
  const name = eventName(event);
  const from = within && shift(scope.now, within, scope.zone, -1);
  const entries = (from === undefined ? scope.seen : scope.kept).filter(
    (entry) =>
      entry.name === name &&
      (from === undefined || entry.at > from) &&
      (where === undefined || holds(where, { ...scope, occurrence: entry })),
  );
  const values = entries
    .map(({ data }) => field.reduce<unknown>(fieldOf, data))
    .map((value) => Number(comparable(value, scope)))
    .filter((value) => !Number.isNaN(value));
  const sum = values.reduce((total, value) => total + value, 0);
  switch (reckoning.function) {
    case 'happened':
      return entries.length > 0;
    case 'count':
      return entries.length;
    case 'sum':
      return sum;
    case 'average':
      return values.length === 0 ? undefined : sum / values.length;
    case 'minimum':
      return values.length === 0 ? undefined : Math.min(...values);
    case 'maximum':
      return values.length === 0 ? undefined : Math.max(...values);
  }
}

function call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): unknown {
  const reckoning = reckoningOf(expression);
  if (reckoning !== undefined) return reckon(reckoning, scope);
  const what = expression.arguments[0]?.value;
  return what !== undefined && expression.function === 'known'
    ? (evaluate(what, scope) ?? '') !== ''
    : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** Who is in a segment doesn't depend on the run that asks: all that was kept counts. */
function isIn(segment: string, scope: Scope): boolean {
  const condition = scope.segment(segment);
  return condition !== undefined && holds(condition, { ...scope, seen: scope.kept });
}

function binary(operator: BinaryOperator, left: Expression, right: Expression, scope: Scope): unknown {
  const value = (): unknown => evaluate(left, scope);
  const other = (): unknown => evaluate(right, scope);
  switch (operator) {
    case 'and':
      return Boolean(value()) && Boolean(other());
    case 'or':
      return Boolean(value()) || Boolean(other());
    case 'in': {
      if (right.kind === 'segment') return isIn(right.segment, scope);
      if (right.kind === 'underWay') return scope.isUnderWay(right.of, right.id);
      const list = other();
      return Array.isArray(list) && list.includes(value());
    }
    case '==':
      return comparable(value(), scope) === comparable(other(), scope);
    case '!=':
      return comparable(value(), scope) !== comparable(other(), scope);
    case '+':
    case '-':
      return addUp(operator, value(), other(), scope);
    case '*':
      return Number(comparable(value(), scope)) * Number(comparable(other(), scope));
    case '/':
      return Number(comparable(value(), scope)) / Number(comparable(other(), scope));
    default:
      return isOrdered(operator, comparable(value(), scope), comparable(other(), scope));
  }
}

function addUp(operator: '+' | '-', left: unknown, right: unknown, scope: Scope): unknown {
  if (isDuration(right) && typeof left === 'string') {
    const moment = readMoment(left, scope.zone);
    return moment === undefined
      ? undefined
      : iso(shift(moment, right, scope.zone, operator === '+' ? 1 : -1));
  }
  const [a, b] = [comparable(left, scope), comparable(right, scope)];
  if (typeof a === 'string' || typeof b === 'string')
    return operator === '+' ? `${String(a)}${String(b)}` : undefined;
  return operator === '+' ? Number(a) + Number(b) : Number(a) - Number(b);
}

function isOrdered(operator: '<' | '<=' | '>' | '>=', left: unknown, right: unknown): boolean {
  const [a, b] =
    typeof left === 'string' && typeof right === 'string' ? [left, right] : [Number(left), Number(right)];
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** Money counts by its amount, a moment by when it is, a duration by its length. */
function comparable(value: unknown, scope: Scope): unknown {
  if (isDuration(value)) return nominalSeconds(value);
  if (typeof value === 'string') return readMoment(value, scope.zone) ?? value;
  return typeof value === 'object' ? (fieldOf(value, 'amount') ?? value) : value;
}

function isDuration(value: unknown): value is Duration {
  return typeof value === 'object' && value !== null && 'parts' in value;
}

export function iso(moment: number): string {
  return new Date(moment).toISOString();
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
