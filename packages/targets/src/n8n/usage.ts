import type {
  Automation,
  EventReference,
  Expression,
  Journey,
  JourneyModel,
  Kpi,
  Trigger,
} from '@journey/model';
import { allSteps, automationsOf, connectorOf, eventsIn, expressionsOf } from '@journey/model';

/** The events that a journey's automations ask about while they run. */
export function eventsAskedAbout(automations: readonly Automation[]): EventReference[] {
  return distinct(
    automations.flatMap((automation) =>
      [...allSteps(automation.steps)].flatMap((step) => expressionsOf(step).flatMap(eventsIn)),
    ),
  );
}

/** All events that somebody has to report to the journey: what starts, moves, ends, resumes and measures it. */
export function eventsNeeded(model: JourneyModel, journey: Journey): EventReference[] {
  const automations = automationsOf(journey).map(({ automation }) => automation);
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
    ...eventsAskedAbout(automations),
    ...automations.flatMap((automation) => eventsOfMoments(model, automation)),
    ...kpis.flatMap((kpi) => eventsIn(kpi.formula)),
  ]);
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

function eventsOfMoments(model: JourneyModel, automation: Automation): EventReference[] {
  return [...allSteps(automation.steps)].flatMap((step) =>
    step.kind === 'at' ? eventsThatMove(model, automation, step.moment.anchor) : [],
  );
}

export function eventsOfTrigger(trigger: Trigger): readonly EventReference[] {
  return trigger.kind === 'events' ? trigger.events : [];
}

function distinct(events: readonly EventReference[]): EventReference[] {
  const seen = new Map<string, EventReference>();
  for (const event of events) {
    const key =
      event.kind === 'event'
        ? `${event.system}.${event.event}`
        : event.kind === 'stageEvent'
          ? `${event.stage} ${event.event}`
          : `${event.engagement}:${event.message}`;
    if (!seen.has(key)) seen.set(key, event);
  }
  return [...seen.values()];
}
