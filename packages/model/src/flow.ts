import type { Argument, Expression } from './expression.ts';
import type { ClockTime, Duration, Weekday } from './time.ts';
import type { Moment } from './moment.ts';
import type { Parameter } from './connector.ts';
import type { Sourced } from './source.ts';
import type { Trigger } from './trigger.ts';

interface StepBase extends Sourced {
  /** Unique in its automation and derived from the names in the source: `send:hello`, the second one `send:hello~2`. */
  readonly id: string;
  readonly documentation?: string;
}

export interface Branch extends Sourced {
  readonly name?: string;
  readonly steps: readonly Step[];
}

export type Wait =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'businessDays'; readonly days: number }
  | {
      readonly kind: 'until';
      readonly weekday?: Weekday;
      readonly clock?: ClockTime;
      readonly moment?: Expression;
      /** A zone or a field that holds one; the journey's where nothing is said. */
      readonly zone?: Expression;
    }
  | {
      readonly kind: 'event';
      /** One event, or a condition over events and fields. */
      readonly condition: Expression;
      readonly as?: string;
      readonly upTo?: Duration;
      /** Steps that run only when the time was up first. */
      readonly onTimeout: readonly Step[];
    };

export type Step = StepBase &
  (
    | {
        readonly kind: 'send';
        readonly message: string;
        /** Whom; the journey's customer where nothing is said. */
        readonly to?: Expression;
        readonly arguments: readonly Argument[];
      }
    | {
        readonly kind: 'action';
        readonly system: string;
        readonly action: string;
        readonly arguments: readonly Argument[];
        /** The variable that holds the result. */
        readonly as?: string;
      }
    | { readonly kind: 'let'; readonly name: string; readonly value: Expression }
    | { readonly kind: 'wait'; readonly wait: Wait }
    /** Waits until the moment and runs the steps; skips them when the moment has passed. */
    | { readonly kind: 'at'; readonly moment: Moment; readonly steps: readonly Step[] }
    | {
        readonly kind: 'if';
        readonly branches: readonly (Branch & { readonly condition: Expression })[];
        readonly otherwise?: Branch;
      }
    | {
        readonly kind: 'switch';
        readonly subject?: Expression;
        readonly cases: readonly (Branch & { readonly condition: Expression })[];
        readonly otherwise?: Branch;
      }
    | {
        readonly kind: 'split';
        /** What the draw is stable for; the customer where nothing is said. */
        readonly by?: Expression;
        readonly branches: readonly (Branch & { readonly percent: number; readonly holdout: boolean })[];
      }
    /** Checks `until`, runs the steps, waits `every`, and again; `atMost` runs altogether. */
    | {
        readonly kind: 'repeat';
        readonly every?: Duration;
        readonly until?: Expression;
        readonly atMost?: number;
        readonly steps: readonly Step[];
      }
    | {
        readonly kind: 'forEach';
        readonly item: string;
        readonly list: Expression;
        readonly steps: readonly Step[];
      }
    | { readonly kind: 'parallel'; readonly branches: readonly Branch[] }
    | {
        readonly kind: 'try';
        readonly steps: readonly Step[];
        readonly retries: number;
        readonly every?: Duration;
        readonly onFailure: readonly Step[];
      }
    | { readonly kind: 'notify'; readonly department: string; readonly text: Expression }
    | { readonly kind: 'move'; readonly stage: string }
    | {
        readonly kind: 'run';
        readonly target: { readonly kind: 'automation' | 'journey'; readonly id: string };
        readonly arguments: readonly Argument[];
      }
    /** Ends this automation. */
    | { readonly kind: 'stop' }
    /** Ends the journey for the customer. */
    | { readonly kind: 'exit'; readonly reason?: string }
  );

export type StepKind = Step['kind'];
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;

/** A trigger and the steps that follow it. */
export interface Automation extends Sourced {
  /** `match_meeting.purchase.meeting`; a reusable one of a file, only its name. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly parameters: readonly Parameter[];
  readonly triggers: readonly Trigger[];
  readonly steps: readonly Step[];
  readonly documentation?: string;
}
