import type { Trigger } from '@journey/model';
import { atClock, nextClock, shift, weekdayOf } from './calendar.ts';

/** The first moment after `now` at which a schedule comes round; `start` is when it was put up. */
export function nextOccurrence(
  { every, at }: Extract<Trigger, { kind: 'schedule' }>,
  start: number,
  now: number,
  zone: string,
): number {
  const clock = at ?? { hour: 0, minute: 0 };
  if ('weekdays' in every) {
    const { weekdays } = every;
    for (
      let moment = nextClock(now, undefined, clock, zone);
      ;
      moment = nextClock(moment, undefined, clock, zone)
    ) {
      if (weekdays.includes(weekdayOf(moment, zone))) return moment;
    }
  }
  let moment = at === undefined ? shift(start, every, zone) : atClock(shift(start, every, zone), at, zone);
  while (moment <= now) moment = shift(moment, every, zone);
  return moment;
}
