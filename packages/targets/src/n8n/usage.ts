import type {
  Automation,
  EventReference,
  Expression,
  Journey,
  JourneyModel,
  Kpi,
  Moment,
  Step,
  Trigger,
} from '@journey/model';
import { allSteps, automationsOf, connectorOf, isEventReference } from '@journey/model';

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

/** All expressions that stand in a step itself, not those of the steps inside it. */
export function expressionsOf(step: Step): Expression[] {
  const values = (list: readonly { readonly value: Expression }[]): Expression[] =>
    list.map(({ value }) => value);
  switch (step.kind) {
    case 'send':
      return [...present(step.to), ...values(step.arguments)];
    case 'action':
    case 'run':
      return values(step.arguments);
    case 'let':
      return [step.value];
    case 'wait':
      if (step.wait.kind === 'event') return [step.wait.condition];
      return step.wait.kind === 'until' ? [...present(step.wait.moment), ...present(step.wait.zone)] : [];
    case 'at':
      return [anchorOf(step.moment)];
    case 'if':
      return step.branches.map((branch) => branch.condition);
    case 'switch':
      return [...present(step.subject), ...step.cases.map((branch) => branch.condition)];
    case 'split':
      return present(step.by);
    case 'repeat':
      return present(step.until);
    case 'forEach':
      return [step.list];
    case 'notify':
      return [step.text];
    default:
      return [];
  }
}

/** The events that an expression speaks of, however deep. */
export function eventsIn(expression: Expression): EventReference[] {
  return isEventReference(expression) ? [expression] : parts(expression).flatMap(eventsIn);
}

/** Whether the expression or a part of it fits. */
export function someExpression(expression: Expression, fits: (part: Expression) => boolean): boolean {
  return fits(expression) || parts(expression).some((part) => someExpression(part, fits));
}

function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'field':
      return [expression.of];
    case 'call':
    case 'actionCall':
      return expression.arguments.flatMap((argument) => [
        argument.value,
        ...present(argument.of),
        ...present(argument.by),
        ...present(argument.where),
      ]);
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'between':
      return [expression.from, expression.to];
    default:
      return [];
  }
}

function anchorOf(moment: Moment): Expression {
  return moment.anchor;
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
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
