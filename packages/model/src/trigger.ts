import type { EventReference, Expression } from './expression.ts';
import type { Moment, Recurrence } from './moment.ts';
import type { Parameter } from './connector.ts';
import type { ClockTime } from './time.ts';
import type { Sourced } from './source.ts';

/** What starts an automation, or brings a customer into a journey or stage. */
export type Trigger = Sourced & {
  /** The name under which the steps know what the trigger carries. */
  readonly as?: string;
  readonly where?: Expression;
} & (
    | { readonly kind: 'events'; readonly events: readonly EventReference[] }
    | {
        readonly kind: 'date';
        readonly moment: Moment;
        /** Whose time of day it is; the journey's zone where nothing is said. */
        readonly zone?: Expression;
      }
    /** When the customer comes to belong to the segment, or no longer does. */
    | { readonly kind: 'segment'; readonly segment: string; readonly change: 'joins' | 'leaves' }
    | {
        readonly kind: 'schedule';
        readonly recurrence: Recurrence;
        /** Times of day; at the day's beginning where there is none. */
        readonly at: readonly ClockTime[];
        readonly zone?: Expression;
        /** The first day, from which intervals are counted, and the last: ISO 8601 dates. */
        readonly from?: string;
        readonly until?: string;
      }
    /** When a person or another program says so, with values for the parameters. */
    | {
        readonly kind: 'manual';
        readonly by: 'person' | 'program';
        readonly parameters: readonly Parameter[];
      }
  );
