import type { Argument, BinaryOperator, Expression, Reckoning } from '@journey/model';
import type { RecordOfSystem } from '../facts.ts';
import { afterBusinessDays, dateTime, luxonDuration } from './time.ts';
import { literal, member, object } from './literal.ts';
import { reckon } from './reckoning.ts';
import type { Scope } from './scope.ts';
import { eventName, isEventReference, reckoningOf } from '@journey/model';

/** The expression as JavaScript, for a node's parameter or for code. What can't be expressed is said to the scope. */
export function compile(expression: Expression, scope: Scope): string {
  if (isEventReference(expression)) return asked(expression, reckoningOf(expression), scope);
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'date':
    case 'choice':
      return literal(expression.value);
    case 'percent':
      return literal(expression.value / 100);
    case 'money':
      return literal({ amount: expression.amount, currency: expression.currency });
    case 'duration':
      return literal(luxonDuration(expression.duration));
    case 'clock':
      return literal(`${pad(expression.time.hour)}:${pad(expression.time.minute)}`);
    case 'list':
      return `[${expression.items.map((item) => compile(item, scope)).join(', ')}]`;
    case 'env':
      return `$env${member(expression.name, false)}`;
    case 'variable':
      return `${scope.state}.vars${member(expression.name)}`;
    case 'customer':
      return `${scope.state}.customer`;
    case 'now':
      return `${scope.clock.now()}.toISO()`;
    case 'fromNow':
      return `${dateTime(expression, scope)}.toISO()`;
    case 'businessDays':
      return `${afterBusinessDays(scope.clock.now(), expression.days, scope)}.toISO()`;
    case 'given':
      return scope.given(expression.name);
    case 'field':
      return field(expression.of, expression.field, scope);
    case 'setting':
      return scope.setting(expression.system, expression.setting);
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope);
    case 'unary':
      return `${expression.operator === 'not' ? '!' : '-'}(${compile(expression.operand, scope)})`;
    case 'call':
      return call(expression, scope);
    case 'actionCall':
      return scope.unsupported(
        'call a system inside an expression; put it in a `let` of its own',
        expression.source,
      );
    case 'segment':
      return scope.unsupported('use a segment but to ask who is in it', expression.source);
    case 'underWay':
      return scope.unsupported('use a journey but to ask who is under way in it', expression.source);
    case 'measure':
    case 'kpi':
      return scope.unsupported('read a measure or KPI while a journey runs', expression.source);
    case 'record':
      return scope.record?.(expression) ?? scope.fact(expression) ?? unknownRecord(expression, scope);
    case 'between':
      return scope.unsupported('measure the time between two events while a journey runs', expression.source);
  }
}

function unknownRecord(expression: RecordOfSystem, scope: Scope): string {
  const name = `${expression.system}.${expression.record}`;
  const why = `no event that n8n hears of carries it, and "${expression.system}" has no action \`find_…\` that takes a person and gives it`;
  return scope.unsupported(`know a customer's ${name}: ${why}`, expression.source);
}

/** Arguments by name, as an object. */
export function compileArguments(args: readonly Argument[], scope: Scope): string {
  return object(
    args.flatMap((argument) =>
      argument.name === undefined ? [] : [[argument.name, compile(argument.value, scope)]],
    ),
  );
}

/** Of the customer, or of what the run has seen. */
function asked(expression: Expression, reckoning: Reckoning, scope: Scope): string {
  const where = reckoning.where && scope.where(reckoning.where);
  return scope.fact(expression) ?? reckon(`${scope.state}.seen`, reckoning, where);
}

function field(of: Expression, name: string, scope: Scope): string {
  if (of.kind === 'given' && of.name === 'setting') return scope.given(`setting.${name}`);
  if (isEventReference(of)) {
    const what = `${eventName(of)}.${name}`;
    return scope.isJudged === true
      ? `event.data${member(name)}`
      : scope.unsupported(`read ${what} where nothing brought it; name what brings it by \`as\``, of.source);
  }
  return `${compile(of, scope)}${member(name)}`;
}

const JAVASCRIPT_OPERATORS: Partial<Record<BinaryOperator, string>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  and: '&&',
  or: '||',
  '==': '==',
  '!=': '!=',
};

function binary(operator: BinaryOperator, left: Expression, right: Expression, scope: Scope): string {
  if (right.kind === 'segment') return scope.segment(right.segment);
  if (right.kind === 'underWay') return scope.fact(right) ?? 'false';
  if (operator === 'in') return `(${compile(right, scope)}).includes(${compile(left, scope)})`;
  const plain = JAVASCRIPT_OPERATORS[operator];
  const shifted = plain === '+' || plain === '-' ? shiftedMoment(plain, left, right, scope) : undefined;
  if (shifted !== undefined) return shifted;
  if (isMoment(left) || isMoment(right)) {
    return `(${dateTime(left, scope)}.toMillis() ${plain ?? operator} ${dateTime(right, scope)}.toMillis())`;
  }
  const aboutMoney = left.kind === 'money' || right.kind === 'money';
  const side = (value: Expression): string => (aboutMoney ? amount(value, scope) : compile(value, scope));
  return `(${side(left)} ${plain ?? operator} ${side(right)})`;
}

function shiftedMoment(
  operator: '+' | '-',
  left: Expression,
  right: Expression,
  scope: Scope,
): string | undefined {
  if (right.kind !== 'duration') return undefined;
  const shift = literal(luxonDuration(right.duration));
  return `${dateTime(left, scope)}.${operator === '+' ? 'plus' : 'minus'}(${shift}).toISO()`;
}

/** Money is compared and reckoned with by its amount; some systems report only that. */
function amount(value: Expression, scope: Scope): string {
  if (value.kind === 'money') return literal(value.amount);
  const compiled = compile(value, scope);
  return value.kind === 'number' ? compiled : `(${compiled}?.amount ?? ${compiled})`;
}

function isMoment(value: Expression): boolean {
  if (value.kind === 'binary') return value.right.kind === 'duration' && isMoment(value.left);
  return value.kind === 'now' || value.kind === 'fromNow' || value.kind === 'date';
}

function call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): string {
  const reckoning = reckoningOf(expression);
  if (reckoning !== undefined) return asked(expression, reckoning, scope);
  const what = expression.arguments[0]?.value;
  if (what !== undefined && expression.function === 'known') return `(${compile(what, scope)} ?? "") !== ""`;
  return scope.unsupported(`reckon ${expression.function}() while a journey runs`, expression.source);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
