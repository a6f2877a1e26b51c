import { AstUtils, type AstNode, type ValidationAcceptor } from 'langium';
import { propertyNode } from '../references/property-node.ts';
import { remove, replace, tidied, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { say } from '../locale/speech.ts';
import { exists, isDate, lengthInDays, LONGEST_CLOSURE } from '../references/closed-dates.ts';

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

/** Closed dates are dates, and a range of them ends after it begins, within a year. */
export function checkClosedDates(closed: ast.ClosedDates, accept: ValidationAcceptor): void {
  const { from, to } = closed;
  checkDate(closed, 'from', from, accept);
  if (to === undefined) return;
  checkDate(closed, 'to', to, accept);
  if (!isDate(from) || !isDate(to)) return;
  const days = lengthInDays(from, to);
  if (days < 1 || days > LONGEST_CLOSURE) reportRange(closed, from, to, accept);
}

function checkDate(
  node: ast.ClosedDates,
  property: 'from' | 'to',
  date: string,
  accept: ValidationAcceptor,
): void {
  if (isDate(date)) return;
  const range = propertyNode(node, property)?.range;
  const meant = datesMeantBy(date);
  const fixes = range
    ? meant.map((each) => replace(say`Change to ${each}`, range, `"${each}"`, meant.length === 1))
    : [];
  report(accept, 'closed-date', { date }, { node, property, fixes });
}

/** A range that is the wrong way round is turned; of one that is too long nobody knows what was meant. */
function reportRange(node: ast.ClosedDates, from: string, to: string, accept: ValidationAcceptor): void {
  const isReversed = to < from;
  const range = node.$cstNode?.range;
  const meant = `${to} - ${from}`;
  const isShort = lengthInDays(to, from) <= LONGEST_CLOSURE;
  const fixes = isReversed && isShort && range ? [replace(say`Change to ${meant}`, range, meant, true)] : [];
  report(accept, isReversed ? 'closed-backwards' : 'closed-for-long', { from, to }, { node, fixes });
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
