import { ARABIC } from './words/ar.ts';
import { ENGLISH } from './words/en.ts';
import { HEBREW } from './words/he.ts';
import type {
  BinaryOperator,
  CalendarPeriod,
  DurationUnit,
  EmotionValue,
  Engagement,
  Ordinal,
  SchedulePeriod,
  TextFilter,
} from '@journey/model';
import type { Language } from './languages.ts';
import type { OpeningState } from '../walk/calendar.ts';

/**
 * A phrase for each number that needs its own: `one` and `two` for exactly 1 and 2, the others by the language's
 * plural rules, with the number where `{n}` stands.
 */
export interface PluralForms {
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Every phrase of the map in one language. `{name}` stands for what is filled in. */
export interface Words {
  readonly stage: string;
  readonly wholeJourney: string;
  readonly image: string;
  readonly touchpoint: string;
  readonly online: string;
  readonly offline: string;
  readonly planned: string;
  readonly retired: string;
  /** How many of each there are. */
  readonly counts: Record<'touchpoints' | 'automations' | 'kpis', PluralForms>;
  readonly legend: string;
  /** What stands where a view has nothing to show. */
  readonly nothing: Record<'automations' | 'messages' | 'kpis', string>;
  readonly momentOfTruth: string;
  readonly breakPoint: string;
  readonly feeling: string;
  readonly feelings: Record<`${EmotionValue}`, string>;
  /** What heads a persona's goals, what moves them, and what troubles them. */
  readonly personaHeads: Readonly<Record<'goals' | 'motives' | 'pains', string>>;
  readonly pain: string;
  readonly opportunity: string;
  readonly motivation: string;
  readonly behaviour: string;
  readonly question: string;
  readonly backstage: string;
  readonly evidence: string;
  readonly automation: string;
  readonly persona: string;
  readonly goal: string;
  readonly goalWithin: string;
  readonly leavesOn: string;
  readonly quietHours: string;
  /** A time that isn't meant in the journey's zone. */
  readonly inZone: string;
  readonly sent: string;
  readonly neverSent: string;
  readonly smsParts: PluralForms;
  readonly cap: string;
  readonly messages: PluralForms;
  readonly kpi: string;
  readonly target: string;
  readonly actual: string;
  readonly baseline: string;
  readonly bounds: Record<'>=' | '<=' | '>' | '<' | '==', string>;
  readonly trend: Record<'up' | 'down', string>;
  readonly rolling: string;
  readonly period: Record<CalendarPeriod, string>;
  readonly owner: string;
  readonly measureTitle: string;
  readonly formula: string;
  readonly window: string;
  readonly ownerTitle: string;
  readonly timelineAssumes: string;
  readonly hours: Record<OpeningState, string>;
  readonly dayNumber: string;
  readonly orUntil: string;
  readonly quotation: string;
  readonly labelled: string;
  readonly listSeparator: string;
  // Time
  readonly units: Record<DurationUnit, PluralForms>;
  readonly businessDays: PluralForms;
  readonly times: PluralForms;
  readonly atOnce: string;
  readonly span: string;
  readonly before: string;
  readonly after: string;
  readonly fromNow: string;
  readonly elapsed: string;
  readonly elapsedAtMost: string;
  readonly elapsedBetween: string;
  readonly at: string;
  readonly onDay: string;
  readonly every: string;
  readonly schedule: ScheduleWords;
  readonly startOf: string;
  readonly endOf: string;
  readonly fieldOf: string;
  /** What a text shows of a moment. */
  readonly shownAs: Record<Exclude<TextFilter, 'default'>, string>;
  // Events and conditions
  readonly enters: string;
  readonly leaves: string;
  readonly engagement: Record<Engagement, string>;
  readonly clickedLink: string;
  readonly operators: Record<BinaryOperator, string>;
  /** The functions that measures are made of: `{what}` is their first value, `{second}` the next, `{of}` what stands after `of`. */
  readonly measures: Readonly<Record<string, string>>;
  readonly per: string;
  /** A measure of a cohort so long after it began. */
  readonly later: string;
  /** A count of the last so many days. */
  readonly within: string;
  /** What a customer is who is on the way in a journey or an automation. */
  readonly underWay: string;
  readonly not: string;
  readonly between: string;
  readonly yes: string;
  readonly no: string;
  readonly now: string;
  readonly customer: string;
  readonly where: string;
  // Triggers and steps
  readonly when: string;
  readonly joins: string;
  readonly leavesSegment: string;
  readonly byHand: string;
  readonly byProgram: string;
  readonly send: string;
  readonly wait: string;
  readonly waitUntil: string;
  readonly waitFor: string;
  readonly openings: Record<'sending' | 'business', string>;
  readonly untilBranches: string;
  readonly upTo: string;
  readonly met: string;
  readonly works: string;
  readonly inTime: string;
  readonly timeout: string;
  readonly if: string;
  readonly orIf: string;
  readonly otherwise: string;
  readonly choose: string;
  readonly chooseBy: string;
  readonly inCase: string;
  readonly split: string;
  readonly splitWinner: string;
  /** What becomes of messages, counted: `{what}` of a split with a winner. */
  readonly reactions: Record<Engagement, string>;
  readonly holdout: string;
  readonly repeat: string;
  readonly until: string;
  readonly atMost: string;
  readonly forEach: string;
  readonly parallel: string;
  readonly branch: string;
  readonly try: string;
  readonly retries: string;
  readonly onFailure: string;
  readonly notify: string;
  readonly move: string;
  readonly run: string;
  readonly stop: string;
  readonly exit: string;
}

/** Days that come back: `{period}` is a month, a quarter, a year; `{day}` the words for a day. */
export interface ScheduleWords {
  /** A day that comes once. */
  readonly once: string;
  readonly daily: string;
  readonly businessDays: string;
  readonly calendar: string;
  readonly anniversary: string;
  readonly period: Record<SchedulePeriod, string>;
  readonly dayNumber: string;
  readonly ordinal: Record<Ordinal, string>;
  readonly ofMonth: string;
  readonly day: string;
  readonly businessDay: string;
}

export const WORDS: Record<Language, Words> = { en: ENGLISH, he: HEBREW, ar: ARABIC };
