import type { Expression } from './expression.ts';
import type { Step } from './flow.ts';
import type { Trigger } from './trigger.ts';
import type { Outlet, TimeWindow } from './journey.ts';
import type { Kpi } from './kpi.ts';
import type { JourneyModel } from './model.ts';
import type { Duration } from './time.ts';

/**
 * Says what parts of a journey mean, in words that people read and in one language. Who has the words gives them to
 * those who have only the parts: the same words stand on the map, in hovers and in inlay hints.
 */
export interface Phrases {
  /** "two days and 12 hours" */
  duration(duration: Duration): string;
  /** "SMS: Sent Sunday–Thursday 09:00–18:00, Asia/Jerusalem"; without hours, that nothing ever is. */
  sent(hours: readonly TimeWindow[], timezone: string | undefined, outlet?: Outlet): string;
  /** "3 SMS parts" */
  sms(parts: number): string;
  /** "Sunday", of an ISO 8601 date. */
  weekday(iso: string): string;
  /** "after 2 days", "after 2 days to 5 days" */
  after(from: Duration, to: Duration): string;
  /** "Sunday, March 28, 2027", of an ISO 8601 date with or without a time of day. */
  date(iso: string): string;
  expression(expression: Expression): string;
  /** What starts it: "Meetings: booked". */
  trigger(trigger: Trigger): string;
  /** What a step does, without what is inside it: "Wait two days". */
  step(step: Step): string;
  /** How a measure is counted, over which time, and what it should reach: a line each. */
  kpi(kpi: Kpi): readonly string[];
}

/** The phrases for the parts of a model, whose labels they quote. */
export type PhrasesOf = (model: JourneyModel) => Phrases;
