import {
  conditionsOf,
  nominalSeconds,
  type Expression,
  type Journey,
  type JourneyModel,
  type Step,
  type Trigger,
} from '@journey/model';
import { remove, type Fix } from '../../diagnostics/fix.ts';
import type { ModelCheck, TextOf } from '../check.ts';
import { automationsIn, stepsIn } from './automations.ts';
import { same } from './expressions.ts';
import { removeAfter, unwrap } from './places.ts';
import { say } from '../../locale/speech.ts';

/** Conditions that are the same for every customer. */
export const checkConstantConditions: ModelCheck = (model, find, textOf) => {
  for (const { condition, step } of conditionsIn(model)) {
    for (const { part, holds } of constantParts(condition)) {
      const fixes = step && part === condition ? withoutCondition(step, holds, textOf) : [];
      find('constant-condition', { holds }, part.source, fixes);
    }
  }
};

function conditionsIn(model: JourneyModel): { readonly condition: Expression; readonly step?: Step }[] {
  const triggers: Trigger[] = [
    ...automationsIn(model).flatMap(({ automation }) => automation.triggers),
    ...model.journeys.flatMap(triggersOf),
  ];
  return [
    ...stepsIn(model).flatMap((step) => conditionsOf(step).map((condition) => ({ condition, step }))),
    ...triggers.flatMap(({ where }) => (where ? [{ condition: where }] : [])),
    ...model.journeys.flatMap(({ goals }) =>
      goals.flatMap(({ where }) => (where ? [{ condition: where }] : [])),
    ),
  ];
}

function triggersOf({ enter, exits, stages }: Journey): Trigger[] {
  return [...enter, ...exits, ...stages.flatMap((stage) => stage.enter)];
}

/** The condition where it is constant, or else the parts of it that are. */
function constantParts(condition: Expression): { readonly part: Expression; readonly holds: boolean }[] {
  const holds = constant(condition);
  if (holds !== undefined) return [{ part: condition, holds }];
  if (condition.kind === 'unary') return constantParts(condition.operand);
  return condition.kind === 'binary' && isJunction(condition.operator)
    ? [...constantParts(condition.left), ...constantParts(condition.right)]
    : [];
}

function isJunction(operator: string): boolean {
  return operator === 'and' || operator === 'or';
}

/** Whether the condition always or never holds; undefined where that depends on the customer. */
function constant(condition: Expression): boolean | undefined {
  if (condition.kind === 'boolean') return condition.value;
  if (condition.kind === 'unary' && condition.operator === 'not') {
    const operand = constant(condition.operand);
    return operand === undefined ? undefined : !operand;
  }
  if (condition.kind !== 'binary') return undefined;
  const { operator, left, right } = condition;
  if (operator === 'and' || operator === 'or') return constantJunction(operator, left, right);
  const order = orderOf(left, right);
  return order === undefined ? undefined : COMPARISONS[operator]?.(order);
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function constantJunction(operator: 'and' | 'or', left: Expression, right: Expression): boolean | undefined {
  const parts = [constant(left), constant(right)];
  const decisive = operator === 'or';
  if (parts.includes(decisive)) return decisive;
  if (parts.every((part) => part === !decisive)) return !decisive;
  // Nothing is two things at once, and everything differs from one of two things.
  return excludeEachOther(left, right, operator === 'and' ? '==' : '!=') ? decisive : undefined;
}

function excludeEachOther(left: Expression, right: Expression, operator: '==' | '!='): boolean {
  if (left.kind !== 'binary' || right.kind !== 'binary') return false;
  const compareTheSame =
    left.operator === operator && right.operator === operator && same(left.left, right.left);
  const order = orderOf(left.right, right.right);
  return compareTheSame && order !== undefined && order !== 0;
}

/** Below 0 where the left one is less, above 0 where it is more, 0 where they are equal; undefined where only the customer's data tell. */
function orderOf(left: Expression, right: Expression): number | undefined {
  const [one, other] = [literalValue(left), literalValue(right)];
  if (one === undefined || other === undefined) return isStable(left) && same(left, right) ? 0 : undefined;
  if (one.unit !== other.unit) return undefined;
  if (one.value === other.value) return 0;
  return one.value < other.value ? -1 : 1;
}

function literalValue(
  expression: Expression,
): { readonly unit: string; readonly value: string | number } | undefined {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'percent':
    case 'date':
    case 'choice':
      return { unit: expression.kind, value: expression.value };
    case 'boolean':
      return { unit: 'boolean', value: Number(expression.value) };
    case 'money':
      return { unit: expression.currency, value: expression.amount };
    case 'duration':
      return { unit: 'duration', value: nominalSeconds(expression.duration) };
    case 'clock':
      return { unit: 'clock', value: expression.time.hour * 60 + expression.time.minute };
    default:
      return undefined;
  }
}

/** Whether the expression has the same value when it is read twice. */
function isStable(expression: Expression): boolean {
  if (expression.kind === 'field') return isStable(expression.of);
  return expression.kind === 'variable' || expression.kind === 'customer';
}

function withoutCondition(step: Step, holds: boolean, textOf: TextOf): Fix[] {
  const [branch] = step.kind === 'if' ? step.branches : [];
  if (step.kind !== 'if' || !branch || step.branches.length > 1 || step.otherwise) return [];
  return holds
    ? unwrap(say`Do it without the condition`, step, branch.steps, textOf)
    : [remove(say`Remove what is never done`, step.source)];
}

/** Branches that an earlier branch with the same condition takes everything from. */
export const checkRepeatedConditions: ModelCheck = (model, find) => {
  for (const step of stepsIn(model)) {
    const branches = step.kind === 'if' ? step.branches : step.kind === 'switch' ? step.cases : [];
    branches.forEach((branch, index) => {
      const before = branches[index - 1];
      if (!before || !branches.slice(0, index).some(({ condition }) => same(condition, branch.condition)))
        return;
      const fix = removeAfter(say`Remove the branch that is never taken`, before, branch);
      find('repeated-condition', {}, branch.condition.source, [fix]);
    });
  }
};

/** Branches whose customers are all taken by a wider one above: over 100 before over 200. */
export const checkCoveredConditions: ModelCheck = (model, find) => {
  for (const step of stepsIn(model)) {
    const branches = step.kind === 'if' ? step.branches : step.kind === 'switch' ? step.cases : [];
    branches.forEach(({ condition }, index) => {
      if (branches.slice(0, index).some((before) => isWider(before.condition, condition))) {
        find('covered-condition', {}, condition.source);
      }
    });
  }
};

/** Whether two comparisons of one value with a bound say that the first holds wherever the other one does. */
function isWider(one: Expression, other: Expression): boolean {
  if (one.kind !== 'binary' || other.kind !== 'binary') return false;
  const direction = one.operator.startsWith('>') ? 1 : one.operator.startsWith('<') ? -1 : 0;
  const isSameWay = other.operator === '==' || other.operator.startsWith(one.operator.charAt(0));
  if (direction === 0 || !isSameWay || !isStable(one.left) || !same(one.left, other.left)) return false;
  const order = orderOf(one.right, other.right);
  if (order === 0) return one.operator.endsWith('=') && one.operator !== other.operator;
  return order !== undefined && order * direction < 0;
}
