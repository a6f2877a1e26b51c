import type { Expression, Journey, JourneyModel, Weekday } from '@journey/model';
import { byId, connectorOf, lookupsOf } from '@journey/model';
import type { Customer } from './customers.ts';
import type { Scope } from './expression.ts';
import type { Fields, HistoryEntry } from './history.ts';
import type { Answer, Deed } from './surroundings.ts';
import { weekdaysOf } from './time/calendar.ts';

/** A journey with all that its expressions are evaluated in. */
export interface Place {
  readonly model: JourneyModel;
  readonly journey: Journey;
  readonly zone: string;
  readonly workdays: readonly Weekday[];
  scope(customer: Customer, variables: Fields, seen: readonly HistoryEntry[]): Scope;
}

/** What a place needs of the simulation around it. */
export interface PlaceSurroundings {
  readonly model: JourneyModel;
  readonly environment: Fields;
  now(): number;
  /** All that was kept of the customer, in every journey. */
  past(customer: Customer): readonly HistoryEntry[];
  answer(deed: Deed): Answer;
  isUnderWay(customer: Customer, of: 'journey' | 'automation', id: string): boolean;
}

export function placeOf(journey: Journey, around: PlaceSurroundings): Place {
  const { model, environment } = around;
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
    scope: (customer, variables, seen) => ({
      model,
      now: around.now(),
      zone,
      workdays,
      policy: journey.policy,
      customer: customer.fields,
      variables,
      seen,
      kept: around.past(customer).filter((entry) => entry.journey === journey.id),
      environment,
      lookUp: (system, record) => lookUp(customer, system, record, around),
      isUnderWay: (of, id) => around.isUnderWay(customer, of, id),
      setting,
      segment: (id) => byId(model.segments, id)?.condition,
    }),
  };
}

function lookUp(customer: Customer, system: string, record: string, around: PlaceSurroundings): unknown {
  const [lookup] = lookupsOf(around.model, system, record);
  if (lookup === undefined) return undefined;
  const answer = around.answer({
    kind: 'action',
    system,
    action: lookup.action.name,
    arguments: { [lookup.parameter]: customer.fields },
    customer: customer.id,
  });
  return 'result' in answer ? answer.result : undefined;
}
