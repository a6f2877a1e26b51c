import type { ValidationAcceptor } from 'langium';
import { insert, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { fieldsOf } from '../references/fits.ts';
import { resolveType } from '../references/types.ts';
import { bare, describeValue, functionName, unitOf, valueOf, type Value } from '../references/values.ts';
import { rangeOf, replaceNode, textOf } from './edits.ts';
import { checkComparison } from './unit-mixing.ts';
import { fixesFor } from './unit-conversions.ts';
import { say } from '../locale/speech.ts';

const MOMENT = { kind: 'primitive', name: 'moment' } as const;
const COMPARISON: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Whatever stands after if, when, where and until is a question of yes or no. */
export function checkConditionOf(
  node:
    | ast.Argument
    | ast.Condition
    | ast.DateTrigger
    | ast.EventTrigger
    | ast.Goal
    | ast.ManualTrigger
    | ast.ScheduleTrigger
    | ast.Segment
    | ast.SegmentTrigger,
  accept: ValidationAcceptor,
): void {
  checkCondition(node.condition, accept);
}

export function checkUntil(repeat: ast.Repeat, accept: ValidationAcceptor): void {
  checkCondition(repeat.until, accept);
}

export function checkWaitCondition(wait: ast.Wait, accept: ValidationAcceptor): void {
  checkCondition(wait.event, accept);
}

/** Both sides of and, or; not. */
export function checkJunction(binary: ast.Binary, accept: ValidationAcceptor): void {
  if (binary.operator !== 'and' && binary.operator !== 'or') return;
  checkCondition(binary.left, accept);
  checkCondition(binary.right, accept, likeThe(binary));
}

/** A case is a question of its own, or a value that the switch's subject may have. */
export function checkCase(node: ast.Case, accept: ValidationAcceptor): void {
  const condition = node.condition as ast.Expression | undefined;
  const { subject } = node.$container;
  if (!subject) checkCondition(condition, accept);
  else if (condition && unitOf(valueOf(condition)) !== 'boolean')
    checkComparison(subject, condition, accept, condition);
}

export function checkUnary({ operator, operand }: ast.Unary, accept: ValidationAcceptor): void {
  if (operator !== 'not') return;
  const value = valueOf(operand);
  const unit = unitOf(value);
  if (unit === undefined || unit === 'boolean' || unit === 'event') return;
  report(
    accept,
    'not-of-a-value',
    { given: describeValue(value) },
    { node: operand, fixes: bracketed(operand) },
  );
}

/** `not a == b` → `not (a == b)`. */
function bracketed(operand: ast.Expression): Fix[] {
  const comparison = operand.$container.$container;
  const start = rangeOf(operand)?.start;
  const end = rangeOf(comparison)?.end;
  if (!ast.isBinary(comparison) || comparison.left !== operand.$container || !start || !end) return [];
  if (!COMPARISON.has(comparison.operator) && comparison.operator !== 'in') return [];
  const edits = [insert('', start, '('), insert('', end, ')')].flatMap((fix) => fix.edits);
  return [{ title: say`Put the comparison in brackets`, edits, preferred: true }];
}

function checkCondition(
  condition: ast.Expression | undefined,
  accept: ValidationAcceptor,
  fixes: readonly Fix[] = [],
): void {
  const inner = bare(condition);
  if (!condition || !inner) return;
  const value = valueOf(inner);
  const unit = unitOf(value);
  if (unit === undefined || unit === 'boolean' || unit === 'event') return;
  report(
    accept,
    'no-condition',
    { given: describeValue(value) },
    { node: condition, fixes: [...fixes, ...compared(condition, value)] },
  );
}

/** `a == x or y` → `a == x or a == y`. */
function likeThe({ left, right, operator }: ast.Binary): Fix[] {
  const before = lastComparison(left);
  const start = rangeOf(right)?.start;
  if (!before || !start || ast.isBinary(right)) return [];
  const subject = `${textOf(before.left)} ${before.operator}`;
  const isSure = before.operator === '==' && operator === 'or';
  return [insert(say`Compare it as well: ${subject} ${textOf(right)}`, start, `${subject} `, isSure)];
}

function lastComparison(expression: ast.Expression): ast.Binary | undefined {
  const inner = bare(expression);
  if (!ast.isBinary(inner)) return undefined;
  return COMPARISON.has(inner.operator) ? inner : lastComparison(inner.right);
}

/** The comparisons that come to mind first. */
function compared(condition: ast.Expression, value: Value): Fix[] {
  const end = rangeOf(condition)?.end;
  if (!end) return [];
  const add = (text: string): Fix => insert(say`Compare it: ${textOf(condition)}${text}`, end, text);
  if (value.kind === 'choice') return value.choice.options.slice(0, 6).map(({ name }) => add(` == ${name}`));
  switch (unitOf(value)) {
    case 'number':
    case 'ratio':
    case 'money':
      return [add(' > 0')];
    case 'percent':
      return [add(' > 0%')];
    case 'text':
      return [add(' != ""')];
    case 'record':
      return booleanFields(condition, value);
    default:
      return [];
  }
}

function booleanFields(condition: ast.Expression, value: Value): Fix[] {
  const fields = (fieldsOf(value) ?? []).filter(({ type }) => unitOf(resolveType(type)) === 'boolean');
  return fields.flatMap(({ name }) => {
    const text = `${textOf(condition)}.${name}`;
    return replaceNode(say`Change to ${text}`, condition, text);
  });
}

export function checkForEach(loop: ast.ForEach, accept: ValidationAcceptor): void {
  const list = loop.list as ast.Expression | undefined;
  const value = valueOf(list);
  const unit = unitOf(value);
  if (!list || unit === undefined || unit === 'list') return;
  const lists = (fieldsOf(value) ?? []).filter(({ type }) => ast.isListType(type));
  const fixes = lists.flatMap(({ name }) => {
    const text = `${textOf(list)}.${name}`;
    return replaceNode(say`Change to ${text}`, list, text, lists.length === 1);
  });
  report(accept, 'each-of-no-list', { given: describeValue(value) }, { node: list, fixes });
}

/** What a step or trigger is timed by has a date. */
export function checkAnchor(node: ast.Moment | ast.DateTrigger, accept: ValidationAcceptor): void {
  checkMoment(node.anchor, accept);
}

export function checkAnniversary(node: ast.ScheduleTrigger, accept: ValidationAcceptor): void {
  checkMoment(node.anniversary, accept);
}

function checkMoment(anchor: ast.Expression | undefined, accept: ValidationAcceptor): void {
  const value = valueOf(anchor);
  const unit = unitOf(value);
  if (!anchor || unit === undefined || unit === 'moment') return;
  const given = describeValue(value);
  report(accept, 'no-moment', { given }, { node: anchor, fixes: fixesFor(anchor, MOMENT) });
}

/** The clock runs from one event, or moment, to another. */
export function checkBetween({ from, to }: ast.Between, accept: ValidationAcceptor): void {
  for (const side of [from, to] as (ast.Expression | undefined)[]) {
    const value = valueOf(side);
    const unit = unitOf(value);
    if (!side || unit === undefined || unit === 'event' || unit === 'moment') continue;
    // opened(message) and the like happen, too.
    if (unit === 'boolean' && functionName(bare(side)) !== undefined) continue;
    const isOfEvent = ast.isMember(side) && unitOf(valueOf(side.receiver)) === 'event';
    const event = isOfEvent ? textOf(side.receiver) : '';
    const fixes = isOfEvent ? replaceNode(say`Change to ${event}`, side, event, true) : [];
    report(accept, 'between-no-events', { given: describeValue(value) }, { node: side, fixes });
  }
}
