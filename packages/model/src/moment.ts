import type { CalendarPeriod } from './kpi.ts';
import type { Expression } from './expression.ts';
import type { ClockTime, Duration, Weekday } from './time.ts';
import type { Sourced } from './source.ts';

/** A moment that something happens at. */
export type Moment = Sourced &
  (
    | { readonly kind: 'exact'; readonly anchor: Expression }
    | {
        readonly kind: 'relative';
        readonly offset: Duration;
        readonly direction: 'before' | 'after';
        readonly anchor: Expression;
        /** The time of day on that date; the anchor's own where nothing is said. */
        readonly clock?: ClockTime;
      }
    | { readonly kind: 'onDay'; readonly clock: ClockTime; readonly anchor: Expression }
  );

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Ordinal = (typeof ORDINALS)[number];

/** A day of a month, a quarter or a year. Months are 1–12. */
export type CalendarDay = Sourced &
  (
    | { readonly kind: 'number'; readonly day: number; readonly month?: number }
    /** The first Monday, the last business day (a day of the policy's week): of the month where there is one, else of the period. */
    | {
        readonly kind: 'ordinal';
        readonly ordinal: Ordinal;
        readonly of: 'day' | 'businessDay' | Weekday;
        readonly month?: number;
      }
  );

export type SchedulePeriod = Extract<CalendarPeriod, 'month' | 'quarter' | 'year'>;

/** On which days something comes back. */
export type Recurrence =
  | { readonly kind: 'interval'; readonly every: Duration }
  | { readonly kind: 'daily' }
  /** The days of the policy's week. */
  | { readonly kind: 'businessDays' }
  | { readonly kind: 'weekdays'; readonly weekdays: readonly Weekday[] }
  | { readonly kind: 'calendar'; readonly period: SchedulePeriod; readonly days: readonly CalendarDay[] }
  /** In every period on the day of a date of the customer's: a birthday. */
  | { readonly kind: 'anniversary'; readonly period: SchedulePeriod; readonly of: Expression };
