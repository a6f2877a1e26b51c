import type { Message } from '@journey/model';
import type { StartedRun } from './course.ts';
import type { Customer } from './customers.ts';
import type { Fields, HistoryEntry } from './history.ts';
import type { Place } from './place.ts';

/** What came of a deed: what it gives, or why it failed. */
export type Answer = { readonly result: unknown } | { readonly failed: string };

export type Deed =
  | {
      readonly kind: 'send';
      readonly message: Message;
      readonly to: Fields;
      readonly arguments: Fields;
      readonly customer: string;
    }
  | {
      readonly kind: 'action';
      readonly system: string;
      readonly action: string;
      readonly arguments: Fields;
      readonly customer: string;
    };

/** What a run needs of the journey around it. */
export interface Surroundings {
  readonly place: Place;
  readonly customer: Customer;
  readonly started: StartedRun;
  now(): number;
  /** All that ever happened to the customer, in every journey. */
  past(): readonly HistoryEntry[];
  /** All that ever happened in this journey, to every customer. */
  everybody(): readonly HistoryEntry[];
  /** What happened to them in this journey since the run began. */
  since(): readonly HistoryEntry[];
  note(name: string, more: Partial<HistoryEntry>): void;
  answer(deed: Deed): Answer;
  /** Reports something to the journey itself. */
  report(
    name: string,
    key: string,
    more: { stage?: string; automation?: string; why?: string; data?: Fields },
  ): void;
  /** Brings the customer into another journey. */
  enter(journey: string, key: string, given: Fields): void;
}
