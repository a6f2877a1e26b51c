import type { Duration } from './time.ts';
import type { EventReference, Expression } from './expression.ts';
import type { Sourced } from './source.ts';

/** What a simulation may assume about the world. */
export type Assumption = Sourced &
  (
    | { readonly kind: 'rate'; readonly amount: number; readonly event: Expression; readonly per: Duration }
    | {
        readonly kind: 'chance';
        readonly event: Expression;
        readonly percent: number;
        readonly delay?: { readonly from: Duration; readonly to: Duration };
      }
  );

export interface AssumptionSet extends Sourced {
  readonly journey: string;
  readonly assumptions: readonly Assumption[];
}

export type ScenarioLine = Sourced &
  (
    | {
        readonly kind: 'happens';
        /** ISO 8601 without an offset: a time in the journey's zone. */
        readonly at: string;
        readonly event: EventReference;
        readonly data: readonly { readonly field: string; readonly value: Expression }[];
        readonly as?: string;
      }
    | {
        readonly kind: 'expect';
        readonly not: boolean;
        readonly what:
          | { readonly kind: 'send'; readonly message: string }
          | { readonly kind: 'event'; readonly event: Expression };
        readonly when?:
          | { readonly kind: 'within'; readonly duration: Duration }
          | { readonly kind: 'on'; readonly date: string }
          | { readonly kind: 'at'; readonly moment: string };
      }
  );

/** A test of a journey on a virtual clock. */
export interface Scenario extends Sourced {
  readonly label: string;
  readonly journey: string;
  readonly lines: readonly ScenarioLine[];
}
