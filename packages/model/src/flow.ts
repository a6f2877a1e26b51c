import type { Argument, Engagement, EventReference, Expression } from './expression.ts';
import type { ClockTime, Duration, Weekday } from './time.ts';
import type { Moment } from './moment.ts';
import type { Parameter } from './connector.ts';
import type { Sourced } from './source.ts';
import type { TextPart } from './message.ts';
import type { Trigger } from './trigger.ts';

interface StepBase extends Sourced {
  /** Unique in its automation and derived from the names in the source: `send:hello`, the second one `send:hello~2`. */
  readonly id: string;
  readonly documentation?: string;
}

export interface Branch extends Sourced {
  readonly name?: string;
  /** What people read in the place of the name. */
  readonly label?: string;
  readonly steps: readonly Step[];
}

/** How the best branch of a split is found, which from then on everybody takes who comes to it for the first time. */
export interface SplitWinner extends Sourced {
  readonly by:
    /** What becomes of the messages that each branch sends. */
    | { readonly kind: 'engagement'; readonly engagement: Engagement }
    | { readonly kind: 'event'; readonly event: EventReference };
  /** How long the branches are compared, from the first customer on. */
  readonly after: Duration;
  /** How many customers each branch but the hold-out must have had. */
  readonly atLeast: number;
}

/** Hours that one may wait for: the policy's for sending, its week's working hours, or some of one's own. */
export type Opening =
  | { readonly kind: 'sending' | 'business' }
  | {
      readonly kind: 'hours';
      readonly days?: 'business' | readonly Weekday[];
      readonly from: ClockTime;
      /** On the next day where it is not later than `from`. */
      readonly to: ClockTime;
    };

export type Wait =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'businessDays'; readonly days: number }
  | {
      /** The next such time of day, at the day's beginning where none is said, on such a day. */
      readonly kind: 'until';
      /** Any day where nothing is said. */
      readonly days?: 'business' | readonly Weekday[];
      readonly clock?: ClockTime;
      /** A zone or a field that holds one; the journey's where nothing is said. */
      readonly zone?: Expression;
    }
  | { readonly kind: 'moment'; readonly moment: Moment; readonly zone?: Expression }
  /** Goes on at once where it is open, else when it opens next. */
  | { readonly kind: 'opening'; readonly of: Opening; readonly zone?: Expression }
  | {
      readonly kind: 'event';
      /** One event, or a condition over events and fields. */
      readonly condition: Expression;
      readonly as?: string;
      readonly upTo?: Duration;
      /** The moment at which the time is up, in the place of a length. */
      readonly by?: Moment;
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
        /** The message that all the cases are about, in a split by engagement. */
        readonly engagementWith?: string;
        readonly cases: readonly (Branch & { readonly condition: Expression })[];
        readonly otherwise?: Branch;
      }
    | {
        readonly kind: 'split';
        /** What the draw is stable for; the customer where nothing is said. */
        readonly by?: Expression;
        readonly branches: readonly (Branch & { readonly percent: number; readonly holdout: boolean })[];
        readonly winner?: SplitWinner;
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
    | {
        readonly kind: 'parallel';
        readonly branches: readonly Branch[];
        /** Goes on when so many branches have come to their ends, which ends the others; when all have where nothing is said. */
        readonly first?: number;
      }
    | {
        readonly kind: 'try';
        readonly steps: readonly Step[];
        readonly retries: number;
        readonly every?: Duration;
        /** Each pause is twice the one before, up to the longest. */
        readonly doubling?: { readonly upTo?: Duration };
        readonly onFailure: readonly Step[];
      }
    | { readonly kind: 'notify'; readonly department: string; readonly text: readonly TextPart[] }
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
  /** Higher goes first where two automations want to send; 0 where nothing is said. */
  readonly priority: number;
  readonly steps: readonly Step[];
  readonly documentation?: string;
}
