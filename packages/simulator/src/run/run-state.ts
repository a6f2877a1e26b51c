import type { Step, Trigger } from '@journey/model';
import { COURSE_ENDS, triggerNames } from '@journey/model';
import type { Precedence } from '../agenda.ts';
import { holds, type Scope } from '../expression.ts';
import type { HistoryEntry } from '../history.ts';
import { followRecords } from '../records.ts';
import type { Surroundings } from '../surroundings.ts';

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
export class RunIsOver extends Error {}
export class DeedFailed extends Error {}

/** What differs between the branches of a run. */
export interface Frame {
  variables: Record<string, unknown>;
  /** The moment that the run has come to, whatever a message had to wait for on the way. */
  due: number;
  readonly turns: Readonly<Record<string, number>>;
  readonly loops: readonly string[];
  readonly isTried: boolean;
}

/** What the steps of one customer's run share: where it takes place, what was done, and whether it is over. */
export class RunState {
  readonly around: Surroundings;
  readonly done = new Map<string, unknown>();
  hasStopped = false;
  /** Does steps one after another. */
  readonly steps: (steps: readonly Step[], frame: Frame) => Course;

  constructor(around: Surroundings, steps: (way: RunState, steps: readonly Step[], frame: Frame) => Course) {
    this.around = around;
    this.steps = (all, frame) => steps(this, all, frame);
  }

  *sleep(until: number, precedence?: Precedence): Generator<Pause, void, void> {
    const pause = { until, wakes: false, ...(precedence ? { precedence } : {}) };
    while (this.around.now() < until) yield pause;
    this.check();
  }

  check(): void {
    if (this.hasStopped) throw new RunIsOver();
    if (this.around.since().some(({ name }) => COURSE_ENDS.includes(name))) throw new RunIsOver();
  }

  // Asked as a question: a branch may have stopped the run meanwhile.
  isStopped(): boolean {
    return this.hasStopped;
  }

  /** What was found out once for a place in the run is not found out again when a `try` comes by a second time. */
  remember(key: string, find: () => number): number {
    const known = this.done.get(key);
    if (typeof known === 'number') return known;
    const found = find();
    this.done.set(key, found);
    return found;
  }

  turn(frame: Frame, loop: string, turn: number): Frame {
    return { ...frame, turns: { ...frame.turns, [loop]: turn }, loops: [...frame.loops, loop] };
  }

  key(step: Step, frame: Frame): string {
    return [this.around.started.id, step.id, ...frame.loops.map((loop) => frame.turns[loop] ?? 0)].join('/');
  }

  entry(step: Step, frame: Frame): Partial<HistoryEntry> & { key: string } {
    return { key: this.key(step, frame), run: this.around.started.id, step: step.id };
  }

  /** Whether something that happened is what a trigger waits for. */
  isFor({ as, where, ...trigger }: Trigger, { name, data = {} }: HistoryEntry): boolean {
    const { place, customer } = this.around;
    const brought = as === undefined ? {} : { [as]: data };
    return (
      triggerNames(place.journey.id, trigger).includes(name) &&
      (where === undefined || holds(where, place.scope(customer, brought, [])))
    );
  }

  scope(frame: Frame): Scope {
    followRecords(frame.variables, this.around.started.bound, this.around.since());
    return this.around.place.scope(this.around.customer, frame.variables, this.around.since());
  }
}
