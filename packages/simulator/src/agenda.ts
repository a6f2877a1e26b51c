/** Who goes first of those that are due at the same moment: the higher first number, then the higher second one. */
export type Precedence = readonly [number, number];

interface Entry {
  readonly at: number;
  readonly precedence: Precedence;
  readonly act: () => void;
}

/** What nobody has to wait for. */
const FIRST: Precedence = [Infinity, Infinity];

/** What is to be done when, on a clock that only shows the moment of what is being done. */
export class Agenda {
  readonly #entries: Entry[] = [];
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /**
   * Of what is due at the same moment, and of the same precedence, what was put down first is done first. A moment that
   * is past is now.
   */
  add(at: number, act: () => void, precedence = FIRST): void {
    const entry = { at: Math.max(at, this.#now), precedence, act };
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#entries[middle];
      if (other !== undefined && !isBefore(entry, other)) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, entry);
  }

  /** Does all that is due until then, in the order of time. */
  runUntil(end: number): void {
    for (;;) {
      const next = this.#entries[0];
      if (next === undefined || next.at > end) break;
      this.#entries.shift();
      this.#now = next.at;
      next.act();
    }
    this.#now = Math.max(this.#now, end);
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  if (one.at !== other.at) return one.at < other.at;
  const [first, second] = one.precedence;
  const [otherFirst, otherSecond] = other.precedence;
  return first === otherFirst ? second > otherSecond : first > otherFirst;
}
