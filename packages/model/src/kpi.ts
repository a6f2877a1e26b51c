import type { Duration } from './time.ts';
import type { Expression } from './expression.ts';
import type { Sourced } from './source.ts';

export type CalendarPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A measure with what it should reach. */
export interface Kpi extends Sourced {
  /** `match_meeting.awareness.leads_a_month`. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly formula: Expression;
  /** The formula as it is written, for people. */
  readonly formulaText: string;
  readonly window?:
    | { readonly kind: 'rolling'; readonly duration: Duration }
    | { readonly kind: 'calendar'; readonly period: CalendarPeriod };
  readonly target?:
    | {
        readonly kind: 'bound';
        readonly operator: '>=' | '<=' | '>' | '<' | '==';
        readonly value: Expression;
      }
    | { readonly kind: 'trend'; readonly direction: 'up' | 'down' };
  readonly baseline?: Expression;
  readonly owner?: string;
  /** The system it is measured in. */
  readonly measuredIn?: string;
  readonly documentation?: string;
}
