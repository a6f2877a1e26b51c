import {
  type Argument,
  type Expression,
  type Journey,
  type JourneyModel,
  type Kpi,
  type Step,
  type Trigger,
} from '@journey/model';
import { automationsIn, stepsIn } from './automations.ts';

/** The expression and all inside it. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of operandsOf(expression)) yield* partsOf(part);
}

function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'field':
      return [expression.of];
    case 'call':
    case 'actionCall':
      return argumentValues(expression.arguments);
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

function argumentValues(given: readonly Argument[]): Expression[] {
  return given.flatMap(({ value, of, by, where }) => some([value, of, by, where]));
}

function some(expressions: readonly (Expression | undefined)[]): Expression[] {
  return expressions.filter((expression) => expression !== undefined);
}

/** The conditions that a step decides by. */
export function conditionsOf(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'if':
      return step.branches.map(({ condition }) => condition);
    case 'switch':
      return step.subject === undefined ? step.cases.map(({ condition }) => condition) : [];
    case 'repeat':
      return some([step.until]);
    case 'wait':
      return step.wait.kind === 'event' ? [step.wait.condition] : [];
    default:
      return [];
  }
}

/** What a step itself says, without its conditions and without the steps inside it. */
export function valuesOf(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'send':
      return some([...argumentValues(step.arguments), step.to]);
    case 'action':
    case 'run':
      return argumentValues(step.arguments);
    case 'let':
      return [step.value];
    case 'wait':
      return step.wait.kind === 'until' ? some([step.wait.moment, step.wait.zone]) : [];
    case 'at':
      return [step.moment.anchor];
    case 'switch':
      return step.subject === undefined
        ? []
        : [step.subject, ...step.cases.map(({ condition }) => condition)];
    case 'split':
      return some([step.by]);
    case 'forEach':
      return [step.list];
    case 'notify':
      return [step.text];
    default:
      return [];
  }
}

/** What starts something: its events, its date and its condition. */
export function expressionsOfTrigger(trigger: Trigger): Expression[] {
  const events = trigger.kind === 'events' ? trigger.events : [];
  const anchor = trigger.kind === 'date' ? trigger.anchor : undefined;
  return some([...events, anchor, trigger.where]);
}

/** Everything that the model's journeys, automations and segments say. */
export function expressionsIn(model: JourneyModel): Expression[] {
  return [
    ...model.segments.map(({ condition }) => condition),
    ...stepsIn(model).flatMap((step) => [...conditionsOf(step), ...valuesOf(step)]),
    ...automationsIn(model).flatMap(({ automation }) => automation.triggers.flatMap(expressionsOfTrigger)),
    ...model.journeys.flatMap((journey) => [
      ...[...journey.enter, ...journey.exits, ...journey.stages.flatMap(({ enter }) => enter)].flatMap(
        expressionsOfTrigger,
      ),
      ...journey.goals.flatMap(({ events, where }) => some([...events, where])),
      ...kpisOf(journey).map(({ formula }) => formula),
    ]),
  ];
}

function kpisOf(journey: Journey): Kpi[] {
  return [
    ...journey.kpis,
    ...journey.stages.flatMap(({ kpis, touchpoints }) => [
      ...kpis,
      ...touchpoints.flatMap((touchpoint) => touchpoint.kpis),
    ]),
  ];
}

/** Whether two parts of the model say the same, wherever they stand. */
export function same(one: unknown, other: unknown): boolean {
  return withoutSource(one) === withoutSource(other);
}

function withoutSource(part: unknown): string | undefined {
  return JSON.stringify(part, (key, value: unknown) => (key === 'source' ? undefined : value));
}
