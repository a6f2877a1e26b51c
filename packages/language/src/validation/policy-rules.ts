import { AstUtils, GrammarUtils, type AstNode, type ValidationAcceptor } from 'langium';
import { remove, replace, tidied, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { say } from '../locale/speech.ts';

/** Rules of which one is enough: the last one counts. */
const SINGLE: readonly { readonly what: string; readonly is: (rule: AstNode) => boolean }[] = [
  { what: 'time zone', is: ast.isTimezone },
  { what: 'week', is: ast.isWorkWeek },
];

/** What a journey or a policy says more often than it can mean. */
export function checkRepeatedRules(owner: ast.Journey | ast.Policy, accept: ValidationAcceptor): void {
  const rules: readonly AstNode[] = ast.isJourney(owner) ? owner.members : owner.rules;
  for (const { what, is } of SINGLE) {
    for (const node of rules.filter(is).slice(0, -1))
      report(accept, 'rule-replaced', { what }, { node, fixes: removal(say`Remove this ${what}`, node) });
  }
  checkRepeatedConsent(
    rules.filter(ast.isConsent).flatMap(({ terms }) => terms),
    accept,
  );
}

function removal(title: string, node: AstNode, preferred = false): Fix[] {
  const range = node.$cstNode?.range;
  const { textDocument } = AstUtils.getDocument(node);
  return range ? [tidied(remove(title, range, preferred), textDocument)] : [];
}

function checkRepeatedConsent(terms: readonly ast.ConsentTerm[], accept: ValidationAcceptor): void {
  terms.forEach((term, index) => {
    const before = terms
      .slice(0, index)
      .find(({ category, topic }) => category === term.category && topic === term.topic);
    if (!before) return;
    const fixes = withoutTerm(term, before.basis === term.basis);
    report(accept, 'consent-twice', { category: term.category ?? term.topic ?? '' }, { node: term, fixes });
  });
}

/** Removes a term with its comma, or the rule that holds nothing else. */
function withoutTerm(term: ast.ConsentTerm, preferred: boolean): Fix[] {
  const title = say`Remove what is said again`;
  const { terms } = term.$container;
  const previous = terms[terms.indexOf(term) - 1]?.$cstNode;
  const end = term.$cstNode?.range.end;
  if (previous && end) return [remove(title, { start: previous.range.end, end }, preferred)];
  return terms.length === 1 ? removal(title, term.$container, preferred) : [];
}

/** Closed dates are dates. */
export function checkClosedDates(closed: ast.Closed, accept: ValidationAcceptor): void {
  closed.dates.forEach((date, index) => {
    if (isDate(date)) return;
    const range = GrammarUtils.findNodeForProperty(closed.$cstNode, 'dates', index)?.range;
    const meant = datesMeantBy(date);
    const fixes = range
      ? meant.map((each) => replace(say`Change to ${each}`, range, `"${each}"`, meant.length === 1))
      : [];
    report(accept, 'closed-date', { date }, { node: closed, property: 'dates', index, fixes });
  });
}

function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(year, month, day);
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1;
}

/** The dates that somebody who writes days or months first may have meant. */
function datesMeantBy(text: string): readonly string[] {
  const parts = text.trim().split(/[-/. ]+/);
  const numbers = parts.map(Number);
  const [one = 0, two = 0, three = 0] = numbers;
  if (parts.length !== 3 || numbers.some((part) => !Number.isInteger(part))) return [];
  const readings =
    parts[0]?.length === 4
      ? [[one, two, three] as const]
      : parts[2]?.length === 4
        ? [[three, two, one] as const, [three, one, two] as const]
        : [];
  const dates = readings
    .filter((reading) => exists(...reading))
    .map(([year, month, day]) =>
      [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
    );
  return [...new Set(dates)];
}
