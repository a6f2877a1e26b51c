import type { Duration, Weekday } from '@journey/model';

/**
 * The names of a step's nodes, in one language. What stands in them is code, as the journey has it; where letters run from
 * right to left it comes last, begins with no number and follows no colon: n8n sets names from the left.
 */
export interface StepWords {
  wait(time: string): string;
  waitUntil(moment: string): string;
  waitFor(condition: string): string;
  at(moment: string): string;
  every(duration: string): string;
  /** @param every as `every` says it */
  repeat(every: string | undefined, until: string | undefined, atMost: number | undefined): string;
  if(condition: string): string;
  /** Several conditions, one after the other. */
  readonly ifs: string;
  readonly switch: string;
  split(
    shares: readonly { readonly percent: number; readonly name?: string; readonly label?: string }[],
  ): string;
  forEach(item: string): string;
  readonly try: string;
  branch(name: string): string;
  let(name: string): string;
  notify(department: string): string;
  run(label: string): string;
  readonly stop: string;
  readonly exit: string;
  duration(duration: Duration): string;
  businessDays(days: number): string;
  /** Of the week that the journey works. */
  readonly businessDay: string;
  readonly weekdays: Readonly<Record<Weekday, string>>;
  readonly hours: Readonly<Record<'sending' | 'business', string>>;
  onDay(clock: string, anchor: string): string;
  before(duration: string, anchor: string): string;
  after(duration: string, anchor: string): string;
}
