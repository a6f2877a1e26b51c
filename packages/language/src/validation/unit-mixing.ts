import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { parseDuration } from '@journey/model';
import { report } from '../diagnostics/registry.ts';
import { replace } from '../diagnostics/fix.ts';
import * as ast from '../generated/ast.ts';
import { areComparable, currencyOf } from '../references/fits.ts';
import {
  bare,
  describeValue,
  isPlain,
  unitOf,
  unitOfExpression,
  valueOf,
  type Unit,
} from '../references/values.ts';
import { rangeOf, replaceNode, textOf } from './edits.ts';
import { checkOption } from './unit-options.ts';
import { comparisonFixes, currencyFixes } from './unit-conversions.ts';
import { say } from '../locale/speech.ts';

/** Comparisons, sums and products of like things only. */
export function checkBinary(binary: ast.Binary, accept: ValidationAcceptor): void {
  const { left, right, operator } = binary;
  // The parser leaves out what is missing from a broken text.
  if (!(left as ast.Expression | undefined) || !(right as ast.Expression | undefined)) return;
  switch (operator) {
    case '+':
    case '-': {
      checkSum(binary, accept);
      return;
    }
    case '*':
    case '/': {
      checkProduct(binary, accept);
      return;
    }
    case 'and':
    case 'or':
      return;
    case 'in': {
      checkIn(binary, accept);
      return;
    }
    default: {
      checkEmptyText(binary, accept);
      checkComparison(left, right, accept, binary);
      return;
    }
  }
}

/** Whether there is a value is no question of its text. */
function checkEmptyText(binary: ast.Binary, accept: ValidationAcceptor): void {
  const { left, right, operator } = binary;
  if (operator !== '==' && operator !== '!=') return;
  const [empty, other] = isEmptyText(right) ? [right, left] : [left, right];
  if (!isEmptyText(empty) || ast.isTextLiteral(other)) return;
  const meant = `${operator === '==' ? 'not ' : ''}known(${textOf(other)})`;
  const fixes = replaceNode(say`Write ${meant}`, binary, meant);
  report(accept, 'compared-with-nothing', { written: textOf(binary), meant }, { node: binary, fixes });
}

function isEmptyText(expression: ast.Expression): boolean {
  return ast.isTextLiteral(expression) && expression.value === '';
}

/** Reports at `place` what keeps the two from being compared. */
export function checkComparison(
  left: ast.Expression,
  right: ast.Expression,
  accept: ValidationAcceptor,
  place: ast.Binary | ast.Expression,
): void {
  if (checkOption(left, valueOf(right), accept) || checkOption(right, valueOf(left), accept)) return;
  if (!areComparable(left, right)) {
    const units = [unitOfExpression(left), unitOfExpression(right)];
    report(
      accept,
      'not-comparable',
      {
        left: capital(describe(left)),
        right: describe(right),
        isRecord: units.some((unit) => unit === 'record' || unit === 'event'),
      },
      { node: place, fixes: comparisonFixes(left, right) },
    );
  } else if (!checkCurrencies(left, right, accept, place)) {
    checkBareMoney(left, right, accept);
    checkBareMoney(right, left, accept);
  }
}

function checkIn({ left, right }: ast.Binary, accept: ValidationAcceptor): void {
  const value = valueOf(right);
  const unit = unitOf(value);
  if (unit !== undefined && unit !== 'list') {
    const range = rangeOf(right);
    const text = textOf(right);
    const isSingle = unit !== 'record' && unit !== 'event';
    const fixes =
      range && isSingle ? [replace(say`Make it a list: [${text}]`, range, `[${text}]`, true)] : [];
    report(accept, 'in-no-list', { given: describeValue(value) }, { node: right, fixes });
    return;
  }
  const list = bare(right);
  if (!ast.isListLiteral(list)) return;
  for (const item of list.items) checkComparison(left, item, accept, item);
}

function checkSum(sum: ast.Binary, accept: ValidationAcceptor): void {
  const { left, right, operator } = sum;
  const [one, other] = [unitOfExpression(left), unitOfExpression(right)];
  if (one === undefined || other === undefined) return;
  if (!canAdd(one, other, operator)) {
    const parameters = { left: describe(left), right: describe(right), operator };
    const message =
      operator === '+'
        ? { ...parameters, left: capital(parameters.left) }
        : { ...parameters, right: capital(parameters.right) };
    const fixes = one === 'moment' || one === 'text' ? [] : comparisonFixes(left, right);
    report(accept, 'mixed-sum', message, { node: sum, fixes });
  } else checkCurrencies(left, right, accept, sum);
}

const NEVER_ADDED: ReadonlySet<Unit> = new Set(['boolean', 'choice', 'list', 'record', 'event']);

function canAdd(one: Unit, other: Unit, operator: string): boolean {
  if (operator === '+' && (one === 'text' || other === 'text')) {
    const partner = one === 'text' ? other : one;
    return partner !== 'list' && partner !== 'record' && partner !== 'event';
  }
  if (NEVER_ADDED.has(one) || NEVER_ADDED.has(other) || one === 'text' || other === 'text') return false;
  if (one === 'moment') return other === 'duration' || (other === 'moment' && operator === '-');
  if (other === 'moment') return one === 'duration' && operator === '+';
  return one === other || (isPlain(one) && isPlain(other));
}

function checkProduct(product: ast.Binary, accept: ValidationAcceptor): void {
  const { left, right, operator } = product;
  if (operator === '/' && isZero(right)) {
    report(accept, 'division-by-zero', {}, { node: right });
    return;
  }
  const [one, other] = [unitOfExpression(left), unitOfExpression(right)];
  if (one === undefined || other === undefined) return;
  const amounts = isAmount(one) && isAmount(other);
  if (amounts && (operator === '/' || isPlain(one) || isPlain(other))) return;
  const parameters = { left: capital(describe(left)), right: describe(right), operator };
  report(accept, 'mixed-product', parameters, { node: product });
}

function isAmount(unit: Unit): boolean {
  return isPlain(unit) || unit === 'money' || unit === 'duration';
}

function isZero(expression: ast.Expression): boolean {
  const inner = bare(expression);
  if (ast.isNumberLiteral(inner) || ast.isPercentLiteral(inner)) return inner.value === 0;
  return (
    ast.isDurationLiteral(inner) &&
    parseDuration(inner.value)?.parts.every(({ amount }) => amount === 0) === true
  );
}

/** Whether two currencies meet, which is reported. */
export function checkCurrencies(
  left: ast.Expression | undefined,
  right: ast.Expression | undefined,
  accept: ValidationAcceptor,
  node: ast.Binary | ast.Expression,
): boolean {
  const [one, other] = [currencyOf(left), currencyOf(right)];
  if (one === undefined || other === undefined || one === other) return false;
  report(accept, 'mixed-currencies', { one, other }, { node });
  return true;
}

/** A KPI's target and baseline are in the currency of its formula, and of each other. */
export function checkKpiCurrencies(kpi: ast.Kpi, accept: ValidationAcceptor): void {
  const target = kpi.clauses.find(ast.isKpiTarget)?.value;
  const baseline = kpi.clauses.find(ast.isKpiBaseline)?.value;
  if (target && !checkCurrencies(kpi.formula, target, accept, target) && baseline)
    checkCurrencies(target, baseline, accept, baseline);
}

/** A number that is written where money is meant says its currency. Zero is zero in all of them. */
export function checkBareMoney(
  number: ast.Expression,
  money: ast.Expression,
  accept: ValidationAcceptor,
): boolean {
  const inner = bare(number);
  if (!ast.isNumberLiteral(inner) || inner.currency !== undefined || inner.value === 0) return false;
  if (unitOfExpression(money) !== 'money') return false;
  reportBareMoney(inner, accept);
  return true;
}

export function reportBareMoney(number: ast.NumberLiteral, accept: ValidationAcceptor): void {
  report(
    accept,
    'money-without-currency',
    { amount: textOf(number) },
    { node: number, fixes: currencyFixes(number, currenciesIn(number)) },
  );
}

function currenciesIn(node: ast.NumberLiteral): Set<string> {
  return new Set(
    AstUtils.streamAllContents(AstUtils.findRootNode(node))
      .filter(ast.isNumberLiteral)
      .flatMap(({ currency }) => (currency === undefined ? [] : [currency])),
  );
}

function describe(expression: ast.Expression): string {
  return describeValue(valueOf(expression));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
