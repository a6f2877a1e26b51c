import type { Branch, Message, Step, StepOf, Trigger, Wait } from '@journey/model';
import {
  BACK_OFF,
  byId,
  COURSE_ENDS,
  COURSE_EVENTS,
  eventName,
  eventsIn,
  hoursFor,
  outletsOf,
  splitName,
  triggerNames,
} from '@journey/model';
import { evaluate, evaluateArguments, holds, type Scope } from './expression.ts';
import type { HistoryEntry } from './history.ts';
import type { Precedence } from './agenda.ts';
import { DEFAULT_PAUSE, endOfWait, momentOfAt, zoneOf } from './moments.ts';
import { draw } from './policy/draw.ts';
import { depart } from './policy/winner.ts';
import { nextOpening } from './policy/hours.ts';
import { refusal } from './policy/refusal.ts';
import { followRecords, isCancelled } from './records.ts';
import type { Deed, Surroundings } from './surroundings.ts';
import { shift } from './time/calendar.ts';

/** Until when a run sleeps, and whether something that happens to its customer wakes it before. */
export interface Pause {
  readonly until: number | undefined;
  readonly wakes: boolean;
  /** Of a message that waits to be sent, against others that wait for the same moment. */
  readonly precedence?: Precedence;
}

/** A run goes on from pause to pause; what it gives in the end is whether the steps after it are still done. */
export type Course = Generator<Pause, 'goes on' | 'ends', void>;

/** The goal or an exit was reached, or a step of another branch stopped the run. */
class RunIsOver extends Error {}
class DeedFailed extends Error {}

/** What differs between the branches of a run. */
interface Frame {
  variables: Record<string, unknown>;
  /** The moment that the run has come to, whatever a message had to wait for on the way. */
  due: number;
  readonly turns: Readonly<Record<string, number>>;
  readonly loops: readonly string[];
  readonly isTried: boolean;
}

/** One customer's way through an automation's steps. */
export class Run {
  readonly #around: Surroundings;
  readonly #done = new Map<string, unknown>();
  #hasStopped = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  *course(): Course {
    const { started } = this.#around;
    const frame: Frame = {
      variables: { ...started.variables },
      due: this.#around.now(),
      turns: {},
      loops: [],
      isTried: false,
    };
    try {
      return yield* this.#steps(started.automation.steps, frame);
    } catch (error) {
      if (error instanceof RunIsOver || error instanceof DeedFailed) return 'ends';
      throw error;
    }
  }

  *#steps(steps: readonly Step[], frame: Frame): Course {
    for (const step of steps) {
      const outcome = yield* this.#step(step, frame);
      if (outcome === 'ends') return outcome;
    }
    return 'goes on';
  }

  *#step(step: Step, frame: Frame): Course {
    switch (step.kind) {
      case 'send':
        return yield* this.#send(step, frame);
      case 'action':
        return yield* this.#action(step, frame);
      case 'let':
        frame.variables[step.name] = evaluate(step.value, this.#scope(frame));
        return 'goes on';
      case 'wait':
        return step.wait.kind === 'event'
          ? yield* this.#waitForEvent(step, step.wait, frame)
          : yield* this.#wait(step, step.wait, frame);
      case 'at':
        return yield* this.#at(step, frame);
      case 'if':
        return yield* this.#branch(
          step.branches.find(({ condition }) => holds(condition, this.#scope(frame))) ?? step.otherwise,
          frame,
        );
      case 'switch':
        return yield* this.#branch(
          step.cases.find(({ condition }) => this.#isCase(step, condition, frame)) ?? step.otherwise,
          frame,
        );
      case 'split':
        return yield* this.#split(step, frame);
      case 'repeat':
        return yield* this.#repeat(step, frame);
      case 'forEach':
        return yield* this.#forEach(step, frame);
      case 'parallel':
        return yield* this.#parallel(step, frame);
      case 'try':
        return yield* this.#try(step, frame);
      case 'notify':
        this.#around.note(`notified:${step.department}`, this.#entry(step, frame));
        return 'goes on';
      case 'move':
        this.#around.report(COURSE_EVENTS.moved, this.#key(step, frame), { stage: step.stage });
        return 'goes on';
      case 'run': {
        const data = evaluateArguments(step.arguments, this.#scope(frame));
        if (step.target.kind === 'journey') this.#around.enter(step.target.id, this.#key(step, frame), data);
        else
          this.#around.report(COURSE_EVENTS.asked, this.#key(step, frame), {
            automation: step.target.id,
            data,
          });
        return 'goes on';
      }
      case 'stop':
        this.#hasStopped = true;
        return 'ends';
      case 'exit':
        this.#around.report(COURSE_EVENTS.exit, this.#key(step, frame), { why: step.reason ?? 'exit' });
        return 'ends';
    }
  }

  *#send(step: StepOf<'send'>, frame: Frame): Course {
    const { place, customer, started } = this.#around;
    const message = byId(place.model.messages, step.message);
    const key = this.#key(step, frame);
    this.#check();
    if (message === undefined || this.#done.has(key)) return 'goes on';
    for (;;) {
      const hindrance = this.#hindrance(message, frame);
      if (hindrance === undefined) break;
      const { why, until } = hindrance;
      const what = until === undefined ? 'spared' : 'deferred';
      this.#around.note(`${what}:${message.id}`, { ...this.#entry(step, frame), ...whyOf(why) });
      if (until === undefined) {
        this.#done.set(key, undefined);
        return 'goes on';
      }
      yield* this.#sleep(until, [place.journey.priority, started.automation.priority]);
    }
    const scope = this.#scope(frame);
    const to = step.to === undefined ? undefined : evaluate(step.to, scope);
    yield* this.#do(step, frame, message.id, `sent:${message.id}`, {
      kind: 'send',
      message,
      to: { ...customer.fields, ...(typeof to === 'object' && to !== null ? to : {}) },
      arguments: evaluateArguments(step.arguments, scope),
      customer: customer.id,
    });
    return 'goes on';
  }

  /** What keeps a message from going out now, and until when; without an end it doesn't go out at all. */
  #hindrance(
    message: Message,
    frame: Frame,
  ): { readonly why?: string | undefined; readonly until?: number } | undefined {
    const { place, customer } = this.#around;
    const now = this.#around.now();
    const scope = this.#scope(frame);
    const hours = hoursFor(place.journey.policy, outletsOf(place.model, message.system));
    const opening = nextOpening(hours, now, (time) => zoneOf(time, scope));
    if (opening.moment > now) return { why: opening.why, until: opening.moment };
    return refusal(message, {
      model: place.model,
      journey: place.journey,
      zone: place.zone,
      now,
      customer: customer.fields,
      past: this.#around.past(),
      isFor: (trigger, entry) => this.#isFor(trigger, entry),
    });
  }

  *#action(step: StepOf<'action'>, frame: Frame): Course {
    const key = this.#key(step, frame);
    this.#check();
    if (!this.#done.has(key)) {
      const name = `${step.system}.${step.action}`;
      yield* this.#do(step, frame, name, `did:${name}`, {
        kind: 'action',
        system: step.system,
        action: step.action,
        arguments: evaluateArguments(step.arguments, this.#scope(frame)),
        customer: this.#around.customer.id,
      });
    }
    if (step.as !== undefined) frame.variables[step.as] = this.#done.get(key);
    return 'goes on';
  }

  /** Does it, again after each back-off where it fails; in a `try` it fails at once, elsewhere it is put aside in the end. */
  *#do(step: Step, frame: Frame, what: string, name: string, deed: Deed): Generator<Pause, void, void> {
    const pauses = frame.isTried ? [] : BACK_OFF;
    for (let attempt = 0; ; attempt++) {
      const answer = this.#around.answer(deed);
      if ('result' in answer) {
        this.#done.set(this.#key(step, frame), answer.result);
        this.#around.note(name, this.#entry(step, frame));
        return;
      }
      this.#around.note(`failed:${what}`, { ...this.#entry(step, frame), why: answer.failed });
      const pause = pauses[attempt];
      if (pause === undefined) break;
      yield* this.#sleep(shift(this.#around.now(), pause, this.#around.place.zone));
    }
    if (frame.isTried) throw new DeedFailed();
    this.#around.note(`parked:${what}`, this.#entry(step, frame));
    for (;;) yield { until: undefined, wakes: false };
  }

  *#wait(step: StepOf<'wait'>, wait: Exclude<Wait, { kind: 'event' }>, frame: Frame): Course {
    const key = this.#key(step, frame);
    this.#check();
    const end = this.#remember(key, () => endOfWait(wait, this.#scope(frame)) ?? this.#around.now());
    yield* this.#sleep(end);
    frame.due = Math.max(frame.due, end);
    return 'goes on';
  }

  *#waitForEvent(step: StepOf<'wait'>, wait: Extract<Wait, { kind: 'event' }>, frame: Frame): Course {
    const begun = this.#remember(this.#key(step, frame), () => this.#around.now());
    for (;;) {
      this.#check();
      const until = this.#limitOf(wait, begun, frame);
      const now = this.#around.now();
      if (holds(wait.condition, this.#scope(frame))) {
        frame.due = now;
        const name = eventNameIn(wait);
        if (wait.as !== undefined) {
          frame.variables[wait.as] = this.#around.since().findLast((entry) => entry.name === name)?.data;
        }
        return 'goes on';
      }
      if (until !== undefined && now >= until) {
        frame.due = until;
        return yield* this.#steps(wait.onTimeout, frame);
      }
      yield { until, wakes: true };
    }
  }

  /** A deadline is looked at again whenever something happens: its date may have moved. */
  #limitOf({ upTo, by }: Extract<Wait, { kind: 'event' }>, begun: number, frame: Frame): number | undefined {
    if (upTo !== undefined) return shift(begun, upTo, this.#around.place.zone);
    return by && (momentOfAt(by, this.#scope(frame)) ?? begun);
  }

  /** The moment is looked at again whenever something happens: it may have moved, or be off. */
  *#at(step: StepOf<'at'>, frame: Frame): Course {
    const reached = this.#remember(this.#key(step, frame), () => frame.due);
    for (;;) {
      this.#check();
      const moment = momentOfAt(step.moment, this.#scope(frame));
      if (moment === undefined || moment <= reached || this.#isCancelled(step, frame)) return 'goes on';
      if (moment <= this.#around.now()) {
        frame.due = moment;
        return yield* this.#steps(step.steps, frame);
      }
      yield { until: moment, wakes: true };
    }
  }

  *#branch(branch: Branch | undefined, frame: Frame): Course {
    return branch === undefined ? 'goes on' : yield* this.#steps(branch.steps, frame);
  }

  *#split(step: StepOf<'split'>, frame: Frame): Course {
    const { started, customer, place } = this.#around;
    const by = step.by === undefined ? customer.id : String(evaluate(step.by, this.#scope(frame)));
    const name = splitName(started.automation.id, step.id);
    const drawn = draw(`${by}${name}`);
    if (step.winner !== undefined) {
      const { way, notes } = depart({
        split: step,
        name,
        customer: customer.id,
        by,
        drawn,
        now: this.#around.now(),
        zone: place.zone,
        history: this.#around.everybody(),
        entry: this.#entry(step, frame),
      });
      for (const { name: what, ...more } of notes) this.#around.note(what, more);
      return yield* this.#branch(way, frame);
    }
    let bound = 0;
    return yield* this.#branch(
      step.branches.find(({ percent }) => drawn < (bound += percent * 100)),
      frame,
    );
  }

  *#repeat(step: StepOf<'repeat'>, frame: Frame): Course {
    const { place } = this.#around;
    for (let turn = 1; step.atMost === undefined || turn <= step.atMost; turn++) {
      this.#check();
      if (step.until !== undefined && holds(step.until, this.#scope(frame))) break;
      const inner = this.#turn(frame, step.id, turn);
      if ((yield* this.#steps(step.steps, inner)) === 'ends') return 'ends';
      frame.due = inner.due;
      if (step.every === undefined) continue;
      const next = shift(this.#around.now(), step.every, place.zone);
      yield* this.#sleep(next);
      frame.due = next;
    }
    return 'goes on';
  }

  *#forEach(step: StepOf<'forEach'>, frame: Frame): Course {
    const items = evaluate(step.list, this.#scope(frame));
    for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
      this.#check();
      frame.variables[step.item] = item;
      const inner = this.#turn(frame, step.id, index + 1);
      if ((yield* this.#steps(step.steps, inner)) === 'ends') return 'ends';
      frame.due = inner.due;
    }
    return 'goes on';
  }

  /** Side by side: the next step comes when all branches, or so many, have come to their ends. What they keep is theirs. */
  *#parallel(step: StepOf<'parallel'>, frame: Frame): Course {
    const frames = step.branches.map(() => ({ ...frame, variables: { ...frame.variables } }));
    let open = step.branches.map((branch, index) => this.#steps(branch.steps, frames[index] ?? frame));
    const failures: DeedFailed[] = [];
    const needed = step.first ?? step.branches.length;
    let ended = 0;
    while (open.length > 0 && ended < needed) {
      const pauses: Pause[] = [];
      open = open.filter((course) => {
        if (ended >= needed) return false;
        try {
          const { done, value } = course.next();
          if (done) {
            ended += 1;
            return false;
          }
          pauses.push(value);
          return true;
        } catch (error) {
          if (!(error instanceof DeedFailed)) throw error;
          failures.push(error);
          return false;
        }
      });
      if (this.#isStopped()) return 'ends';
      if (open.length > 0 && ended < needed) yield together(pauses);
    }
    frame.due = Math.max(...frames.map(({ due }) => due));
    const [failure] = failures;
    if (failure !== undefined && ended < needed) throw failure;
    this.#check();
    return 'goes on';
  }

  /** From the first step on again; what was done already isn't done twice. */
  *#try(step: StepOf<'try'>, frame: Frame): Course {
    const inside = { ...frame, isTried: true };
    for (let attempt = 0; attempt <= step.retries; attempt++) {
      try {
        const outcome = yield* this.#steps(step.steps, inside);
        frame.due = inside.due;
        return outcome;
      } catch (error) {
        if (!(error instanceof DeedFailed)) throw error;
      }
      if (attempt === step.retries) break;
      yield* this.#sleep(this.#nextTry(step, attempt));
    }
    return yield* this.#steps(step.onFailure, frame);
  }

  #nextTry({ every = DEFAULT_PAUSE, doubling }: StepOf<'try'>, attempt: number): number {
    const { zone } = this.#around.place;
    const now = this.#around.now();
    const once = shift(now, every, zone) - now;
    if (doubling === undefined) return now + once;
    const longest = doubling.upTo === undefined ? Infinity : shift(now, doubling.upTo, zone) - now;
    return now + Math.min(once * 2 ** attempt, longest);
  }

  // Asked as a question: a branch may have stopped the run meanwhile.
  #isStopped(): boolean {
    return this.#hasStopped;
  }

  *#sleep(until: number, precedence?: Precedence): Generator<Pause, void, void> {
    const pause = { until, wakes: false, ...(precedence ? { precedence } : {}) };
    while (this.#around.now() < until) yield pause;
    this.#check();
  }

  #check(): void {
    if (this.#hasStopped) throw new RunIsOver();
    if (this.#around.since().some(({ name }) => COURSE_ENDS.includes(name))) throw new RunIsOver();
  }

  /** What was found out once for a place in the run is not found out again when a `try` comes by a second time. */
  #remember(key: string, find: () => number): number {
    const known = this.#done.get(key);
    if (typeof known === 'number') return known;
    const found = find();
    this.#done.set(key, found);
    return found;
  }

  #turn(frame: Frame, loop: string, turn: number): Frame {
    return { ...frame, turns: { ...frame.turns, [loop]: turn }, loops: [...frame.loops, loop] };
  }

  #key(step: Step, frame: Frame): string {
    return [this.#around.started.id, step.id, ...frame.loops.map((loop) => frame.turns[loop] ?? 0)].join('/');
  }

  #entry(step: Step, frame: Frame): Partial<HistoryEntry> & { key: string } {
    return { key: this.#key(step, frame), run: this.#around.started.id, step: step.id };
  }

  #isCase(step: StepOf<'switch'>, condition: Parameters<typeof holds>[0], frame: Frame): boolean {
    const scope = this.#scope(frame);
    if (step.subject === undefined) return holds(condition, scope);
    const operator = condition.kind === 'list' ? 'in' : '==';
    return holds(
      { kind: 'binary', operator, left: step.subject, right: condition, source: condition.source },
      scope,
    );
  }

  /** Whether something that happened is what a trigger waits for. */
  #isFor({ as, where, ...trigger }: Trigger, { name, data = {} }: HistoryEntry): boolean {
    const { place, customer } = this.#around;
    const brought = as === undefined ? {} : { [as]: data };
    return (
      triggerNames(place.journey.id, trigger).includes(name) &&
      (where === undefined || holds(where, place.scope(customer, brought, [])))
    );
  }

  #isCancelled({ moment }: StepOf<'at'>, frame: Frame): boolean {
    return moment.anchor.kind === 'field' && isCancelled(evaluate(moment.anchor.of, this.#scope(frame)));
  }

  #scope(frame: Frame): Scope {
    followRecords(frame.variables, this.#around.started.bound, this.#around.since());
    return this.#around.place.scope(this.#around.customer, frame.variables, this.#around.since());
  }
}

function eventNameIn({ condition }: Extract<Wait, { kind: 'event' }>): string {
  const [event] = eventsIn(condition);
  return event === undefined ? '' : eventName(event);
}

function whyOf(why: string | undefined): { why?: string } {
  return why === undefined ? {} : { why };
}

function together(pauses: readonly Pause[]): Pause {
  const [next] = pauses
    .filter(({ until }) => until !== undefined)
    .sort((one, other) => Number(one.until) - Number(other.until));
  return { until: undefined, ...next, wakes: pauses.some(({ wakes }) => wakes) };
}
