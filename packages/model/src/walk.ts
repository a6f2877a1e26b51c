import { isEventReference, type Argument, type EventReference, type Expression } from './expression.ts';
import type { Step, Wait } from './flow.ts';
import { byId, type JourneyModel } from './model.ts';
import type { Trigger } from './trigger.ts';

/** The lists of steps directly inside a step, in the order of the source. */
export function childSteps(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case 'wait':
      return step.wait.kind === 'event' ? [step.wait.onTimeout] : [];
    case 'at':
    case 'repeat':
    case 'forEach':
      return [step.steps];
    case 'if':
      return [
        ...step.branches.map((branch) => branch.steps),
        ...(step.otherwise ? [step.otherwise.steps] : []),
      ];
    case 'switch':
      return [...step.cases.map((branch) => branch.steps), ...(step.otherwise ? [step.otherwise.steps] : [])];
    case 'split':
    case 'parallel':
      return step.branches.map((branch) => branch.steps);
    case 'try':
      return [step.steps, step.onFailure];
    default:
      return [];
  }
}

/** Every step below, depth first in the order of the source. */
export function allSteps(steps: readonly Step[]): Step[] {
  const all: Step[] = [];
  addSteps(steps, all);
  return all;
}

function addSteps(steps: readonly Step[], all: Step[]): void {
  for (const step of steps) {
    all.push(step);
    for (const children of childSteps(step)) addSteps(children, all);
  }
}

/** The expression and all inside it. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of operandsOf(expression)) yield* partsOf(part);
}

/** The expressions directly inside it. */
export function operandsOf(expression: Expression): readonly Expression[] {
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

/** The events that an expression speaks of, however deep. */
export function eventsIn(expression: Expression): EventReference[] {
  return [...partsOf(expression)].filter(isEventReference);
}

/** The expression and all inside it, with what the segments say that it asks about. */
export function* partsAsked(
  model: JourneyModel,
  expression: Expression,
  asked: ReadonlySet<string> = new Set(),
): Generator<Expression> {
  for (const part of partsOf(expression)) {
    yield part;
    if (part.kind !== 'segment' || asked.has(part.segment)) continue;
    const condition = byId(model.segments, part.segment)?.condition;
    if (condition !== undefined) yield* partsAsked(model, condition, new Set([...asked, part.segment]));
  }
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
      return valuesOfWait(step.wait);
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
    default:
      return [];
  }
}

function valuesOfWait(wait: Wait): Expression[] {
  switch (wait.kind) {
    case 'until':
    case 'opening':
      return some([wait.zone]);
    case 'moment':
      return some([wait.moment.anchor, wait.zone]);
    case 'event':
      return some([wait.by?.anchor]);
    default:
      return [];
  }
}

/** All that a step itself says, without the steps inside it. */
export function expressionsOf(step: Step): readonly Expression[] {
  return [...conditionsOf(step), ...valuesOf(step)];
}

/** What starts something: its events, its dates and its condition. */
export function expressionsOfTrigger(trigger: Trigger): readonly Expression[] {
  switch (trigger.kind) {
    case 'events':
      return some([...trigger.events, trigger.where]);
    case 'date':
      return some([trigger.moment.anchor, trigger.zone, trigger.where]);
    case 'schedule': {
      const { recurrence } = trigger;
      return some([
        recurrence.kind === 'anniversary' ? recurrence.of : undefined,
        trigger.zone,
        trigger.where,
      ]);
    }
    default:
      return some([trigger.where]);
  }
}
