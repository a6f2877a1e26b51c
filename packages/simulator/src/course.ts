import type { Automation, Journey, JourneyModel, LinkClick, Trigger } from '@journey/model';
import {
  automationsOf,
  bringsRecord,
  byId,
  byPriority,
  COURSE_ENDS,
  COURSE_EVENTS,
  dateSource,
  DOOR_EVENTS,
  entranceNames,
  eventName,
  isLink,
  OUTSIDE_THE_DOOR,
  segmentEvent,
  segmentsWatched,
  triggerNames,
} from '@journey/model';
import { textOf, type Customer } from './customers.ts';
import { evaluate, holds, type Scope } from './expression.ts';
import type { Fields, HistoryEntry } from './history.ts';
import { shift } from './time/calendar.ts';
import { momentFrom } from './moments.ts';
import { readMoment } from './time/zoned.ts';

/** Something that has happened, with the customer found. */
export interface Happening {
  readonly name: string;
  readonly key: string;
  readonly at: number;
  readonly customer: Customer;
  readonly data: Fields;
  /** The stage that a step moves to. */
  readonly stage?: string;
  /** The automation that a step runs. */
  readonly automation?: string;
  readonly why?: string;
  /** Only looked at: a day has passed, say. Nothing is kept of it itself. */
  readonly silent?: boolean;
}

export interface StartedRun {
  readonly automation: Automation;
  readonly id: string;
  readonly variables: Fields;
  /** The system that a variable's record came from. */
  readonly bound: Readonly<Record<string, string>>;
}

/** A moment that an event sets, so that something starts then; `at` undefined takes back one that was set. */
export interface Appointment {
  readonly name: string;
  readonly about: string;
  readonly at: number | undefined;
  readonly data: Fields;
}

export interface Consequences {
  readonly entries: readonly HistoryEntry[];
  readonly runs: readonly StartedRun[];
  readonly appointments: readonly Appointment[];
  /** Journeys that are a stage of this one, which the customer has come to. */
  readonly journeys: readonly string[];
}

export interface CourseInput {
  readonly model: JourneyModel;
  readonly journey: Journey;
  readonly zone: string;
  /** All that ever happened to the customer in this journey. */
  readonly past: readonly HistoryEntry[];
  scope(variables: Fields, seen: readonly HistoryEntry[]): Scope;
  /** The clicks on single links that mean something to the journey. */
  readonly clicks: readonly LinkClick[];
}

const NOTHING: Consequences = { entries: [], runs: [], appointments: [], journeys: [] };

/** What an event means to one journey. Nothing where it has been reported before. */
export function courseOf(happening: Happening, around: CourseInput): Consequences {
  const { journey, past, model, zone } = around;
  const { key, at, customer, data } = happening;
  if (past.some((entry) => entry.key === key && entry.name === happening.name)) return NOTHING;

  const entries: HistoryEntry[] = [];
  // What is asked sees the event itself, which is kept by then.
  const input: CourseInput = {
    ...around,
    scope: (variables, seen) => ({ ...around.scope(variables, seen), kept: [...past, ...entries] }),
  };
  const happens: string[] = [];
  const note = (name: string, more: Partial<HistoryEntry> = {}): void => {
    entries.push({ at, customer: customer.id, journey: journey.id, name, key, ...more });
  };
  const happen = (name: string): void => {
    note(name);
    happens.push(name);
  };
  if (!happening.silent) {
    note(happening.name, { data, ...(happening.why === undefined ? {} : { why: happening.why }) });
  }
  happens.push(happening.name, ...notedClicks(happening, input, note));

  const fits = (owner: string, trigger: Trigger): boolean =>
    isStartedBy({ happening, names: happens }, owner, trigger, input);

  lookAtSegments(input, [...past, ...entries], happen);
  const journeys = enterStage(happening, input, fits, happen);

  if (journey.exits.some((exit) => fits(journey.id, exit))) note(COURSE_EVENTS.exit, { why: happening.name });
  const goals = journey.goals.filter(
    (goal) =>
      (goal.events.some((event) => happens.includes(eventName(event))) ||
        (goal.segment !== undefined && happens.includes(segmentEvent(goal.segment, 'entered')))) &&
      (goal.where === undefined || holds(goal.where, input.scope({}, []))),
  );
  if (goals.length > 0) {
    const first = past.find(({ name }) => name === COURSE_EVENTS.started);
    const isInTime = goals.some(
      ({ within }) => within === undefined || first === undefined || at <= shift(first.at, within, zone),
    );
    note(COURSE_EVENTS.goal, isInTime ? {} : { why: 'after its window' });
  }
  const runs = startAutomations(bringing(happening, happens, input), input, note);
  return { entries, runs, appointments: appointmentsOf(happening, model, journey, zone), journeys };
}

/** A click on a link that the journey asks about is an event of its own besides. */
function notedClicks(
  { name, data }: Happening,
  { clicks }: CourseInput,
  note: (name: string, more: Partial<HistoryEntry>) => void,
): string[] {
  const address = data['link'];
  if (typeof address !== 'string') return [];
  const clicked = clicks.filter(({ of, link }) => of === name && isLink(link, address));
  for (const click of clicked) note(click.name, { data });
  return clicked.map((click) => click.name);
}

function lookAtSegments(
  input: CourseInput,
  past: readonly HistoryEntry[],
  happen: (name: string) => void,
): void {
  const { model, journey } = input;
  for (const id of segmentsWatched(journey)) {
    const condition = byId(model.segments, id)?.condition;
    const last = past.findLast(
      ({ name }) => name === segmentEvent(id, 'entered') || name === segmentEvent(id, 'left'),
    );
    const was = last?.name === segmentEvent(id, 'entered');
    const is = condition !== undefined && holds(condition, input.scope({}, past));
    if (is !== was) happen(segmentEvent(id, is ? 'entered' : 'left'));
  }
}

/** A customer is in one stage at a time; whoever comes where they are already has not come again. */
function enterStage(
  happening: Happening,
  { journey, past }: CourseInput,
  fits: (owner: string, trigger: Trigger) => boolean,
  happen: (name: string) => void,
): string[] {
  const current = past.findLast(({ name }) => journey.stages.some(({ id }) => name === `${id}.entered`));
  const target =
    happening.stage === undefined
      ? journey.stages.find((stage) => stage.enter.some((trigger) => fits(stage.id, trigger)))
      : byId(journey.stages, happening.stage);
  if (target === undefined || current?.name === `${target.id}.entered`) return [];
  if (current !== undefined) happen(current.name.replace(/\.entered$/, '.left'));
  happen(`${target.id}.entered`);
  return target.nestedJourney === undefined ? [] : [target.nestedJourney];
}

/** What may start automations: what happens now, or what brought somebody to the door who is let in now. */
interface Bringing {
  readonly happening: Happening;
  /** All that happened with it: a stage that was entered, say. */
  readonly names: readonly string[];
  readonly isLetIn?: boolean;
}

function bringing(happening: Happening, names: readonly string[], { past }: CourseInput): Bringing {
  if (happening.name !== COURSE_EVENTS.entered) return { happening, names };
  const asked = past.findLast(({ name }) => name === COURSE_EVENTS.waits)?.data as Asked | undefined;
  return { happening: { ...happening, ...asked?.happening }, names: asked?.names ?? [], isLetIn: true };
}

/** What is kept of somebody who waits at the door. */
interface Asked extends Fields {
  readonly happening: Pick<Happening, 'name' | 'data'>;
  readonly names: readonly string[];
}

/** What the customer did last at the journey's door, if anything; one that takes everybody has none. */
function standingOf({ entryLimits }: Journey, past: readonly HistoryEntry[]): string | undefined {
  if (entryLimits.length === 0) return COURSE_EVENTS.entered;
  return past.findLast(({ name }) => DOOR_EVENTS.includes(name))?.name;
}

/** Whether the trigger waits for what has happened. */
function isStartedBy(
  { happening, names }: Bringing,
  owner: string,
  trigger: Trigger,
  input: CourseInput,
): boolean {
  if (!triggerNames(owner, trigger).some((name) => names.includes(name))) return false;
  const { where } = trigger;
  if (where === undefined) return true;
  const scope = input.scope(broughtBy(trigger, happening.data, input), []);
  // What has the date comes with the trigger: which of several a customer has is then no question.
  return holds(where, {
    ...scope,
    record: (expression) => (bringsRecord(trigger, expression) ? happening.data : undefined),
  });
}

function startAutomations(
  bringing: Bringing,
  input: CourseInput,
  note: (name: string, more: Partial<HistoryEntry>) => void,
): StartedRun[] {
  const { journey, past, model } = input;
  const { key, data, name, automation: wanted } = bringing.happening;
  const asked = byId([...model.automations, ...automationsOf(journey).map((one) => one.automation)], wanted);
  if (asked !== undefined) {
    const run = { automation: asked, id: `${asked.id}@${key}`, variables: data, bound: {} };
    note(COURSE_EVENTS.started, { run: run.id, step: asked.id });
    return [run];
  }
  const standing = bringing.isLetIn ? COURSE_EVENTS.entered : standingOf(journey, past);
  const starts = byPriority(automationsOf(journey).map((one) => one.automation)).flatMap(
    (automation) => startOf(automation, bringing, input) ?? [],
  );
  const comes = starts.some(({ enters, why }) => enters && why === undefined);
  if (comes && standing !== COURSE_EVENTS.entered) {
    // Who waits already has come before.
    if (standing !== COURSE_EVENTS.waits)
      note(COURSE_EVENTS.waits, { data: { happening: { name, data }, names: bringing.names } });
    return [];
  }
  const runs: StartedRun[] = [];
  for (const { run, once, ...start } of starts) {
    const why = start.why ?? (standing && OUTSIDE_THE_DOOR.includes(standing) ? 'not let in' : undefined);
    const reason = why ?? once;
    note(why === undefined ? COURSE_EVENTS.started : COURSE_EVENTS.refused, {
      run: run.id,
      step: run.automation.id,
      ...(reason === undefined ? {} : { why: reason }),
    });
    if (why === undefined) runs.push(run);
  }
  return runs;
}

/** What an automation would start with, whether that brings the customer in, and why re-entry refuses it. */
function startOf(
  automation: Automation,
  { happening, ...bringing }: Bringing,
  input: CourseInput,
):
  | { readonly run: StartedRun; readonly enters: boolean; readonly why?: string; readonly once?: string }
  | undefined {
  const { name, data, key } = happening;
  const entrances = entranceNames(input.journey);
  const isEntrance = (trigger: Trigger): boolean =>
    triggerNames(automation.id, trigger).some((one) => entrances.has(one));
  const arrives = name === COURSE_EVENTS.arrived && automation.triggers.some(isEntrance);
  const trigger = automation.triggers.find((one) =>
    arrives ? isEntrance(one) : isStartedBy({ happening, ...bringing }, automation.id, one, input),
  );
  if (trigger === undefined) return undefined;
  const variables = broughtBy(trigger, data, input);
  const system = name.includes('.') && trigger.kind === 'events' ? name.split('.')[0] : undefined;
  const bound = trigger.as === undefined || system === undefined ? {} : { [trigger.as]: system };
  const enters = arrives || isEntrance(trigger);
  return {
    run: { automation, id: `${automation.id}@${key}`, variables, bound },
    enters,
    ...reentryOf(happening, input, automation, enters, variables, input.past),
  };
}

/** What the steps know from the start: what the trigger came with, by its name, or the values that somebody gave. */
function broughtBy(trigger: Trigger, data: Fields, input: CourseInput): Fields {
  if (trigger.kind !== 'manual') return trigger.as === undefined ? {} : { [trigger.as]: data };
  return Object.fromEntries(
    trigger.parameters.map(({ name, default: value }) => [
      name,
      data[name] ?? (value && evaluate(value, input.scope({}, []))),
    ]),
  );
}

/** Whether re-entry refuses the start; and, with `once per`, for what it was. */
function reentryOf(
  { at, data }: Happening,
  input: CourseInput,
  automation: Automation,
  enters: boolean,
  variables: Fields,
  past: readonly HistoryEntry[],
): { readonly why?: string; readonly once?: string } {
  const { journey, zone } = input;
  const { reentry } = journey;
  if (reentry === undefined) return {};
  const starts = past.filter(({ name, step }) => name === COURSE_EVENTS.started && step === automation.id);
  if (enters && reentry.atMost !== undefined && starts.length >= reentry.atMost) return { why: 're-entry' };
  if (reentry.kind === 'always') return {};
  if (reentry.kind === 'afterExit') {
    const last = starts.at(-1);
    const isOver = past.some(({ name, at: when }) => last && when >= last.at && COURSE_ENDS.includes(name));
    return enters && last !== undefined && !isOver ? { why: 're-entry' } : {};
  }
  const once =
    reentry.kind === 'oncePer'
      ? String(evaluate(reentry.key, { ...input.scope(variables, []), record: () => data }))
      : undefined;
  const isTooEarly = (entry: HistoryEntry): boolean =>
    reentry.kind !== 'after' || shift(entry.at, reentry.duration, zone) > at;
  const lastExit = past.findLast(({ name }) => name === COURSE_EVENTS.exit);
  if (lastExit !== undefined && isTooEarly(lastExit)) return { why: 'left the journey' };
  const before = past.findLast(
    ({ name, step, why }) =>
      name === COURSE_EVENTS.started && step === automation.id && (once === undefined || why === once),
  );
  if (enters && before !== undefined && isTooEarly(before)) return { why: 're-entry' };
  return once === undefined ? {} : { once };
}

function appointmentsOf(
  happening: Happening,
  model: JourneyModel,
  journey: Journey,
  zone: string,
): Appointment[] {
  const triggers = [
    ...journey.enter.map((trigger) => ({ owner: journey.id, trigger })),
    ...automationsOf(journey).flatMap(({ automation }) =>
      automation.triggers.map((trigger) => ({ owner: automation.id, trigger })),
    ),
  ];
  const found = new Map<string, Appointment>();
  for (const { owner, trigger } of triggers) {
    if (trigger.kind !== 'date') continue;
    const source = dateSource(model, trigger.moment.anchor);
    const event = source?.events.find((one) => `${source.system}.${one}` === happening.name);
    if (source === undefined || event === undefined) continue;
    const [name = ''] = triggerNames(owner, trigger);
    const value = source.field.reduce<unknown>(
      (part, field) =>
        typeof part === 'object' && part !== null
          ? Object.entries(part).find(([key]) => key === field)?.[1]
          : undefined,
      happening.data,
    );
    const anchor = typeof value === 'string' ? readMoment(value, zone) : undefined;
    const due = anchor === undefined ? undefined : momentFrom(trigger.moment, anchor, zone);
    const isOff = event === 'cancelled' || due === undefined || due <= happening.at;
    const about = textOf(happening.data['id']) || happening.customer.id;
    found.set(name, { name, about, at: isOff ? undefined : due, data: happening.data });
  }
  return [...found.values()];
}
