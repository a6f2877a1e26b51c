import type { Automation, Journey, JourneyModel, LinkClick, Trigger } from '@journey/model';
import {
  automationsOf,
  byId,
  COURSE_ENDS,
  COURSE_EVENTS,
  eventsNeeded,
  linkClicks,
  looksDaily,
  triggerNames,
} from '@journey/model';
import type { Agenda } from './agenda.ts';
import { courseOf, type Appointment, type Happening, type StartedRun } from './course.ts';
import type { Customer, Customers } from './customers.ts';
import { Door } from './policy/door.ts';
import { evaluate, holds, momentOf } from './expression.ts';
import type { Fields, History, HistoryEntry } from './history.ts';
import { placeOf, type Place } from './place.ts';
import { courseOfRun } from './run.ts';
import type { Course, Pause } from './run/run-state.ts';
import type { Answer, Deed } from './surroundings.ts';
import { nextOccurrence, type ScheduleScope } from './time/schedule.ts';
import { shiftDays, startOfDay } from './time/calendar.ts';

/** What all journeys of a simulation share. */
export interface World {
  readonly model: JourneyModel;
  readonly agenda: Agenda;
  /** When the simulation ends. */
  readonly end: number;
  readonly history: History;
  readonly customers: Customers;
  readonly environment: Fields;
  answer(deed: Deed): Answer;
  enter(journey: string, customer: Customer, key: string, given?: Fields): void;
  isUnderWay(customer: Customer, of: 'journey' | 'automation', id: string): boolean;
}

interface SleepingRun {
  readonly automation: string;
  readonly course: Course;
  pause: Pause | undefined;
  isDone: boolean;
  /** Whether the goal or an exit was reached since it began: it ends at its next step. */
  isOver(): boolean;
}

/** One journey while the clock runs: who is where in it, and who sleeps. */
export class JourneyInProgress {
  readonly journey: Journey;
  readonly #world: World;
  readonly #place: Place;
  readonly #runs = new Map<string, SleepingRun[]>();
  readonly #appointments = new Map<string, Appointment>();
  readonly #door: Door | undefined;
  readonly #clicks: readonly LinkClick[];

  constructor(world: World, journey: Journey) {
    this.#world = world;
    this.journey = journey;
    this.#clicks = linkClicks(eventsNeeded(world.model, journey));
    this.#place = placeOf(journey, {
      model: world.model,
      environment: world.environment,
      now: () => world.agenda.now,
      past: ({ id }) => world.history.of(id),
      answer: (deed) => world.answer(deed),
      isUnderWay: (customer, of, id) => world.isUnderWay(customer, of, id),
    });
    if (journey.entryLimits.length > 0) this.#door = new Door(journey, this.#place.zone);
    for (const { automation } of automationsOf(journey)) {
      for (const trigger of automation.triggers) {
        if (trigger.kind !== 'schedule') continue;
        if (trigger.zone || trigger.recurrence.kind === 'anniversary')
          this.#scheduleForEach(automation, trigger);
        else this.#schedule(automation, trigger);
      }
    }
    const automations = automationsOf(journey).map(({ automation }) => automation);
    if (looksDaily(world.model, journey, [...automations, ...world.model.automations])) this.#lookDaily();
  }

  /** Something happened to a customer: notes what follows, wakes who waited for it and starts what it starts. */
  happen(happening: Happening): void {
    const { customer } = happening;
    const { entries, runs, appointments, journeys } = courseOf(happening, {
      model: this.#world.model,
      journey: this.journey,
      zone: this.#place.zone,
      past: this.#pastOf(customer),
      clicks: this.#clicks,
      scope: (variables, seen) => this.#place.scope(customer, variables, seen),
    });
    this.#world.history.add(...entries);
    if (entries.length === 0 && !happening.silent) return;
    for (const appointment of appointments) this.#appoint(customer, appointment);
    for (const sleeping of [...(this.#runs.get(customer.id) ?? [])]) {
      if (sleeping.pause?.wakes) this.#advance(sleeping);
    }
    for (const run of runs) this.#start(customer, run, entries);
    for (const journey of journeys) this.#world.enter(journey, customer, happening.key);
    if (this.#door) this.#lookAtDoor(this.#door, entries);
  }

  #lookAtDoor(door: Door, entries: readonly HistoryEntry[]): void {
    const { agenda } = this.#world;
    for (const entry of entries) door.note(entry);
    const look = (): void => {
      const { admitted, turnedAway, next } = door.look(agenda.now);
      for (const customer of admitted) this.#atDoor(COURSE_EVENTS.entered, customer);
      for (const customer of turnedAway) this.#atDoor(COURSE_EVENTS.turnedAway, customer);
      if (next !== undefined) agenda.add(next, look);
    };
    agenda.add(agenda.now, look);
  }

  #atDoor(name: string, id: string): void {
    const { agenda, customers } = this.#world;
    const customer = byId(customers.all(), id);
    const asked = customer && this.#pastOf(customer).findLast((entry) => entry.name === COURSE_EVENTS.waits);
    if (asked) this.happen({ name, key: asked.key, at: agenda.now, customer, data: {} });
  }

  /** Whether the customer is under way here, in that automation or in any. */
  isUnderWay(customer: Customer, automation?: string): boolean {
    return (this.#runs.get(customer.id) ?? []).some(
      (run) => !run.isDone && !run.isOver() && (automation === undefined || run.automation === automation),
    );
  }

  /** Another journey brings the customer here. */
  arrive(customer: Customer, key: string, given: Fields = {}): void {
    this.happen({
      name: COURSE_EVENTS.arrived,
      key,
      at: this.#world.agenda.now,
      customer,
      data: { ...customer.fields, ...given },
    });
  }

  #start(customer: Customer, started: StartedRun, beginning: readonly HistoryEntry[]): void {
    const { agenda, history } = this.#world;
    const before = history.of(customer.id).length;
    const own = new Set(beginning);
    const since = (): readonly HistoryEntry[] =>
      history
        .of(customer.id)
        .slice(before)
        .filter((entry) => entry.journey === this.journey.id && !own.has(entry));
    const course = courseOfRun({
      place: this.#place,
      customer,
      started,
      now: () => agenda.now,
      past: () => history.of(customer.id),
      everybody: () => history.entries.filter(({ journey }) => journey === this.journey.id),
      since,
      note: (name, more) => {
        history.add({
          at: agenda.now,
          customer: customer.id,
          journey: this.journey.id,
          name,
          key: '',
          ...more,
        });
      },
      answer: (deed) => this.#answer(customer, deed),
      report: (name, key, more) => {
        // Not before the step is over: what it brings about is nothing that the step itself waits for.
        agenda.add(agenda.now, () => this.happen({ name, key, at: agenda.now, customer, data: {}, ...more }));
      },
      enter: (journey, key, given) =>
        agenda.add(agenda.now, () => this.#world.enter(journey, customer, key, given)),
    });
    const sleeping: SleepingRun = {
      automation: started.automation.id,
      course,
      pause: undefined,
      isDone: false,
      isOver: () => since().some(({ name }) => COURSE_ENDS.includes(name)),
    };
    this.#runs.set(customer.id, [...(this.#runs.get(customer.id) ?? []), sleeping]);
    agenda.add(agenda.now, () => this.#advance(sleeping));
  }

  #advance(sleeping: SleepingRun): void {
    sleeping.pause = undefined;
    const { done, value } = sleeping.course.next();
    if (done) {
      sleeping.isDone = true;
      return;
    }
    sleeping.pause = value;
    if (value.until === undefined) return;
    const wake = (): void => {
      if (sleeping.pause === value) this.#advance(sleeping);
    };
    this.#world.agenda.add(value.until, wake, value.precedence);
  }

  /** What a system calls a thing that it made for a customer leads its later reports to them. */
  #answer(customer: Customer, deed: Deed): Answer {
    const answer = this.#world.answer(deed);
    if (deed.kind === 'action' && 'result' in answer) {
      const { result } = answer;
      const id =
        typeof result === 'object' && result !== null && 'id' in result ? String(result.id) : undefined;
      const system = byId(this.#world.model.systems, deed.system);
      const action = byId(this.#world.model.connectors, system?.connector)?.actions.find(
        ({ name }) => name === deed.action,
      );
      if (id !== undefined && action?.returns?.kind === 'record') {
        const record = action.returns.record.split('.').at(-1) ?? '';
        this.#world.customers.link(customer, `${deed.system}.${record}:${id}`);
      }
    }
    return answer;
  }

  #appoint(customer: Customer, appointment: Appointment): void {
    const id = `${appointment.name} ${appointment.about}`;
    this.#appointments.set(id, appointment);
    const { at, name, data } = appointment;
    if (at === undefined) return;
    this.#world.agenda.add(at, () => {
      if (this.#appointments.get(id) !== appointment) return;
      this.happen({ name, key: `${id} ${new Date(at).toISOString()}`, at, customer, data });
    });
  }

  #schedule(automation: Automation, trigger: Extract<Trigger, { kind: 'schedule' }>): void {
    const { agenda, end } = this.#world;
    const [name = ''] = triggerNames(automation.id, trigger);
    const start = agenda.now;
    const next = (): void => {
      const at = nextOccurrence(trigger, start, agenda.now, this.#place);
      if (at === undefined || at > end) return;
      agenda.add(at, () => {
        const key = `${name} ${new Date(at).toISOString()}`;
        for (const customer of this.#onTheJourney()) this.happen({ name, key, at, customer, data: {} });
        next();
      });
    };
    next();
  }

  /** What depends on the customer, a zone or an anniversary, is reckoned for each when a day begins. */
  #scheduleForEach(automation: Automation, trigger: Extract<Trigger, { kind: 'schedule' }>): void {
    const { agenda, end } = this.#world;
    const [name = ''] = triggerNames(automation.id, trigger);
    const start = agenda.now;
    const plan = (): void => {
      const tomorrow = shiftDays(startOfDay(agenda.now, this.#place.zone), 1, this.#place.zone);
      for (const customer of this.#onTheJourney()) {
        const at = nextOccurrence(trigger, start, agenda.now, this.#scheduleScope(customer, trigger));
        if (at === undefined || at > Math.min(tomorrow, end)) continue;
        agenda.add(at, () => {
          const key = `${name} ${new Date(at).toISOString()}`;
          if (this.#onTheJourney().includes(customer)) this.happen({ name, key, at, customer, data: {} });
        });
      }
      if (tomorrow <= end) agenda.add(tomorrow, plan);
    };
    plan();
  }

  #scheduleScope(
    customer: Customer,
    { zone, recurrence }: Extract<Trigger, { kind: 'schedule' }>,
  ): ScheduleScope {
    const scope = this.#place.scope(customer, {}, []);
    const written = zone && evaluate(zone, scope);
    const date = recurrence.kind === 'anniversary' ? momentOf(recurrence.of, scope) : undefined;
    return {
      zone: typeof written === 'string' ? written : this.#place.zone,
      workdays: this.#place.workdays,
      ...(date === undefined ? {} : { anniversary: date }),
    };
  }

  /** Time alone can bring somebody into a segment: it is looked at when a day begins. */
  #lookDaily(): void {
    const { agenda, end } = this.#world;
    const at = shiftDays(startOfDay(agenda.now, this.#place.zone), 1, this.#place.zone);
    if (at > end) return;
    agenda.add(at, () => {
      for (const customer of this.#world.customers.all()) {
        this.happen({ name: 'day', key: `day ${at}`, at, customer, data: {}, silent: true });
      }
      this.#lookDaily();
    });
  }

  /** Those in the journey's segments where it names some; and nobody who has left it or reached its goal. */
  #onTheJourney(): readonly Customer[] {
    return this.#world.customers.all().filter((customer) => {
      const past = this.#pastOf(customer);
      if (past.some(({ name }) => COURSE_ENDS.includes(name))) return false;
      const { segments } = this.journey;
      return (
        segments.length === 0 ||
        segments.some((id) => {
          const condition = byId(this.#world.model.segments, id)?.condition;
          return condition !== undefined && holds(condition, this.#place.scope(customer, {}, past));
        })
      );
    });
  }

  #pastOf(customer: Customer): readonly HistoryEntry[] {
    return this.#world.history.of(customer.id).filter(({ journey }) => journey === this.journey.id);
  }
}
