/** What is to be done when, on a clock that only shows the moment of what is being done. */
export class Agenda {
  readonly #entries: { readonly at: number; readonly order: number; readonly act: () => void }[] = [];
  #order = 0;
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Of what is due at the same moment, what was put down first is done first. A moment that is past is now. */
  add(at: number, act: () => void): void {
    const entry = { at: Math.max(at, this.#now), order: this.#order++, act };
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#entries[middle];
      if (other !== undefined && other.at <= entry.at) low = middle + 1;
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
