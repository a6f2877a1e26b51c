import type { Expression, Journey, JourneyModel, Weekday } from '@journey/model';
import { byId, connectorOf } from '@journey/model';
import type { Customer } from './customers.ts';
import type { Scope } from './expression.ts';
import type { Fields, HistoryEntry } from './history.ts';
import { weekdaysOf } from './time/calendar.ts';

/** A journey with all that its expressions are evaluated in. */
export interface Place {
  readonly model: JourneyModel;
  readonly journey: Journey;
  readonly zone: string;
  readonly workdays: readonly Weekday[];
  scope(customer: Customer, variables: Fields, seen: readonly HistoryEntry[]): Scope;
}

export function placeOf(
  model: JourneyModel,
  journey: Journey,
  now: () => number,
  environment: Fields,
): Place {
  const zone = journey.policy.timezone ?? 'UTC';
  const workdays = weekdaysOf(journey.policy.workWeek);
  const setting = (system: string, name: string): Expression | undefined => {
    const declared = connectorOf(model, system)?.settings.find((parameter) => parameter.name === name);
    return byId(model.systems, system)?.settings.find((one) => one.name === name)?.value ?? declared?.default;
  };
  return {
    model,
    journey,
    zone,
    workdays,
    scope: ({ fields }, variables, seen) => ({
      now: now(),
      zone,
      workdays,
      policy: journey.policy,
      customer: fields,
      variables,
      seen,
      environment,
      setting,
      segment: (id) => byId(model.segments, id)?.condition,
    }),
  };
}
