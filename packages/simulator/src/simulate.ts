import type { Journey, JourneyModel } from '@journey/model';
import { byId } from '@journey/model';
import { Agenda } from './agenda.ts';
import { Customers, textOf, type Customer } from './customers.ts';
import { History, type Fields, type HistoryEntry, type OccurringEvent } from './history.ts';
import { JourneyInProgress, type World } from './journey-in-progress.ts';
import type { Answer, Deed } from './surroundings.ts';
import { readMoment } from './time/zoned.ts';

export interface SimulationOptions {
  /** Ids of journeys; all of the model's where nothing is said. */
  readonly journeys?: readonly string[];
  readonly events: readonly OccurringEvent[];
  /** ISO 8601. The clock starts with the first event, or here where it is said. */
  readonly from?: string;
  /** Until when the clock runs. */
  readonly until: string;
  /** What comes of a deed; everything succeeds and gives an empty record where nothing is said. */
  readonly answer?: (deed: Deed, at: number) => Answer;
  /** What the installation keeps under the names that the journey asks for. */
  readonly environment?: Fields;
}

export interface Simulation {
  /** In the order in which it happened. */
  readonly history: readonly HistoryEntry[];
  readonly customers: readonly Customer[];
}

/**
 * Carries journeys out on a virtual clock: the same model and options always give the same history.
 * @throws {RangeError} where an event or the end has no moment, or a journey isn't there
 */
export function simulate(model: JourneyModel, options: SimulationOptions): Simulation {
  const journeys = chosen(model, options.journeys);
  const zone = journeys[0]?.policy.timezone ?? 'UTC';
  const events = options.events.map((event) => ({ event, at: moment(event.at, zone) }));
  const start =
    options.from === undefined ? Math.min(...events.map(({ at }) => at)) : moment(options.from, zone);
  const agenda = new Agenda(Number.isFinite(start) ? start : 0);
  const end = moment(options.until, zone);

  const history = new History();
  const world: World = {
    model,
    agenda,
    end,
    history,
    customers: new Customers(model),
    environment: options.environment ?? {},
    answer: (deed) => options.answer?.(deed, agenda.now) ?? { result: {} },
    enter: (id, customer, key, given) =>
      inProgress.find(({ journey }) => journey.id === id)?.arrive(customer, key, given),
    isUnderWay: (customer, of, id) =>
      inProgress.some((one) =>
        of === 'journey' ? one.journey.id === id && one.isUnderWay(customer) : one.isUnderWay(customer, id),
      ),
  };
  const inProgress: readonly JourneyInProgress[] = journeys.map(
    (journey) => new JourneyInProgress(world, journey),
  );
  events.forEach(({ event, at }, index) => {
    agenda.add(at, () => {
      const found = world.customers.of(event);
      if (found === undefined) return;
      const key = `${event.name}:${event.id ?? (textOf(found.data['event_id']) || index)}`;
      for (const one of inProgress) one.happen({ name: event.name, key, at, ...found });
    });
  });
  agenda.runUntil(end);
  return { history: history.entries, customers: world.customers.all() };
}

function chosen(model: JourneyModel, ids: readonly string[] | undefined): readonly Journey[] {
  return (ids ?? model.journeys.map(({ id }) => id)).map((id) => {
    const journey = byId(model.journeys, id);
    if (journey === undefined) throw new RangeError(`There is no journey "${id}" here.`);
    return journey;
  });
}

function moment(text: string, zone: string): number {
  const read = readMoment(text, zone);
  if (read === undefined) throw new RangeError(`"${text}" is no moment: write one like 2027-03-28T16:00.`);
  return read;
}
