import { conditionsOfJourney } from './conditions.ts';
import { dateSource, eventName, eventsCarrying, WITHDRAWALS } from './course.ts';
import { isEventReference, type EventReference, type Expression } from './expression.ts';
import type { Automation, Step } from './flow.ts';
import type { Journey, Stage } from './journey.ts';
import { automationsOf } from './journey.ts';
import type { Kpi } from './kpi.ts';
import type { Moment } from './moment.ts';
import { byId, connectorOf, type JourneyModel } from './model.ts';
import type { Trigger } from './trigger.ts';
import { allSteps, eventsIn, expressionsOf, partsAsked } from './walk.ts';
import { measuredEvents, measuredOf } from './winner.ts';

export interface PlannedAutomation {
  readonly automation: Automation;
  readonly stage?: Stage;
}

/** The journey's own automations, then those outside of it that it runs, and that those run. */
export function automationsCarriedOut(model: JourneyModel, journey: Journey): readonly PlannedAutomation[] {
  const own = automationsOf(journey);
  const wanted = new Set<string>();
  const look = (automation: Automation): void => {
    for (const step of allSteps(automation.steps)) {
      if (step.kind !== 'run' || step.target.kind !== 'automation' || wanted.has(step.target.id)) continue;
      const target = byId(model.automations, step.target.id);
      if (target === undefined) continue;
      wanted.add(target.id);
      look(target);
    }
  };
  for (const { automation } of own) look(automation);
  const others = model.automations.filter(({ id }) => wanted.has(id));
  return [...own, ...others.map((automation) => ({ automation }))];
}

/** Whether a system's event can be heard of at all: a record is only known by those that can. */
export type Hearing = (system: string, event: string) => boolean;

const everything: Hearing = () => true;

/** The events that a journey's automations ask about while they run. */
export function eventsAskedAbout(
  model: JourneyModel,
  automations: readonly Automation[],
  hears: Hearing = everything,
): EventReference[] {
  return distinct(
    automations.flatMap((automation) =>
      [...allSteps(automation.steps)].flatMap((step) =>
        expressionsOf(step).flatMap((expression) => eventsAskedBy(model, expression, hears)),
      ),
    ),
  );
}

/** The events that may change what the expression comes to, those that tell of a record included. */
export function eventsAskedBy(
  model: JourneyModel,
  expression: Expression,
  hears: Hearing = everything,
): EventReference[] {
  const parts = [...partsAsked(model, expression)];
  return distinct(
    parts.flatMap((part) => {
      if (isEventReference(part)) return [part];
      if (part.kind !== 'record') return [];
      const { system, record, source } = part;
      return eventsCarrying(model, system, record)
        .filter((event) => hears(system, event))
        .map((event) => ({ kind: 'event', system, event, source }) as const);
    }),
  );
}

/** All events that somebody has to report to the journey: what starts, moves, ends, resumes and measures it. */
export function eventsNeeded(
  model: JourneyModel,
  journey: Journey,
  hears: Hearing = everything,
): EventReference[] {
  const automations = automationsCarriedOut(model, journey).map(({ automation }) => automation);
  const kpis: readonly Kpi[] = [
    ...journey.kpis,
    ...journey.stages.flatMap((stage) => [
      ...stage.kpis,
      ...stage.touchpoints.flatMap((point) => point.kpis),
    ]),
  ];
  return distinct([
    ...automations.flatMap((automation) => automation.triggers.flatMap(eventsOfTrigger)),
    ...journey.enter.flatMap(eventsOfTrigger),
    ...journey.stages.flatMap((stage) => stage.enter.flatMap(eventsOfTrigger)),
    ...journey.exits.flatMap(eventsOfTrigger),
    ...journey.goals.flatMap((goal) => goal.events),
    ...conditionsOfJourney(journey, automations).flatMap((condition) =>
      eventsAskedBy(model, condition, hears),
    ),
    ...automations.flatMap((automation) => eventsCompared(model, automation)),
    ...automations.flatMap((automation) => eventsOfMoments(model, automation)),
    ...kpis.flatMap((kpi) => eventsIn(kpi.formula)),
    ...datedEvents(model, [...journey.enter, ...automations.flatMap((automation) => automation.triggers)]),
    ...withdrawals(model, automations),
    ...[...journey.policy.unsubscribe, ...journey.policy.subscribe].flatMap(({ trigger }) =>
      eventsOfTrigger(trigger),
    ),
  ]);
}

/** What tells of the dates that triggers count from. */
function datedEvents(model: JourneyModel, triggers: readonly Trigger[]): EventReference[] {
  return triggers.flatMap((trigger) => {
    const dates = trigger.kind === 'date' ? dateSource(model, trigger.moment.anchor) : undefined;
    return (dates?.events ?? []).map(
      (event) => ({ kind: 'event', system: dates?.system ?? '', event, source: trigger.source }) as const,
    );
  });
}

/** By which customers take their consent back: heard of every system that sends them messages, whoever else asks. */
function withdrawals(model: JourneyModel, automations: readonly Automation[]): EventReference[] {
  const systems = automations.flatMap((automation) =>
    [...allSteps(automation.steps)].flatMap((step) =>
      step.kind === 'send' ? [byId(model.messages, step.message)?.system ?? ''] : [],
    ),
  );
  return [...new Set(systems)].flatMap((system) =>
    (connectorOf(model, system)?.events ?? [])
      .filter((event) => WITHDRAWALS.includes(event.name) && event.webhook !== undefined)
      .map((event) => ({ kind: 'event', system, event: event.name, source: event.source }) as const),
  );
}

/** What the anchor's system reports when its record changes: only of a record that the trigger brought. */
export function eventsThatMove(
  model: JourneyModel,
  automation: Automation,
  anchor: Expression,
): EventReference[] {
  if (anchor.kind !== 'field' || anchor.of.kind !== 'variable') return [];
  const name = anchor.of.name;
  const systems = automation.triggers
    .filter((trigger) => trigger.as === name)
    .flatMap(eventsOfTrigger)
    .flatMap((event) => (event.kind === 'event' ? [event.system] : []));
  return [...new Set(systems)].flatMap((system) =>
    (connectorOf(model, system)?.events ?? [])
      .filter((event) => event.name === 'moved' || event.name === 'cancelled')
      .map((event) => ({ kind: 'event', system, event: event.name, source: anchor.source }) as const),
  );
}

function eventsCompared(model: JourneyModel, { steps }: Automation): EventReference[] {
  return [...allSteps(steps)].flatMap((step) => {
    const message = step.kind === 'send' ? byId(model.messages, step.message) : undefined;
    if (message !== undefined) return measuredOf(message);
    return step.kind === 'split' ? measuredEvents(step) : [];
  });
}

function eventsOfMoments(model: JourneyModel, automation: Automation): EventReference[] {
  return [...allSteps(automation.steps)].flatMap((step) => {
    const moment = step.kind === 'at' ? step.moment : deadlineOf(step);
    return moment === undefined ? [] : eventsThatMove(model, automation, moment.anchor);
  });
}

function deadlineOf(step: Step): Moment | undefined {
  return step.kind === 'wait' && step.wait.kind === 'event' ? step.wait.by : undefined;
}

export function eventsOfTrigger(trigger: Trigger): readonly EventReference[] {
  return trigger.kind === 'events' ? trigger.events : [];
}

function distinct(events: readonly EventReference[]): EventReference[] {
  const seen = new Map<string, EventReference>();
  for (const event of events) {
    const key = eventName(event);
    if (!seen.has(key)) seen.set(key, event);
  }
  return [...seen.values()];
}
