import type { Reckoning } from '@journey/model';
import { eventName } from '@journey/model';
import { literal, member } from './literal.ts';

/**
 * JavaScript for what is asked of a customer's events.
 * @param events JavaScript for a list of all there are, each with `name` and `data`
 * @param where JavaScript for whether `event` counts
 */
export function reckon(events: string, reckoning: Reckoning, where?: string): string {
  const isOne = `event.name === ${literal(eventName(reckoning.event))}`;
  const counts = `(event) => ${where === undefined ? isOne : `${isOne} && ${where}`}`;
  if (reckoning.function === 'happened') return `${events}.some(${counts})`;
  const counted = `${events}.filter(${counts})`;
  if (reckoning.function === 'count') return `${counted}.length`;
  const value = `event.data${reckoning.field.map((name) => member(name)).join('')}`;
  const values = `${counted}.map((event) => Number(${value}?.amount ?? ${value})).filter((value) => !Number.isNaN(value))`;
  return OF_VALUES[reckoning.function](values);
}

/** What there is none of is not less than anything. */
const OF_VALUES: Readonly<
  Record<Exclude<Reckoning['function'], 'happened' | 'count'>, (values: string) => string>
> = {
  sum: (values) => `${values}.reduce((sum, value) => sum + value, 0)`,
  average: (values) =>
    `[${values}].map((all) => all.length > 0 ? all.reduce((sum, value) => sum + value, 0) / all.length : undefined)[0]`,
  minimum: (values) => `${values}.sort((one, other) => one - other)[0]`,
  maximum: (values) => `${values}.sort((one, other) => other - one)[0]`,
};
