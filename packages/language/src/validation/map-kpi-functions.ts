import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { bare, functionName } from '../references/values.ts';
import { propertyRange, rangeOf, textOf } from './edits.ts';
import { say } from '../locale/speech.ts';

/** Functions that say which share of something else it is; for those marked true it must be said. */
const SHARES: Readonly<Record<string, boolean>> = { rate: true, retention: false, churn: false };

/** Which way is better, where a measure leaves no doubt of it. */
const BETTER: Readonly<Record<string, 'up' | 'down'>> = {
  nps: 'up',
  csat: 'up',
  retention: 'up',
  clv: 'up',
  churn: 'down',
};

/** What stands after `of` is what a share is of. */
export function checkShare(call: ast.Call, accept: ValidationAcceptor): void {
  const name = functionName(call);
  const [argument] = call.arguments;
  if (name === undefined || !argument || !AstUtils.getContainerOfType(call, ast.isKpi)) return;
  const isShare = Object.hasOwn(SHARES, name);
  if (argument.of && !isShare) {
    const [of, value] = [textOf(argument.of), textOf(argument.value)];
    const fixes: Fix[] = name === 'count' ? shareInstead(call, `rate(${value} of ${of})`) : [];
    report(accept, 'of-without-share', { name, of }, { node: argument, property: 'of', fixes });
  }
  if (!argument.of && isShare && SHARES[name]) report(accept, 'rate-of-what', {}, { node: call });
}

function shareInstead(call: ast.Call, text: string): Fix[] {
  const range = rangeOf(call);
  return range ? [replace(say`The share: ${text}`, range, text)] : [];
}

/** A percentile lies between the lowest and the highest value. */
export function checkPercentile(call: ast.Call, accept: ValidationAcceptor): void {
  const share = functionName(call) === 'percentile' ? bare(call.arguments[1]?.value) : undefined;
  if (!ast.isPercentLiteral(share) || (share.value > 0 && share.value !== 100)) return;
  report(accept, 'percentile-range', { text: textOf(share) }, { node: share });
}

/** Nobody wants more customers to leave. */
export function checkDirection(kpi: ast.Kpi, accept: ValidationAcceptor): void {
  const name = functionName(bare(kpi.formula)) ?? '';
  const better = Object.hasOwn(BETTER, name) ? BETTER[name] : undefined;
  const target = kpi.clauses.find(ast.isKpiTarget);
  const wanted = target && directionOf(target);
  if (!target || !better || !wanted || wanted === better) return;
  const isTrend = target.trend !== undefined;
  const [old, right] = isTrend ? [wanted, better] : [target.operator ?? '', flipped(target.operator ?? '')];
  const range = propertyRange(target, isTrend ? 'trend' : 'operator');
  const fixes = range ? [replace(say`Write ${right}`, range, right)] : [];
  const what = better === 'up' ? 'higher' : 'lower';
  report(accept, 'target-wrong-way', { name, what, old, right }, { node: target, fixes });
}

function directionOf({ trend, operator }: ast.KpiTarget): 'up' | 'down' | undefined {
  if (trend) return trend;
  if (operator === undefined || operator === '==') return undefined;
  return operator.startsWith('>') ? 'up' : 'down';
}

function flipped(operator: string): string {
  return operator.startsWith('>') ? operator.replace('>', '<') : operator.replace('<', '>');
}
