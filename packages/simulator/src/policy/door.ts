import type { EntryLimit, Journey } from '@journey/model';
import { COURSE_EVENTS, DOOR_EVENTS } from '@journey/model';
import type { HistoryEntry } from '../history.ts';
import { shift } from '../time/calendar.ts';

/** Who comes in, who is turned away, and when to look again though nobody leaves, for those who still wait. */
export interface Opening {
  readonly admitted: readonly string[];
  readonly turnedAway: readonly string[];
  readonly next: number | undefined;
}

/** Lets customers into a journey that takes only so many at once, or within a time, in the order in which they came. */
export class Door {
  readonly #limits: readonly EntryLimit[];
  readonly #zone: string;
  readonly #waiting = new Set<string>();
  readonly #inside = new Set<string>();
  /** When each customer came in last. */
  readonly #entered = new Map<string, number>();

  constructor({ entryLimits }: Journey, zone: string) {
    this.#limits = entryLimits;
    this.#zone = zone;
  }

  /** Takes note of what happened, where it is about the door. */
  note({ name, customer, at }: HistoryEntry): void {
    if (!DOOR_EVENTS.includes(name)) return;
    this.#waiting.delete(customer);
    this.#inside.delete(customer);
    if (name === COURSE_EVENTS.waits) this.#waiting.add(customer);
    if (name !== COURSE_EVENTS.entered) return;
    this.#inside.add(customer);
    this.#entered.set(customer, at);
  }

  look(now: number): Opening {
    const admitted: string[] = [];
    const turnedAway: string[] = [];
    const rooms = this.#limits.map((limit) => ({ room: this.#room(limit, now), overflow: limit.overflow }));
    for (const customer of this.#waiting) {
      const reached = rooms.filter(({ room }) => room <= admitted.length);
      if (reached.length === 0) admitted.push(customer);
      else if (reached.some(({ overflow }) => overflow === 'drop')) turnedAway.push(customer);
    }
    if (admitted.length + turnedAway.length === this.#waiting.size)
      return { admitted, turnedAway, next: undefined };
    const ends = this.#limits.flatMap(({ per }) => (per === undefined ? [] : this.#ends(per, now)));
    return { admitted, turnedAway, next: ends.length === 0 ? undefined : Math.min(...ends) };
  }

  /** How many more a limit lets in. */
  #room({ customers, per }: EntryLimit, now: number): number {
    return customers - (per === undefined ? this.#inside.size : this.#ends(per, now).length);
  }

  /** When those who came in within the time cease to count for it. */
  #ends(per: NonNullable<EntryLimit['per']>, now: number): number[] {
    return [...this.#entered.values()].map((at) => shift(at, per, this.#zone)).filter((end) => end > now);
  }
}
