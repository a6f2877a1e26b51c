import { isEventReference, type EventReference, type Expression } from './expression.ts';
import type { Duration } from './time.ts';

/** What a condition may ask of one customer's events. */
export const RECKONINGS = ['happened', 'count', 'sum', 'average', 'minimum', 'maximum'] as const;
export type ReckoningFunction = (typeof RECKONINGS)[number];

/** A question about a customer's events: `count(shop.ordered, within: 90d)`, `sum(shop.ordered.total)`. */
export interface Reckoning {
  readonly function: ReckoningFunction;
  readonly event: EventReference;
  /** The field that is reckoned with, from the event on. */
  readonly field: readonly string[];
  /** Only those events count for which it holds; fields of the event in it are that one's. */
  readonly where?: Expression;
  /** Up to now; where nothing is said since the run began, and in a segment since the customer is known. */
  readonly within?: Duration;
}

/** @returns undefined where the expression asks for something else */
export function reckoningOf(expression: EventReference): Reckoning;
export function reckoningOf(expression: Expression): Reckoning | undefined;
export function reckoningOf(expression: Expression): Reckoning | undefined {
  if (isEventReference(expression)) return { function: 'happened', event: expression, field: [] };
  if (expression.kind !== 'call' || !isReckoning(expression.function)) return undefined;
  const [what, ...others] = expression.arguments;
  const field: string[] = [];
  let event = what?.value;
  while (event?.kind === 'field') {
    field.unshift(event.field);
    event = event.of;
  }
  if (what === undefined || event === undefined || !isEventReference(event)) return undefined;
  const within = others.find(({ name }) => name === undefined || name === 'within')?.value;
  if (within !== undefined && within.kind !== 'duration') return undefined;
  return {
    function: expression.function,
    event,
    field,
    ...(what.where === undefined ? {} : { where: what.where }),
    ...(within === undefined ? {} : { within: within.duration }),
  };
}

/** Whether the function is one that conditions ask by. */
export function isReckoning(name: string): name is ReckoningFunction {
  return (RECKONINGS as readonly string[]).includes(name);
}
