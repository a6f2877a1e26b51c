import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { bare, functionName } from '../references/values.ts';
import { refText } from '../references/ref-of.ts';
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
  const measure = Object.hasOwn(BETTER, name) ? undefined : lossOf(bare(kpi.formula));
  const better = measure === undefined ? BETTER[name] : 'down';
  const target = kpi.clauses.find(ast.isKpiTarget);
  const wanted = target && directionOf(target);
  if (!target || !better || !wanted || wanted === better) return;
  const isTrend = target.trend !== undefined;
  const [old, right] = isTrend ? [wanted, better] : [target.operator ?? '', flipped(target.operator ?? '')];
  const range = propertyRange(target, isTrend ? 'trend' : 'operator');
  const fixes = range ? [replace(say`Write ${right}`, range, right)] : [];
  const what = better === 'up' ? 'higher' : 'lower';
  if (measure === undefined)
    report(accept, 'target-wrong-way', { name, what, old, right }, { node: target, fixes });
  else report(accept, 'target-wants-loss', { measure, old, right }, { node: target, fixes });
}

/** Events that nobody wants more of, and those that nobody wants to wait for. */
const LOSSES =
  /^(?:unsubscribed|opted_out|complained|bounced|failed|cancelled|refunded|payment_failed|deal_lost|missed|churned|returned)$/;
const WINS = /^(?:deal_won|ordered|paid|invoice_paid|booked|signed_up|submitted|completed|answered|joined)$/;
const COSTS = /^(?:spend|spent|cost|costs)$/;

/** What the formula counts or measures, where everybody wants less of it. */
function lossOf(formula: ast.Expression | undefined): string | undefined {
  if (ast.isBinary(formula) && formula.operator === '/') {
    const cost = bare(formula.left);
    const isCost = ast.isCall(cost) && COSTS.test(lastNameOf(cost.arguments[0]?.value));
    return isCost && functionName(bare(formula.right)) === 'count' ? textOf(formula) : undefined;
  }
  if (!ast.isCall(formula)) return undefined;
  const name = functionName(formula);
  const value = bare(formula.arguments[0]?.value);
  if ((name === 'count' || name === 'rate') && LOSSES.test(lastNameOf(value)))
    return textOf(formula.arguments[0]?.value);
  const isDelay =
    (name === 'median' || name === 'average') && ast.isBetween(value) && WINS.test(lastNameOf(value.to));
  return isDelay ? textOf(value) : undefined;
}

function lastNameOf(expression: ast.Expression | undefined): string {
  const value = bare(expression);
  return ast.isMember(value) ? refText(value.member) : '';
}

function directionOf({ trend, operator }: ast.KpiTarget): 'up' | 'down' | undefined {
  if (trend) return trend;
  if (operator === undefined || operator === '==') return undefined;
  return operator.startsWith('>') ? 'up' : 'down';
}

function flipped(operator: string): string {
  return operator.startsWith('>') ? operator.replace('>', '<') : operator.replace('<', '>');
}
