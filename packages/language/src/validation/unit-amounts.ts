import type { AstNode, ValidationAcceptor } from 'langium';
import { nominalSeconds, parseDuration } from '@journey/model';
import { replace } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { bare, functionName } from '../references/values.ts';
import { propertyRange } from './edits.ts';
import { say } from '../locale/speech.ts';

const LONGEST = 1000 * 365 * 24 * 3600;

/** `property` of the node counts something that comes in wholes. */
function checkWhole(
  node: AstNode,
  property: string,
  value: number | undefined,
  what: string,
  accept: ValidationAcceptor,
): void {
  const range = propertyRange(node, property);
  if (value === undefined || Number.isNaN(value) || !range || (Number.isInteger(value) && value >= 1)) return;
  const near = Math.max(1, Math.round(value));
  const fixes = [replace(say`Change to ${near}`, range, String(near))];
  report(accept, 'whole-number', { written: String(value), what }, { node, range, fixes });
}

export function checkCap(cap: ast.FrequencyCap, accept: ValidationAcceptor): void {
  checkWhole(cap, 'amount', cap.amount, 'messages', accept);
}

export function checkTimes(repeat: ast.Repeat | ast.Reentry, accept: ValidationAcceptor): void {
  checkWhole(repeat, 'atMost', repeat.atMost, 'times', accept);
}

export function checkEntryLimit(limit: ast.EntryLimit, accept: ValidationAcceptor): void {
  checkWhole(limit, 'amount', limit.amount, 'customers', accept);
}

export function checkFirst(parallel: ast.Parallel, accept: ValidationAcceptor): void {
  checkWhole(parallel, 'first', parallel.first, 'branches', accept);
}

export function checkRetries(
  step: ast.Try | ast.Send | ast.Let | ast.Run | ast.ActionStep,
  accept: ValidationAcceptor,
): void {
  checkWhole(step, 'retries', step.retries, 'times', accept);
}

export function checkBusinessDays(node: ast.Wait | ast.FromNow, accept: ValidationAcceptor): void {
  checkWhole(node, 'days', node.days, 'days', accept);
}

export function checkVersion(version: ast.Version, accept: ValidationAcceptor): void {
  checkWhole(version, 'number', version.number, 'a version', accept);
}

export function checkNumberSize(number: ast.NumberLiteral, accept: ValidationAcceptor): void {
  if (number.value > Number.MAX_SAFE_INTEGER)
    report(accept, 'amount-too-large', { written: number.$cstNode?.text ?? '' }, { node: number });
}

const DURATION_PROPERTIES = [
  'duration',
  'value',
  'window',
  'within',
  'after',
  'offset',
  'every',
  'upTo',
  'longest',
  'from',
  'to',
] as const;

/** Lengths of time, wherever they stand. */
export function checkDurationSize(node: AstNode, accept: ValidationAcceptor): void {
  for (const property of DURATION_PROPERTIES) {
    const text: unknown = Reflect.get(node, property);
    const duration = typeof text === 'string' ? parseDuration(text) : undefined;
    if (typeof text === 'string' && duration && nominalSeconds(duration) > LONGEST)
      report(accept, 'amount-too-large', { written: text }, { node, property });
  }
}

export function checkSplitBranch(branch: ast.SplitBranch, accept: ValidationAcceptor): void {
  checkShare(branch, branch.percent, 'a branch', accept);
}

export function checkChance(chance: ast.AssumedChance, accept: ValidationAcceptor): void {
  checkShare(chance, chance.percent, 'a chance', accept);
}

function checkShare(
  node: ast.SplitBranch | ast.AssumedChance,
  percent: number,
  what: string,
  accept: ValidationAcceptor,
): void {
  if (percent > 100) report(accept, 'percent-over-100', { percent, what }, { node, property: 'percent' });
}

export function checkPercentile(call: ast.Call, accept: ValidationAcceptor): void {
  const percent = bare(call.arguments[1]?.value);
  if (functionName(call) !== 'percentile' || !ast.isPercentLiteral(percent) || percent.value <= 100) return;
  report(accept, 'percent-over-100', { percent: percent.value, what: 'a percentile' }, { node: percent });
}

/** Dates are days of the calendar. */
export function checkDates(
  node: ast.DateLiteral | ast.Happening | ast.Expectation | ast.ScheduleTrigger,
  accept: ValidationAcceptor,
): void {
  for (const property of ['date', 'on', 'once', 'start', 'end'] as const) {
    const date: unknown = Reflect.get(node, property);
    const range = propertyRange(node, property);
    if (typeof date !== 'string' || !range || isDay(date)) continue;
    const last = lastDayOfMonth(date);
    const fixes = last === undefined ? [] : [replace(say`Change to ${last}`, range, last)];
    report(accept, 'no-such-day', { date }, { node, range, fixes });
  }
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function lastDayOfMonth(date: string): string | undefined {
  const [year = 0, month = 0] = date.split('-').map(Number);
  if (month < 1 || month > 12) return undefined;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
