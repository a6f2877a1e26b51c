import type { Expression, Hearing, JourneyModel, Lookup, Reckoning } from '@journey/model';
import {
  byId,
  connectorOf,
  COURSE_ENDS,
  eventName,
  eventsCarrying,
  formatDuration,
  lookupsOf,
  operandsOf,
  partsAsked,
  reckoningOf,
} from '@journey/model';
import { literal } from './javascript/literal.ts';
import { reckon } from './javascript/reckoning.ts';
import { luxonDuration } from './javascript/time.ts';
import { vendorOf } from './vendors/index.ts';

export type RecordOfSystem = Extract<Expression, { kind: 'record' }>;

/**
 * What a condition asks of a customer that isn't of its run: read from all that was kept of them, when the run is begun
 * and whenever the policy is asked.
 */
export interface Fact {
  readonly key: string;
  /** Its value, from `rows`, what was kept of the customer in order, `now`, and `about`: the `customer`, and all their `runs` and `kept` events. */
  readonly javascript: string;
}

/** @returns undefined where the expression is none, or nothing tells of it */
export function factOf(expression: Expression, scope: FactScope): Fact | undefined {
  if (expression.kind === 'record') return recordFact(scope.model, expression);
  if (expression.kind === 'underWay') return underWayFact(expression);
  const reckoning = reckoningOf(expression);
  return reckoning && reckoningFact(reckoning, scope);
}

function underWayFact({ of, id }: Extract<Expression, { kind: 'underWay' }>): Fact {
  const run = of === 'journey' ? 'row.journey' : 'parsed(row.call).run?.automation';
  return { key: `${of} ${id}`, javascript: `isUnderWay((row) => ${run} === ${literal(id)}, about)` };
}

/** Whether conditions ask who is under way, so that code that decides by facts must be given all runs and events. */
export function asksWhoIsUnderWay(facts: readonly Fact[]): boolean {
  return facts.some(({ javascript }) => javascript.startsWith('isUnderWay('));
}

/** Where a fact is asked for. */
export interface FactScope {
  readonly model: JourneyModel;
  /** Who is in a segment doesn't depend on the run that asks: all that was kept counts. */
  readonly inSegment: boolean;
  /** JavaScript for a condition on `event`, of which `about` is known. */
  readonly where: (condition: Expression) => string;
}

/** Without a time it is asked of the run, but for segments. */
function reckoningFact(reckoning: Reckoning, { inSegment, where }: FactScope): Fact | undefined {
  const { within, field, event } = reckoning;
  if (within === undefined && !inSegment) return undefined;
  const from = within === undefined ? 'null' : `now.minus(${literal(luxonDuration(within))})`;
  const filter = reckoning.where && where(reckoning.where);
  const key = [
    `${reckoning.function}(${[eventName(event), ...field].join('.')})`,
    ...(within === undefined ? [] : [`within ${formatDuration(within)}`]),
    ...(filter === undefined ? [] : [`where ${filter}`]),
  ].join(' ');
  return { key, javascript: reckon(`eventsSince(rows, ${from})`, reckoning, filter) };
}

/** What is kept of a customer when their system was asked for its record. */
export function lookedUp({ system, record }: RecordOfSystem): string {
  return `known:${system}.${record}`;
}

function recordFact(model: JourneyModel, expression: RecordOfSystem): Fact | undefined {
  const { system, record } = expression;
  const names = [
    ...eventsThatTell(model, expression).map((event) => `${system}.${event}`),
    ...(lookupOf(model, expression) === undefined ? [] : [lookedUp(expression)]),
  ];
  if (names.length === 0) return undefined;
  return { key: `${system}.${record}`, javascript: `recordOf(rows, ${literal(names)})` };
}

/** The system's events that carry the record and that n8n can be told of. */
function eventsThatTell(model: JourneyModel, { system, record }: RecordOfSystem): readonly string[] {
  const hears = hearing(model);
  return eventsCarrying(model, system, record).filter((event) => hears(system, event));
}

/** Which events n8n can be told of: those that it has a node for, and those that their system reports by webhook. */
export function hearing(model: JourneyModel): Hearing {
  return (system, name) => {
    const connector = connectorOf(model, system);
    return (
      vendorOf(connector?.id ?? '')?.events[name] !== undefined ||
      connector?.events.find((event) => event.name === name)?.webhook !== undefined
    );
  };
}

/** What n8n can ask the system for the record by. */
export function lookupOf(model: JourneyModel, { system, record }: RecordOfSystem): Lookup | undefined {
  const own = vendorOf(connectorOf(model, system)?.id ?? '')?.actions;
  return lookupsOf(model, system, record).find(
    ({ action }) => action.request !== undefined || own?.[action.name] !== undefined,
  );
}

/** The records of systems that conditions speak of, each once. */
export function recordsAsked(
  model: JourneyModel,
  conditions: readonly Expression[],
): readonly RecordOfSystem[] {
  const records = conditions.flatMap((condition) =>
    [...partsAsked(model, condition)].filter((part) => part.kind === 'record'),
  );
  return [...new Map(records.map((one) => [`${one.system}.${one.record}`, one])).values()];
}

/** The facts that a journey's conditions ask for, each once. */
export function factsAsked(conditions: readonly Expression[], scope: FactScope): readonly Fact[] {
  const facts = conditions.flatMap((condition) => [...factsIn(condition, scope)]);
  return [...new Map(facts.map((fact) => [fact.key, fact])).values()];
}

function* factsIn(
  expression: Expression,
  scope: FactScope,
  segments: readonly string[] = [],
): Generator<Fact> {
  const fact = factOf(expression, scope);
  if (fact !== undefined) yield fact;
  if (reckoningOf(expression) !== undefined) return;
  for (const part of operandsOf(expression)) yield* factsIn(part, scope, segments);
  if (expression.kind !== 'segment' || segments.includes(expression.segment)) return;
  const condition = byId(scope.model.segments, expression.segment)?.condition;
  const inside = { ...scope, inSegment: true };
  if (condition !== undefined) yield* factsIn(condition, inside, [...segments, expression.segment]);
}

const UNDER_WAY = `// A run that the goal or an exit has ended goes on to its next step, and does nothing there.
const isUnderWay = (of, { runs, kept }) => runs.some((row) => row.call && of(row) && !kept.some((one) =>
  one.journey === row.journey && ${literal([...COURSE_ENDS])}.includes(one.name) && (one.id ?? Infinity) > parsed(row.call).run.after
    && one.key !== parsed(row.call).run.event));
`;

/** JavaScript for `factsOf`, which code that decides by facts begins with; nothing where none are asked for. */
export function factsCode(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const entries = facts.map(({ key, javascript }) => `  ${literal(key)}: ${javascript},\n`);
  return `// A thing is known as its system last told of it.
const recordOf = (rows, names) => {
  const told = rows.filter((row) => names.includes(row.name))
    .sort((one, other) => DateTime.fromISO(one.at) - DateTime.fromISO(other.at))
    .map((row) => parsed(row.data)).filter(Boolean);
  const last = told.at(-1);
  return last && Object.assign(Object(), ...told.filter((one) => one.id === last.id));
};
const eventsSince = (rows, from) => rows.filter((row) => !from || DateTime.fromISO(row.at) > from)
  .map((row) => ({ name: row.name, at: row.at, data: parsed(row.data) }));
${asksWhoIsUnderWay(facts) ? UNDER_WAY : ''}/** What conditions ask for that isn't of one run, from all that was kept of the customer in this journey. */
const factsOf = (rows, now, about) => ({
${entries.join('')}});
`;
}
