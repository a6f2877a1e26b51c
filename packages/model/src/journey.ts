import type { Automation } from './flow.ts';
import type { ClockTime, Duration, Weekday } from './time.ts';
import type { EventReference, Expression } from './expression.ts';
import type { Image } from './image.ts';
import type { Kpi } from './kpi.ts';
import type { ConsentRule, ConsentSignal } from './consent.ts';
import type { Sourced } from './source.ts';
import type { Trigger } from './trigger.ts';

/** How somebody feels at a touchpoint: −2 very bad, 0 neutral, +2 very good. */
export type EmotionValue = -2 | -1 | 0 | 1 | 2;

export interface Note extends Sourced {
  readonly text: string;
  /** The persona who says or feels it; all of the journey's where nothing is said. */
  readonly persona?: string;
}

/** What the customer doesn't see. */
export interface Backstage extends Sourced {
  readonly text: string;
  /** Who does it. */
  readonly departments: readonly string[];
}

/** What a part of the map is known from. */
export interface Evidence extends Sourced {
  readonly text: string;
  readonly origin?: { readonly kind: 'dataSource' | 'system'; readonly id: string };
  /** ISO 8601: the day that it was gathered. */
  readonly date?: string;
}

/** What a map notes at a stage or a touchpoint. */
export interface Notes {
  readonly pains: readonly Note[];
  readonly opportunities: readonly Note[];
  readonly quotes: readonly Note[];
  /** Why the customer does it. */
  readonly motivations: readonly Note[];
  /** What the customer does. */
  readonly behaviours: readonly Note[];
  /** What the customer asks. */
  readonly questions: readonly Note[];
  readonly backstage: readonly Backstage[];
  readonly evidence: readonly Evidence[];
}

export interface Emotion extends Sourced {
  readonly value: EmotionValue;
  readonly quote?: string;
  /** The persona who feels it; all of the journey's where nothing is said. */
  readonly persona?: string;
}

/** A point where the customer meets the company. */
export interface Touchpoint extends Sourced, Notes {
  /** `match_meeting.awareness.lead_form`. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly channel?: string;
  /** Where the customer can buy; its channel counts where the touchpoint names none. */
  readonly pointOfSale?: string;
  /** The channel's own where the touchpoint doesn't say. */
  readonly presence?: 'online' | 'offline';
  /** What the customer sees there. */
  readonly image?: Image;
  readonly departments: readonly string[];
  readonly personas: readonly string[];
  readonly emotions: readonly Emotion[];
  readonly momentOfTruth?: Note;
  readonly breakPoint?: Note;
  readonly owner?: string;
  readonly status: 'planned' | 'live' | 'retired';
  readonly kpis: readonly Kpi[];
  readonly documentation?: string;
}

/** A phase of the customer's relation with the company. */
export interface Stage extends Sourced, Notes {
  /** `match_meeting.awareness`. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** The stage of the journey's stage model that it plays. */
  readonly modelStage?: string;
  /** The journey that is this stage, where one is nested. */
  readonly nestedJourney?: string;
  readonly enter: readonly Trigger[];
  readonly touchpoints: readonly Touchpoint[];
  readonly automations: readonly Automation[];
  readonly kpis: readonly Kpi[];
  /** The department that answers for it. */
  readonly owner?: string;
  readonly documentation?: string;
}

/** What messages go out by: a system, or every system of a channel. */
export interface Outlet {
  readonly kind: 'system' | 'channel';
  readonly id: string;
}

export interface TimeWindow extends Sourced {
  /** Every day where nothing is said. */
  readonly weekdays?: readonly Weekday[];
  /** Only messages that go out by one of these; all where nothing is said. Never empty. */
  readonly on?: readonly Outlet[];
  /** The journey's where nothing is said, or what it names is no time zone. */
  readonly zone?: Expression;
  readonly from: ClockTime;
  /** On the next day where it is not later than `from`. */
  readonly to: ClockTime;
}

export type ClosedTime = Sourced & {
  /** The journey's where nothing is said, or what it names is no time zone. */
  readonly zone?: Expression;
} & (
    | { readonly kind: 'dates'; readonly dates: readonly string[]; readonly yearly: boolean }
    | {
        readonly kind: 'weekly';
        readonly from: { readonly weekday: Weekday; readonly time: ClockTime };
        readonly to: { readonly weekday: Weekday; readonly time: ClockTime };
      }
  );

export interface FrequencyCap extends Sourced {
  readonly messages: number;
  readonly per: Duration;
  /** Only messages that go out by it; all where nothing is said. */
  readonly on?: Outlet;
  readonly overflow: Overflow;
}

/** When and how often a customer may be contacted, and on what basis. */
export interface Policy {
  /** IANA name; undefined where nothing says one. */
  readonly timezone?: string;
  readonly workWeek?: {
    readonly from: Weekday;
    readonly to: Weekday;
    /** The business hours of these days. */
    readonly hours?: { readonly from: ClockTime; readonly to: ClockTime };
  };
  /** Nothing that they are for is sent then; it waits till the end. */
  readonly quietHours: readonly TimeWindow[];
  /** Only then is anything that they are for sent. {@link hoursFor} says which are for what. */
  readonly sendWindows: readonly TimeWindow[];
  readonly closed: readonly ClosedTime[];
  readonly caps: readonly FrequencyCap[];
  readonly consent: readonly ConsentRule[];
  readonly unsubscribe: readonly ConsentSignal[];
  readonly subscribe: readonly ConsentSignal[];
}

/** Whether who has been on the journey may come again. */
export type Reentry = {
  /** How often altogether; without end where nothing is said. */
  readonly atMost?: number;
} & (
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  /** So long after the last entry. */
  | { readonly kind: 'after'; readonly duration: Duration }
  /** Once the journey has ended for the customer. */
  | { readonly kind: 'afterExit' }
  | { readonly kind: 'oncePer'; readonly key: Expression }
);

/** What happens to what comes when a limit is reached: it waits for its turn, or is left out. */
export type Overflow = 'wait' | 'drop';

/** How many customers the journey takes: at once where no time is said, else in every such time. */
export interface EntryLimit extends Sourced {
  readonly customers: number;
  readonly per?: Duration;
  readonly overflow: Overflow;
}

/** What a journey is for: one of the events, or belonging to the segment. */
export interface Goal extends Sourced {
  readonly events: readonly EventReference[];
  readonly segment?: string;
  readonly where?: Expression;
  readonly within?: Duration;
}

/** A part of the journey that had another name in an earlier version. */
export interface Renaming extends Sourced {
  /** The name that it had. */
  readonly from: string;
  readonly to: { readonly kind: 'stage' | 'automation' | 'message'; readonly id: string };
}

/** A whole journey: the map and its automations. */
export interface Journey extends Sourced {
  readonly id: string;
  readonly label: string;
  /** The id of the journey that it extends, whose parts it holds as its own: their sources lead there. */
  readonly extends?: string;
  /** The stage model it follows; undefined for one of its own. */
  readonly stageModel?: string;
  readonly personas: readonly string[];
  readonly segments: readonly string[];
  readonly policy: Policy;
  readonly enter: readonly Trigger[];
  readonly entryLimits: readonly EntryLimit[];
  readonly goals: readonly Goal[];
  readonly exits: readonly Trigger[];
  readonly reentry?: Reentry;
  readonly version?: {
    readonly number: number;
    /** What becomes of customers who are under way when it changes. */
    readonly underWay: 'finish' | 'move';
    /** The version that they finish on or move to; their own, or this one, where nothing is said. */
    readonly on?: number;
    /** What bears another name since, so that who is under way finds it again; left out where there is nothing. */
    readonly renamings?: readonly Renaming[];
  };
  /** Higher goes first where two journeys want to send; 0 where nothing is said. */
  readonly priority: number;
  readonly stages: readonly Stage[];
  /** Automations and KPIs of the journey as a whole. */
  readonly automations: readonly Automation[];
  readonly kpis: readonly Kpi[];
  readonly documentation?: string;
}

/** The automations in the order in which one event starts them: by priority, then as they are written. */
export function byPriority(automations: readonly Automation[]): Automation[] {
  return automations.toSorted((one, other) => other.priority - one.priority);
}

/** All automations of the journey with the stage that owns each, in the order of the source. */
export function automationsOf(
  journey: Journey,
): { readonly automation: Automation; readonly stage?: Stage }[] {
  return [
    ...journey.automations.map((automation) => ({ automation })),
    ...journey.stages.flatMap((stage) => stage.automations.map((automation) => ({ automation, stage }))),
  ];
}
