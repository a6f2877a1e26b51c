import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { nominalSeconds, parseDuration } from '@journey/model';
import { sourceText } from '../compile/expressions.ts';
import { insert, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { areComparable, currencyOf } from '../references/fits.ts';
import { refOf } from '../references/ref-of.ts';
import { nodesIn } from '../references/visit.ts';
import { bare, describeValue, functionName, unitOf, valueOf, type Unit } from '../references/values.ts';
import { rangeOf, removeNode, replaceNode, textOf } from './edits.ts';
import { conversions } from './unit-conversions.ts';
import { checkBareMoney } from './unit-mixing.ts';
import { say } from '../locale/speech.ts';

const MEASURABLE: ReadonlySet<Unit> = new Set(['number', 'ratio', 'percent', 'money', 'duration']);

/** Where the results of a function lie. */
const RANGES: Readonly<
  Record<string, { readonly what: string; readonly from: number; readonly to: number; readonly unit: string }>
> = {
  rate: { what: 'A rate', from: 0, to: 100, unit: '%' },
  csat: { what: 'The share of satisfied customers', from: 0, to: 100, unit: '%' },
  retention: { what: 'A retention rate', from: 0, to: 100, unit: '%' },
  churn: { what: 'A churn rate', from: 0, to: 100, unit: '%' },
  nps: { what: 'A net promoter score', from: -100, to: 100, unit: '' },
  count: { what: 'A number of events', from: 0, to: Infinity, unit: '' },
};

/** A formula measures something. */
export function checkFormula(kpi: ast.Kpi, accept: ValidationAcceptor): void {
  const formula = kpi.formula as ast.Expression | undefined;
  const value = valueOf(formula);
  const unit = unitOf(value);
  if (!formula || unit === undefined || MEASURABLE.has(unit)) return;
  const text = textOf(formula);
  const fixes =
    unit === 'event' ? replaceNode(say`Count it: count(${text})`, formula, `count(${text})`, true) : [];
  report(
    accept,
    'formula-no-measure',
    { name: kpi.name, given: describeValue(value) },
    { node: formula, fixes },
  );
}

/** What is counted is counted over some time. */
export function checkWindow(kpi: ast.Kpi, accept: ValidationAcceptor): void {
  const formula = kpi.formula as ast.Expression | undefined;
  const range = rangeOf(formula);
  if (!formula || !range || !kpi.name || kpi.window !== undefined || kpi.period !== undefined) return;
  const fixes = ['30d', 'quarter'].map((window): Fix =>
    insert(say`Add per ${window}`, range.end, ` per ${window}`),
  );
  const name = functionName(bare(formula)) ?? '';
  const place = { node: kpi, property: 'formula', fixes } as const;
  if (name === 'retention' || name === 'churn') report(accept, 'window-needed', { name }, place);
  else if (isTotal(formula)) report(accept, 'count-without-window', { name: kpi.name }, place);
}

/** Whether it grows with every event: a quotient of two counts does not. */
function isTotal(formula: ast.Expression): boolean {
  const inner = bare(formula);
  if (ast.isBinary(inner)) return inner.operator !== '/' && (isTotal(inner.left) || isTotal(inner.right));
  const name = functionName(inner);
  return name === 'count' || name === 'sum';
}

/** Target and baseline are of the formula's kind, and lie where it can be. */
export function checkTarget(kpi: ast.Kpi, accept: ValidationAcceptor): void {
  const formula = kpi.formula as ast.Expression | undefined;
  const target = kpi.clauses.find(ast.isKpiTarget);
  const baseline = kpi.clauses.find(ast.isKpiBaseline);
  if (!formula) return;
  const fits = [
    checkKind(formula, target?.value, 'target', accept),
    checkKind(formula, baseline?.value, 'baseline', accept),
  ];
  if (fits.includes(false)) return;
  checkRange(formula, target?.value, accept);
  checkBaseline(target, baseline, accept);
}

function checkKind(
  formula: ast.Expression,
  value: ast.Expression | undefined,
  what: 'target' | 'baseline',
  accept: ValidationAcceptor,
): boolean {
  if (!value) return true;
  const wanted = valueOf(formula);
  if (areComparable(formula, value)) {
    checkBareMoney(value, formula, accept);
    return true;
  }
  const unit = unitOf(wanted);
  if (unit === undefined || !MEASURABLE.has(unit)) return true;
  const fixes = [...conversions(value, unit), ...withoutPercent(value, unit)];
  const parameters = { what, wanted: describeValue(wanted), given: describeValue(valueOf(value)) };
  report(accept, 'target-of-other-kind', parameters, { node: value, fixes });
  return false;
}

function withoutPercent(value: ast.Expression, unit: Unit): Fix[] {
  const inner = bare(value);
  if (unit !== 'number' || !ast.isPercentLiteral(inner)) return [];
  const text = textOf(inner).replace('%', '');
  return replaceNode(say`Change to ${text}`, inner, text);
}

function checkRange(
  formula: ast.Expression,
  target: ast.Expression | undefined,
  accept: ValidationAcceptor,
): void {
  const range = RANGES[functionName(bare(formula)) ?? ''];
  const value = amountOf(target);
  if (!target || !range || value === undefined || (value >= range.from && value <= range.to)) return;
  const { what, unit } = range;
  const to = range.to === Infinity ? '' : `${range.to}${unit}`;
  const parameters = { what, from: `${range.from}${unit}`, to, target: textOf(target) };
  report(accept, 'target-out-of-range', parameters, { node: target });
}

function checkBaseline(
  target: ast.KpiTarget | undefined,
  baseline: ast.KpiBaseline | undefined,
  accept: ValidationAcceptor,
): void {
  const [wanted, start] = [amountOf(target?.value), amountOf(baseline?.value)];
  if (!target?.value || !baseline || wanted === undefined || start === undefined) return;
  if (currencyOf(target.value) !== currencyOf(baseline.value)) return;
  if (!meets(start, target.operator, wanted)) return;
  report(
    accept,
    'baseline-meets-target',
    { baseline: textOf(baseline.value), target: `${target.operator ?? ''} ${textOf(target.value)}` },
    { node: baseline, fixes: swapped(target.value, baseline.value) },
  );
}

function swapped(target: ast.Expression, baseline: ast.Expression): Fix[] {
  const edits = [
    ...replaceNode('', target, textOf(baseline)),
    ...replaceNode('', baseline, textOf(target)),
  ].flatMap((fix) => fix.edits);
  return textOf(target) === textOf(baseline) ? [] : [{ title: say`Swap target and baseline`, edits }];
}

function meets(value: number, operator: ast.KpiTarget['operator'], target: number): boolean {
  switch (operator) {
    case '>=':
      return value >= target;
    case '>':
      return value > target;
    case '<=':
      return value <= target;
    case '<':
      return value < target;
    default:
      return value === target;
  }
}

/** The amount that is written there, in its own unit. */
function amountOf(expression: ast.Expression | undefined): number | undefined {
  const inner = bare(expression);
  if (ast.isNumberLiteral(inner) || ast.isPercentLiteral(inner)) return inner.value;
  if (ast.isUnary(inner) && inner.operator === '-') {
    const amount = amountOf(inner.operand);
    return amount === undefined ? undefined : -amount;
  }
  const duration = ast.isDurationLiteral(inner) ? parseDuration(inner.value) : undefined;
  return duration && nominalSeconds(duration);
}

/** Nothing is compared with itself. */
export function checkQuotient(binary: ast.Binary, accept: ValidationAcceptor): void {
  if (binary.operator !== '/' || !AstUtils.getContainerOfType(binary, ast.isKpi)) return;
  const text = sourceText(bare(binary.left));
  if (text !== '' && !/^[\d.%]+$/.test(text) && text === sourceText(bare(binary.right)))
    report(accept, 'always-all', { text }, { node: binary });
}

export function checkRate(argument: ast.Argument, accept: ValidationAcceptor): void {
  const text = sourceText(argument.value);
  if (argument.of && !argument.condition && text !== '' && text === sourceText(argument.of))
    report(accept, 'always-all', { text }, { node: argument });
}

/** No KPI is computed from itself. */
export function checkCircles(journey: ast.Journey, accept: ValidationAcceptor): void {
  const own = nodesIn(journey, ast.isKpi);
  const needs = needsOf(own);
  for (const kpi of own) {
    const path = needs.has(kpi) ? pathBack(kpi, needs) : undefined;
    if (!path) continue;
    const through = path.map(({ name }) => `"${name}"`).join(say` and `);
    report(accept, 'kpi-circle', { name: kpi.name, through }, { node: kpi, property: 'formula' });
  }
}

type Needs = Map<ast.Kpi, readonly ast.Kpi[]>;

/** Which KPIs need which others, as far as circles are possible: those that need none are left out. */
function needsOf(kpis: readonly ast.Kpi[]): Needs {
  const needs: Needs = new Map();
  const neededBy = new Map<ast.Kpi, ast.Kpi[]>();
  const known = new Set(kpis);
  for (const kpi of known) {
    const needed = kpisIn(kpi);
    needs.set(kpi, needed);
    for (const other of needed) {
      known.add(other);
      neededBy.set(other, [...(neededBy.get(other) ?? []), kpi]);
    }
  }
  const open = new Map([...needs].map(([kpi, needed]) => [kpi, needed.length]));
  const done = [...known].filter((kpi) => open.get(kpi) === 0);
  for (const kpi of done) {
    needs.delete(kpi);
    for (const user of neededBy.get(kpi) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) done.push(user);
    }
  }
  return needs;
}

/** The KPIs on the shortest way from one back to itself; undefined where there is none. */
function pathBack(start: ast.Kpi, needs: Needs): ast.Kpi[] | undefined {
  const paths = new Map<ast.Kpi, ast.Kpi[]>([[start, []]]);
  for (const [kpi, path] of paths) {
    for (const next of needs.get(kpi) ?? []) {
      if (next === start) return path;
      if (!paths.has(next)) paths.set(next, [...path, next]);
    }
  }
  return undefined;
}

function kpisIn({ formula }: ast.Kpi): ast.Kpi[] {
  if (!(formula as ast.Expression | undefined)) return [];
  return AstUtils.streamAst(formula)
    .flatMap((node) => {
      const target = ast.isReference(node)
        ? refOf(node.target)
        : ast.isMember(node)
          ? refOf(node.member)
          : undefined;
      return ast.isKpi(target) ? [target] : [];
    })
    .toArray();
}

/** No two KPIs of a journey show the same number. */
export function checkSameKpis(journey: ast.Journey, accept: ValidationAcceptor): void {
  const first = new Map<string, ast.Kpi>();
  for (const kpi of nodesIn(journey, ast.isKpi)) {
    const formula = sourceText(kpi.formula);
    if (formula === '' || !kpi.name) continue;
    const key = `${formula} per ${kpi.window ?? kpi.period ?? ''}`;
    const other = first.get(key);
    if (!other) first.set(key, kpi);
    else {
      const line = (rangeOf(other)?.start.line ?? 0) + 1;
      const fixes = removeNode(say`Remove ${kpi.name}`, kpi);
      const place = { node: kpi, property: 'name', fixes } as const;
      report(accept, 'same-kpi', { name: kpi.name, other: other.name, line }, place);
    }
  }
}
