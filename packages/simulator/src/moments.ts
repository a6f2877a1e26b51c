import { hoursFor, WEEKDAYS } from '@journey/model';
import type { Expression, Moment, Opening, Wait, Weekday } from '@journey/model';
import { evaluate, momentOf, type Scope } from './expression.ts';
import { nextOpening, type ZoneFor } from './policy/hours.ts';
import { isZone } from './time/zoned.ts';
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
      const clock = wait.clock ?? { hour: 0, minute: 0 };
      return nextClock(scope.now, weekdaysFor(wait.days, scope), clock, zoneOf(wait, scope));
    }
    case 'moment':
      return momentOfAt(wait.moment, { ...scope, zone: zoneOf(wait, scope) });
    case 'opening':
      return openingAfter(wait.of, { ...scope, zone: zoneOf(wait, scope) });
  }
}

/** The zone that a time is meant in: the journey's where it names none, or what it names is none. */
export function zoneOf({ zone }: { readonly zone?: Expression }, scope: Scope): string {
  const written = zone && evaluate(zone, scope);
  return typeof written === 'string' && isZone(written) ? written : scope.zone;
}

function weekdaysFor(days: 'business' | readonly Weekday[] | undefined, scope: Scope): readonly Weekday[] {
  return days === 'business' ? scope.workdays : (days ?? WEEKDAYS);
}

/** Now, where it is open, else when it opens next. */
function openingAfter(opening: Opening, scope: Scope): number {
  const { now, policy } = scope;
  const zoneFor: ZoneFor = (time) => zoneOf(time, scope);
  switch (opening.kind) {
    case 'sending':
      return nextOpening(hoursFor(policy), now, zoneFor).moment;
    case 'business': {
      const hours = policy.workWeek?.hours ?? { from: { hour: 0, minute: 0 }, to: { hour: 24, minute: 0 } };
      const window = { ...hours, weekdays: scope.workdays };
      return nextOpening({ closed: policy.closed, sendWindows: [window], quietHours: [] }, now, zoneFor)
        .moment;
    }
    case 'hours': {
      const window = { ...opening, weekdays: weekdaysFor(opening.days, scope) };
      return nextOpening({ closed: [], sendWindows: [window], quietHours: [] }, now, zoneFor).moment;
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
