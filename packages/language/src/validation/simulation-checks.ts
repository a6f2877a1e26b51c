import type { ValidationAcceptor, ValidationChecks } from 'langium';
import { AstUtils } from 'langium';
import { nominalSeconds, parseDuration } from '@journey/model';
import { replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import * as ast from '../generated/ast.ts';
import type { JourneyAstType } from '../generated/ast.ts';
import { refOf } from '../references/ref-of.ts';
import { fieldsOfEvent, resolveType, typeOf } from '../references/types.ts';
import { propertyRange, rangeOf, removeNode, replaceNode, textOf } from './edits.ts';
import { contentsOf, eventKey, messageOfEvent } from './simulation-journeys.ts';
import { problemOf } from './unit-arguments.ts';
import { fixesFor } from './unit-conversions.ts';
import { say } from '../locale/speech.ts';

function timeOf({ date, time }: ast.Happening): string {
  return `${date} ${time.padStart(5, '0')}`;
}

function isTimed(line: ast.ScenarioLine): line is ast.Happening {
  return ast.isHappening(line) && Boolean(line.date) && Boolean(line.time);
}

/** Time goes one way. */
function checkOrder({ lines }: ast.Scenario, accept: ValidationAcceptor): void {
  let latest: ast.Happening | undefined;
  for (const line of lines.filter(isTimed)) {
    if (latest && timeOf(line) < timeOf(latest)) {
      const parameters = { at: timeOf(line), before: timeOf(latest) };
      report(accept, 'scenario-order', parameters, { node: line, fixes: swapped(latest, line) });
    } else latest = line;
  }
}

/** Neighbours may change places; what is expected in between belongs to the line above it. */
function swapped(above: ast.Happening, below: ast.Happening): Fix[] {
  if (above.$containerIndex !== (below.$containerIndex ?? 0) - 1) return [];
  const edits = [replaceNode('', above, textOf(below)), replaceNode('', below, textOf(above))].flatMap(
    (fixes) => fixes.flatMap((fix) => fix.edits),
  );
  return [{ title: say`Write the earlier one first`, edits, preferred: true }];
}

function checkExpectations(scenario: ast.Scenario, accept: ValidationAcceptor): void {
  const { lines, label } = scenario;
  const start = lines.find(isTimed);
  const expectations = lines.filter(ast.isExpectation);
  if (expectations.length === 0 && start)
    report(accept, 'scenario-without-expectation', { label }, { node: scenario, property: 'label' });
  for (const line of expectations) {
    const isFirst = !lines.slice(0, line.$containerIndex).some(isTimed);
    const day = line.on ?? line.date;
    const when = line.time === undefined ? day : `${day ?? ''} ${line.time.padStart(5, '0')}`;
    // A day's expectation may still be met later on that day.
    const begin = start && (line.time === undefined ? start.date : timeOf(start));
    if (isFirst) report(accept, 'expect-too-early', { when: '' }, { node: line });
    else if (when !== undefined && begin !== undefined && when < begin)
      report(accept, 'expect-too-early', { when }, { node: line });
  }
}

/** There is something to test, and what is expected can happen. */
function checkTested(scenario: ast.Scenario, accept: ValidationAcceptor): void {
  const journey = refOf(scenario.journey);
  if (!journey) return;
  const contents = contentsOf(journey);
  if (!contents.some(ast.isAutomation)) {
    const place = { node: scenario, property: 'journey' } as const;
    report(accept, 'scenario-without-automations', { journey: journey.name }, place);
    return;
  }
  const sent = new Set([
    ...contents.filter(ast.isSend).map(({ message }) => refOf(message)),
    ...contents.filter(ast.isMessageOverride).map(({ replacement }) => refOf(replacement)),
  ]);
  for (const line of scenario.lines.filter(ast.isExpectation)) {
    const message = refOf(line.message);
    if (!message || sent.has(message)) continue;
    const names = [...sent].flatMap((each) => each?.name ?? []);
    const near = suggest(message.name, names);
    const range = propertyRange(line, 'message');
    const fixes = near !== undefined && range ? [replace(say`Change to ${near}`, range, near)] : [];
    const parameters = { message: message.name, journey: journey.name };
    report(accept, 'expects-never-sent', parameters, { node: line, property: 'message', fixes });
  }
}

function checkScenarioNames(file: ast.File, accept: ValidationAcceptor): void {
  const first = new Map<string, ast.Scenario>();
  for (const scenario of file.declarations.filter(ast.isScenario)) {
    const other = first.get(scenario.label);
    if (!other) first.set(scenario.label, scenario);
    else {
      const line = (rangeOf(other)?.start.line ?? 0) + 1;
      report(
        accept,
        'scenario-twice',
        { label: scenario.label, line },
        { node: scenario, property: 'label' },
      );
    }
  }
}

/** What an event is given is among what it carries, and of its kind. */
function checkData(happening: ast.Happening, accept: ValidationAcceptor): void {
  const type = typeOf(happening.event);
  if (type.kind !== 'event') return;
  const fields = fieldsOfEvent(type.event);
  // `{ meeting: meeting }` says which meeting it is that was moved.
  const record = refOf(type.event.record)?.name;
  for (const entry of happening.data?.entries ?? []) {
    const field = fields.find(({ name }) => name === entry.key);
    if (field) checkEntry(entry, field, accept);
    else if (entry.key && entry.key !== record) reportUnknown(happening, entry, fields, accept);
  }
}

function reportUnknown(
  happening: ast.Happening,
  entry: ast.Entry,
  fields: readonly ast.Field[],
  accept: ValidationAcceptor,
): void {
  const suggestion = suggest(
    entry.key,
    fields.map(({ name }) => name),
  );
  const range = propertyRange(entry, 'key');
  const fixes =
    suggestion !== undefined && range ? [replace(say`Change to ${suggestion}`, range, suggestion, true)] : [];
  const parameters = { event: textOf(happening.event), name: entry.key, suggestion };
  report(accept, 'unknown-data', parameters, { node: entry, property: 'key', fixes });
}

function checkEntry({ key, value }: ast.Entry, field: ast.Field, accept: ValidationAcceptor): void {
  const wanted = resolveType(field.type);
  const misfit = value && problemOf(value, wanted, accept);
  if (misfit)
    report(accept, 'wrong-data', { name: key, ...misfit }, { node: value, fixes: fixesFor(value, wanted) });
}

/** Each event is assumed about once, and the journey looks at it. */
function checkAssumptions({ journey, assumptions }: ast.AssumptionSet, accept: ValidationAcceptor): void {
  const target = refOf(journey);
  const first = new Map<string, ast.Assumption>();
  const contents = target ? contentsOf(target) : [];
  const used = new Set(contents.map(eventKey));
  const sent = new Set(contents.filter(ast.isSend).map(({ message }) => refOf(message)));
  for (const assumption of assumptions) {
    const key = eventKey(assumption.event);
    if (key === undefined) continue;
    const event = textOf(assumption.event);
    const other = first.get(key);
    const fixes = removeAssumption(assumption);
    const message = messageOfEvent(assumption.event);
    if (other) {
      const line = (rangeOf(other)?.start.line ?? 0) + 1;
      report(accept, 'assumption-twice', { event, line }, { node: assumption, fixes });
    } else if (target && !used.has(key) && !(message && sent.has(message)))
      report(accept, 'assumption-unused', { event, journey: target.name }, { node: assumption, fixes });
    first.set(key, other ?? assumption);
  }
}

/** Removes the assumption, with the comma that parts it from its neighbours. */
function removeAssumption(assumption: ast.Assumption): Fix[] {
  const { assumptions } = assumption.$container;
  const index = assumption.$containerIndex ?? 0;
  const [previous, range, next] = [index - 1, index, index + 1].map((each) => rangeOf(assumptions[each]));
  if (!range) return [];
  const title = say`Remove this assumption`;
  const { textDocument } = AstUtils.getDocument(assumption);
  const before = previous && textDocument.getText({ start: previous.end, end: range.start });
  if (previous && before?.includes(',') && !before.includes('//'))
    return [replace(title, { start: previous.end, end: range.end }, '')];
  const after = next && textDocument.getText({ start: range.end, end: next.start });
  if (next && after?.includes(',') && !after.includes('//'))
    return [replace(title, { start: range.start, end: next.start }, '')];
  return removeNode(title, assumption);
}

/** A delay's shorter time comes first. */
function checkDelay(chance: ast.AssumedChance, accept: ValidationAcceptor): void {
  const { from, to } = chance;
  const [shorter, longer] = [from, to].map((text) => (text === undefined ? undefined : parseDuration(text)));
  if (from === undefined || to === undefined || !shorter || !longer) return;
  if (nominalSeconds(shorter) <= nominalSeconds(longer)) return;
  const [start, end] = [propertyRange(chance, 'from'), propertyRange(chance, 'to')];
  const fixes =
    start && end
      ? [replace(say`Change to ${to}..${from}`, { start: start.start, end: end.end }, `${to}..${from}`, true)]
      : [];
  report(accept, 'delay-reversed', { from, to }, { node: chance, property: 'from', fixes });
}

/** What is assumed and expected. */
export const simulationChecks: ValidationChecks<JourneyAstType> = {
  AssumedChance: checkDelay,
  AssumptionSet: checkAssumptions,
  File: checkScenarioNames,
  Happening: checkData,
  Scenario: [checkOrder, checkExpectations, checkTested],
};
