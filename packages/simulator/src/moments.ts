import type { Moment, Wait } from '@journey/model';
import { evaluate, momentOf, type Scope } from './expression.ts';
import { afterBusinessDays, atClock, nextClock, shift } from './time/calendar.ts';

/** Long enough to be kept in a database wherever the journey is carried out. */
export const DEFAULT_PAUSE = { parts: [{ amount: 2, unit: 'm' }] } as const;

/** When a wait that needs no event is over; undefined where it is for a moment that isn't there. */
export function endOfWait(wait: Exclude<Wait, { kind: 'event' }>, scope: Scope): number | undefined {
  switch (wait.kind) {
    case 'duration':
      return shift(scope.now, wait.duration, scope.zone);
    case 'businessDays':
      return afterBusinessDays(scope.now, wait.days, scope.workdays, scope.zone);
    case 'until': {
      if (wait.moment !== undefined) {
        const moment = momentOf(wait.moment, scope);
        return moment === undefined || wait.clock === undefined
          ? moment
          : atClock(moment, wait.clock, scope.zone);
      }
      const zone = wait.zone === undefined ? undefined : evaluate(wait.zone, scope);
      const clock = wait.clock ?? { hour: 0, minute: 0 };
      return nextClock(scope.now, wait.weekday, clock, typeof zone === 'string' ? zone : scope.zone);
    }
  }
}

/** The moment that an `at` speaks of; undefined where it isn't there. */
export function momentOfAt(moment: Moment, scope: Scope): number | undefined {
  const anchor = momentOf(moment.anchor, scope);
  return anchor === undefined ? undefined : momentFrom(moment, anchor, scope.zone);
}

/** The moment, with the date that it is counted from. */
export function momentFrom(moment: Moment, anchor: number, zone: string): number {
  if (moment.kind === 'exact') return anchor;
  if (moment.kind === 'onDay') return atClock(anchor, moment.clock, zone);
  const shifted = shift(anchor, moment.offset, zone, moment.direction === 'before' ? -1 : 1);
  return moment.clock === undefined ? shifted : atClock(shifted, moment.clock, zone);
}
