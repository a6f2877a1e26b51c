import type { ClockTime, Duration } from './time.ts';
import type { Sourced } from './source.ts';

/** Events that every message has, whatever sends it. */
export const ENGAGEMENTS = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'replied',
  'bounced',
  'failed',
] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

export type BinaryOperator =
  '+' | '-' | '*' | '/' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'and' | 'or';

/** Something that happens and can be waited for, counted or reacted to. */
export type EventReference = Sourced &
  (
    | { readonly kind: 'event'; readonly system: string; readonly event: string }
    | { readonly kind: 'stageEvent'; readonly stage: string; readonly event: 'entered' | 'left' }
    | {
        readonly kind: 'engagement';
        readonly engagement: Engagement;
        readonly message: string;
        /** Of `clicked` alone: which of the message's links, as it is written there. */
        readonly link?: string;
      }
  );

export interface Argument extends Sourced {
  /** The parameter's name; undefined where it is given by position only to a built-in function. */
  readonly name?: string;
  readonly value: Expression;
  /** `booked of invited` in a rate. */
  readonly of?: Expression;
  /** `value by customer` in an average. */
  readonly by?: Expression;
  readonly where?: Expression;
}

export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  /** 20 means 20 %. */
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'clock'; readonly time: ClockTime }
  /** ISO 8601, a date alone or with a time of day in the journey's zone: `2027-03-28`, `2027-03-28T16:00`. */
  | { readonly kind: 'date'; readonly value: string }
  /** One of the names that a field's type offers: `lost`, `gold`. */
  | { readonly kind: 'choice'; readonly value: string };

/** What a value, condition or formula says. Names are resolved: no reader has to look anything up in a scope. */
export type Expression = EventReference | (Sourced & (Literal | Operation));

type Operation =
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** A value that the installation keeps: an environment variable's name, never its content. */
  | { readonly kind: 'env'; readonly name: string }
  /** A trigger's binding, a `let`, a parameter or a loop's item. */
  | { readonly kind: 'variable'; readonly name: string }
  /** The customer who is on the journey. */
  | { readonly kind: 'customer' }
  | { readonly kind: 'now' }
  /** What a connector's request is given: `message`, `recipient`, `setting`, or a parameter of the action. */
  | { readonly kind: 'given'; readonly name: string }
  | { readonly kind: 'field'; readonly of: Expression; readonly field: string }
  /** A setting of a configured system, such as `crm.pipeline`. */
  | { readonly kind: 'setting'; readonly system: string; readonly setting: string }
  | { readonly kind: 'measure'; readonly system: string; readonly measure: string }
  /** The records of a kind that a system keeps: `policies.contract`, whose fields have dates to start from. */
  | { readonly kind: 'record'; readonly system: string; readonly record: string }
  | { readonly kind: 'kpi'; readonly kpi: string }
  /** Whoever belongs to the segment: what a customer may be `in`. */
  | { readonly kind: 'segment'; readonly segment: string }
  /** Whoever is under way in a journey or an automation: what a customer may be `in`, too. */
  | { readonly kind: 'underWay'; readonly of: 'journey' | 'automation'; readonly id: string }
  /** A built-in function: count, sum, median, rate … */
  | { readonly kind: 'call'; readonly function: string; readonly arguments: readonly Argument[] }
  /** An action of a system whose result is the value. */
  | {
      readonly kind: 'actionCall';
      readonly system: string;
      readonly action: string;
      readonly arguments: readonly Argument[];
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'unary'; readonly operator: 'not' | '-'; readonly operand: Expression }
  /** The time from one event to another: `consideration.entered -> crm.deal_won`. */
  | { readonly kind: 'between'; readonly from: Expression; readonly to: Expression }
  /** A moment from now on: `in 2d`, `in 2 business days`. */
  | { readonly kind: 'fromNow'; readonly duration: Duration }
  | { readonly kind: 'businessDays'; readonly days: number };

/** Whether the expression stands for something that happens rather than for a value. */
export function isEventReference(expression: Expression): expression is EventReference {
  return expression.kind === 'event' || expression.kind === 'stageEvent' || expression.kind === 'engagement';
}
