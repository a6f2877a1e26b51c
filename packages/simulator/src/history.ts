/** One thing that happened to a customer: what they did, got, were spared, and reached. */
export interface HistoryEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly customer: string;
  readonly journey: string;
  /** `landing.signed_up`, `sent:hello`, `deferred:hello`, `spared:hello`, `did:crm.add_note`, `journey.goal_reached` … */
  readonly name: string;
  /** The same for the same thing: what comes twice under one key is one. */
  readonly key: string;
  readonly run?: string;
  readonly step?: string;
  readonly data?: Fields;
  /** Why it was deferred, spared, refused or failed. */
  readonly why?: string;
}

/** All that happened so far, to be asked for a customer's part of it. */
export class History {
  readonly entries: HistoryEntry[] = [];
  readonly #byCustomer = new Map<string, HistoryEntry[]>();

  add(...entries: readonly HistoryEntry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      const own = this.#byCustomer.get(entry.customer);
      if (own === undefined) this.#byCustomer.set(entry.customer, [entry]);
      else own.push(entry);
    }
  }

  of(customer: string): readonly HistoryEntry[] {
    return this.#byCustomer.get(customer) ?? [];
  }
}

/** What an event or a record carries. */
export type Fields = Readonly<Record<string, unknown>>;

/** Something that happens outside of the journey and is reported to it. */
export interface OccurringEvent {
  /** ISO 8601; in the journey's zone where it has no offset. */
  readonly at: string;
  /**
   * `landing.signed_up`; `opened:hello` for what becomes of a message; `manual:…` with an automation's id for somebody
   * who starts it by hand.
   */
  readonly name: string;
  /** What the vendor calls the occurrence: reported twice, it is one. */
  readonly id?: string;
  /** The customer where what the event carries doesn't tell. */
  readonly customer?: string;
  readonly data?: Fields;
}
