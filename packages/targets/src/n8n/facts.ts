import type { Automation, Expression, Journey, JourneyModel, Lookup, Trigger } from '@journey/model';
import {
  allSteps,
  byId,
  connectorOf,
  eventsCarrying,
  expressionsOf,
  lookupsOf,
  partsAsked,
  segmentsWatched,
} from '@journey/model';
import { literal } from './javascript/literal.ts';
import { vendorOf } from './vendors/index.ts';

export type RecordOfSystem = Extract<Expression, { kind: 'record' }>;

/**
 * What a condition asks of a customer that isn't of its run: read from all that was kept of them, when the run is begun
 * and whenever the policy is asked.
 */
export interface Fact {
  readonly key: string;
  /** Its value, from `rows`, what was kept of the customer in order, and `now`. */
  readonly javascript: string;
}

/** @returns undefined where the expression is none, or nothing tells of it */
export function factOf(model: JourneyModel, expression: Expression): Fact | undefined {
  return expression.kind === 'record' ? recordFact(model, expression) : undefined;
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
export function eventsThatTell(model: JourneyModel, { system, record }: RecordOfSystem): readonly string[] {
  const connector = connectorOf(model, system);
  const own = connector && vendorOf(connector.id)?.events;
  return eventsCarrying(model, system, record).filter(
    (name) =>
      own?.[name] !== undefined ||
      connector?.events.find((event) => event.name === name)?.webhook !== undefined,
  );
}

/** What n8n can ask the system for the record by. */
export function lookupOf(model: JourneyModel, { system, record }: RecordOfSystem): Lookup | undefined {
  const own = vendorOf(connectorOf(model, system)?.id ?? '')?.actions;
  return lookupsOf(model, system, record).find(
    ({ action }) => action.request !== undefined || own?.[action.name] !== undefined,
  );
}

/** All that the journey decides by: what happens, and the steps of its automations. */
export function conditionsOfJourney(
  model: JourneyModel,
  journey: Journey,
  automations: readonly Automation[],
): readonly Expression[] {
  return [
    ...automations.flatMap(({ steps }) => [...allSteps(steps)].flatMap(expressionsOf)),
    ...conditionsOfCourse(model, journey, automations),
  ];
}

/** What events are judged by: the conditions of triggers and goals, and the segments that are looked at. */
export function conditionsOfCourse(
  model: JourneyModel,
  journey: Journey,
  automations: readonly Automation[],
): readonly Expression[] {
  const triggers: readonly Trigger[] = [
    ...automations.flatMap((automation) => automation.triggers),
    ...journey.enter,
    ...journey.exits,
    ...journey.stages.flatMap((stage) => stage.enter),
    ...[...journey.policy.unsubscribe, ...journey.policy.subscribe].map(({ trigger }) => trigger),
  ];
  const segments = new Set([...segmentsWatched(journey), ...journey.segments]);
  return [
    ...triggers.flatMap(({ where }) => where ?? []),
    ...journey.goals.flatMap(({ where }) => where ?? []),
    ...[...segments].flatMap((id) => byId(model.segments, id)?.condition ?? []),
  ];
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
export function factsAsked(model: JourneyModel, conditions: readonly Expression[]): readonly Fact[] {
  const facts = conditions.flatMap((condition) =>
    [...partsAsked(model, condition)].flatMap((part) => factOf(model, part) ?? []),
  );
  return [...new Map(facts.map((fact) => [fact.key, fact])).values()];
}

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
/** What conditions ask for that isn't of one run, from all that was kept of the customer in this journey. */
const factsOf = (rows, now) => ({
${entries.join('')}});
`;
}
