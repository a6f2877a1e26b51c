import type { EventReference, Expression } from './expression.ts';
import { automationsOf, type Journey } from './journey.ts';
import type { JourneyModel } from './model.ts';
import type { CalendarDay, Moment, Recurrence } from './moment.ts';
import type { Trigger } from './trigger.ts';
import type { Automation } from './flow.ts';
import { reckoningOf } from './reckoning.ts';
import { allSteps, partsAsked } from './walk.ts';
import { formatClock, formatDuration, MONTHS, type Duration } from './time.ts';
import { connectorOf } from './model.ts';
import { isEventReference } from './expression.ts';

/**
 * The words in which a customer's course through a journey is told, whoever carries the journey out: what is kept is
 * found again by them, and what a simulation says can be held against it.
 */

/** The name by which an event is kept and looked for. */
export function eventName(event: EventReference): string {
  switch (event.kind) {
    case 'event':
      return `${event.system}.${event.event}`;
    case 'stageEvent':
      return `${event.stage}.${event.event}`;
    case 'engagement':
      return `${event.engagement}:${event.message}${event.link === undefined ? '' : ` ${event.link}`}`;
  }
}

/** What is noted of a journey's course; no system can report an event so named. */
export const COURSE_EVENTS = {
  goal: 'journey.goal_reached',
  exit: 'journey.exited',
  moved: 'journey.moved',
  /** Another journey, or a stage that is this journey, brings the customer here. */
  arrived: 'journey.arrived',
  /** A customer has come to a journey that takes only so many, and has come in, or has been turned away. */
  waits: 'journey.waits',
  entered: 'journey.entered',
  turnedAway: 'journey.turned_away',
  consented: 'journey.consented',
  /** A step asks for another automation. */
  asked: 'run.asked',
  started: 'run.started',
  refused: 'run.refused',
  stopped: 'run.stopped',
} as const;

/** What ends the journey for a customer. */
export const COURSE_ENDS: readonly string[] = [COURSE_EVENTS.goal, COURSE_EVENTS.exit];

/** Where somebody stands who has come to a journey that takes only so many, and isn't in it. */
export const OUTSIDE_THE_DOOR: readonly string[] = [COURSE_EVENTS.waits, COURSE_EVENTS.turnedAway];

/** What says where a customer stands to such a journey: the last of these. */
export const DOOR_EVENTS: readonly string[] = [...OUTSIDE_THE_DOOR, COURSE_EVENTS.entered, ...COURSE_ENDS];

/** Events by which a customer takes back the consent to be sent marketing, whatever system reports them. */
export const WITHDRAWALS: readonly string[] = ['unsubscribed', 'opted_out', 'complained'];

/** What is waited before a deed that failed for a passing reason is tried again; after the last it is put aside. */
export const BACK_OFF: readonly Duration[] = [
  { parts: [{ amount: 2, unit: 'm' }] },
  { parts: [{ amount: 15, unit: 'm' }] },
  { parts: [{ amount: 2, unit: 'h' }] },
];

/**
 * The names of the occurrences that a trigger waits for: events that somebody reports, and those that the clock, the
 * look at a segment or a person brings about.
 * @param owner the id of the automation, stage or journey that the trigger belongs to
 */
export function triggerNames(owner: string, trigger: Trigger): readonly string[] {
  switch (trigger.kind) {
    case 'events':
      return trigger.events.map(eventName);
    case 'date':
      return [dateEvent(trigger.moment)];
    case 'segment':
      return [segmentEvent(trigger.segment, trigger.change === 'joins' ? 'entered' : 'left')];
    case 'schedule':
      return [`schedule:${owner}`];
    // A person starts one automation; whoever calls, calls the journey.
    case 'manual':
      return [trigger.by === 'person' ? `manual:${owner}` : `called:${owner.split('.', 1).join('')}`];
  }
}

export function segmentEvent(segment: string, change: 'entered' | 'left'): string {
  return `segment ${segment}.${change}`;
}

/** `30d before policies.contract.end at 09:00` */
function dateEvent(moment: Moment): string {
  const anchor = pathOf(moment.anchor);
  const offset =
    moment.kind === 'relative' ? `${formatDuration(moment.offset)} ${moment.direction}` : 'on day of';
  const clock = 'clock' in moment ? ` at ${formatClock(moment.clock)}` : '';
  return `${moment.kind === 'exact' ? '' : `${offset} `}${anchor}${clock}`;
}

/** When a schedule comes round, in words: `monday, thursday at 09:00`. */
export function describeSchedule({ recurrence, at }: Extract<Trigger, { kind: 'schedule' }>): string {
  const days = describeRecurrence(recurrence);
  return at.length === 0 ? days : `${days} at ${at.map(formatClock).join(', ')}`;
}

function describeRecurrence(recurrence: Recurrence): string {
  switch (recurrence.kind) {
    case 'interval':
      return formatDuration(recurrence.every);
    case 'daily':
      return 'day';
    case 'businessDays':
      return 'weekday';
    case 'weekdays':
      return recurrence.weekdays.join(', ');
    case 'calendar':
      return `${recurrence.period} on ${recurrence.days.map(describeDay).join(', ')}`;
    case 'anniversary':
      return `${recurrence.period} on ${pathOf(recurrence.of)}`;
  }
}

function describeDay(day: CalendarDay): string {
  const month = day.month === undefined ? undefined : MONTHS[day.month - 1];
  if (day.kind === 'number') return month === undefined ? `day ${day.day}` : `${day.day} ${month}`;
  const what = `${day.ordinal} ${day.of === 'businessDay' ? 'weekday' : day.of}`;
  return month === undefined ? what : `${what} of ${month}`;
}

/**
 * The occurrences by which a customer comes into the journey: what it says, else what starts the automations of its
 * first stage that has any.
 */
export function entranceNames(journey: Journey): ReadonlySet<string> {
  const first = journey.stages.find((stage) => stage.automations.length > 0);
  const own = journey.enter.flatMap((trigger) => triggerNames(journey.id, trigger));
  const automations = first?.automations ?? journey.automations;
  return new Set(
    own.length > 0
      ? own
      : automations.flatMap(({ id, triggers }) => triggers.flatMap((trigger) => triggerNames(id, trigger))),
  );
}

/** What tells of the date that a trigger counts from: events that carry the thing with the date, and its field. */
export interface DateSource {
  readonly system: string;
  /** Names of the system's events that bring the thing, or news of it. */
  readonly events: readonly string[];
  readonly field: readonly string[];
}

/** @returns undefined where nothing ever tells of it */
export function dateSource(model: JourneyModel, anchor: Expression): DateSource | undefined {
  const field: string[] = [];
  let of = anchor;
  while (of.kind === 'field') {
    field.unshift(of.field);
    of = of.of;
  }
  if (of.kind !== 'event' && of.kind !== 'record') return undefined;
  const { system } = of;
  const own = of.kind === 'event' ? of.event : undefined;
  const all = connectorOf(model, system)?.events ?? [];
  const record = of.kind === 'record' ? of.record : all.find(({ name }) => name === own)?.record;
  const carrying = record === undefined ? [] : eventsCarrying(model, system, record);
  const events = all.map(({ name }) => name).filter((name) => name === own || carrying.includes(name));
  return events.length === 0 ? undefined : { system, events, field };
}

/** Whether it is the record whose date the trigger counts from, so that the thing itself comes with the trigger. */
export function bringsRecord(trigger: Trigger, expression: Expression): boolean {
  if (trigger.kind !== 'date' || expression.kind !== 'record') return false;
  let of = trigger.moment.anchor;
  while (of.kind === 'field') of = of.of;
  return of.kind === 'record' && of.system === expression.system && of.record === expression.record;
}

/** The names of the system's events that carry such a record: what it is known from. */
export function eventsCarrying(model: JourneyModel, system: string, record: string): readonly string[] {
  const name = nameOfRecord(record);
  return (connectorOf(model, system)?.events ?? [])
    .filter((event) => event.record !== undefined && nameOfRecord(event.record) === name)
    .map((event) => event.name);
}

/** `deal` of `pipedrive.deal`. */
function nameOfRecord(record: string): string {
  return record.split('.').at(-1) ?? record;
}

function pathOf(expression: Expression): string {
  if (isEventReference(expression)) return eventName(expression);
  if (expression.kind === 'field') return `${pathOf(expression.of)}.${expression.field}`;
  if (expression.kind === 'record') return `${expression.system}.${expression.record}`;
  return expression.kind === 'variable' ? expression.name : expression.kind;
}

/**
 * Whether what a wait is for may come about without an event that it names: whoever waits looks again at each event of
 * the customer's, and when a day begins.
 */
export function changesByItself(model: JourneyModel, condition: Expression): boolean {
  return [...partsAsked(model, condition)].some(
    (part) => CHANGING.has(part.kind) || (part.kind === 'call' && reckoningOf(part)?.within !== undefined),
  );
}

const CHANGING: ReadonlySet<Expression['kind']> = new Set([
  'segment',
  'underWay',
  'record',
  'now',
  'fromNow',
]);

/** Whether a day's beginning may mean something to the journey: to segments that it watches, or to who waits. */
export function looksDaily(
  model: JourneyModel,
  journey: Journey,
  automations: readonly Automation[],
): boolean {
  const waits = automations.flatMap(({ steps }) =>
    [...allSteps(steps)].flatMap((step) =>
      step.kind === 'wait' && step.wait.kind === 'event' ? [step.wait] : [],
    ),
  );
  return segmentsWatched(journey).size > 0 || waits.some((wait) => changesByItself(model, wait.condition));
}

/** The segments whose comings and goings mean something to the journey. */
export function segmentsWatched(journey: Journey): ReadonlySet<string> {
  const triggers = [
    ...automationsOf(journey).flatMap(({ automation }) => automation.triggers),
    ...journey.enter,
    ...journey.exits,
    ...journey.stages.flatMap(({ enter }) => enter),
  ];
  return new Set([
    ...triggers.flatMap((trigger) => (trigger.kind === 'segment' ? [trigger.segment] : [])),
    ...journey.goals.flatMap(({ segment }) => segment ?? []),
  ]);
}
