import { hoursFor, WEEKDAYS, weekdaysBetween } from '@journey/model';
import type {
  ClockTime,
  ClosedTime,
  Duration,
  DurationUnit,
  Opening,
  Outlet,
  Policy,
  SourceRange,
  TimeWindow,
  Weekday,
} from '@journey/model';

/** A time on the wall's clock: minutes since midnight of the first day. */
export type Minute = number;

export const DAY = 1440;
const WEEK = 7 * DAY;
const MINUTES: Record<DurationUnit, number> = {
  s: 1 / 60,
  m: 1,
  h: 60,
  d: DAY,
  w: WEEK,
  mo: 30 * DAY,
  y: 365 * DAY,
};
/** Hours that a step waits for are no rule of the policy, and stand nowhere in it. */
const NOWHERE: SourceRange = { file: '', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** After so many days every weekday and every date of a year has come round. */
const YEAR = 366 + 7;

export function minutesOf(duration: Duration): number {
  return duration.parts.reduce((sum, { amount, unit }) => sum + amount * MINUTES[unit], 0);
}

export function clockMinutes({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}

export function dayOf(minute: Minute): number {
  return Math.floor(minute / DAY);
}

/** A Sunday. */
const SUNDAY = Date.parse('2027-01-03T00:00:00Z') / (DAY * 60_000);

/** The first day of a working week: the same for every picture, so that nothing depends on when it is drawn. */
export function usualFirstDate({ workWeek }: Policy): string {
  const day = SUNDAY + WEEKDAYS.indexOf(workWeek?.from ?? 'monday');
  return new Date(day * DAY * 60_000).toISOString().slice(0, 10);
}

/** Whether messages may go out: `quiet` is outside of the hours, `closed` on days that are off. */
export type OpeningState = 'open' | 'quiet' | 'closed';

/**
 * When a policy lets messages out, on days counted from a first one. All hours are as on the clocks of the customer, who
 * is taken to be in the journey's zone.
 */
export class Calendar {
  private readonly whole: Policy;
  private readonly policy: Policy;
  private readonly firstDay: number;
  private readonly others = new Map<string, Calendar>();
  private readonly dates = new Map<number, string>();

  /**
   * @param firstDate the first day, ISO 8601: `2027-01-03`
   * @param outlets what the messages go out by; without them the hours count that are for everything
   */
  constructor(policy: Policy, firstDate: string, outlets?: readonly Outlet[]) {
    this.whole = policy;
    this.policy = { ...policy, ...hoursFor(policy, outlets) };
    this.firstDay = Date.parse(`${firstDate}T00:00:00Z`) / (DAY * 60_000);
  }

  /** The same days for what a system sends, which goes out by these outlets. */
  for(system: string, outlets: () => readonly Outlet[]): Calendar {
    const calendar = this.others.get(system) ?? new Calendar(this.whole, this.date(0), outlets());
    this.others.set(system, calendar);
    return calendar;
  }

  weekday(day: number): Weekday {
    return WEEKDAYS[(new Date(this.time(day)).getUTCDay() + 7) % 7] ?? 'sunday';
  }

  /** `2027-01-03` */
  date(day: number): string {
    const known = this.dates.get(day) ?? new Date(this.time(day)).toISOString().slice(0, 10);
    this.dates.set(day, known);
    return known;
  }

  stateAt(minute: Minute): OpeningState {
    const { closed, quietHours, sendWindows } = this.policy;
    if (closed.some((time) => this.isClosed(time, minute))) return 'closed';
    if (quietHours.some((window) => this.isIn(window, minute))) return 'quiet';
    return sendWindows.length === 0 || sendWindows.some((window) => this.isIn(window, minute))
      ? 'open'
      : 'quiet';
  }

  /** The same minute where messages may go out then, else when they next may. */
  opening(minute: Minute): Minute {
    if (this.stateAt(minute) === 'open') return minute;
    const end = dayOf(minute) + this.farthest();
    for (let day = dayOf(minute); day < end; day++) {
      const edge = this.edges(day).find((at) => at > minute && this.stateAt(at) === 'open');
      if (edge !== undefined) return edge;
    }
    return minute;
  }

  /** What isn't open within so many days never is: all else comes back each year but dates that are closed once. */
  private farthest(): number {
    const once = this.policy.closed.flatMap((time) =>
      time.kind === 'dates' && !time.yearly ? time.dates : [],
    );
    return YEAR + once.length;
  }

  /** The parts of a day when nothing goes out, in order. */
  pauses(day: number): { readonly from: Minute; readonly to: Minute; readonly state: OpeningState }[] {
    const edges = this.edges(day);
    return edges.flatMap((from, index) => {
      const state = this.stateAt(from);
      return state === 'open' ? [] : [{ from, to: edges[index + 1] ?? (day + 1) * DAY, state }];
    });
  }

  /** The next such day, time of day, or both, that isn't before the minute. */
  next(
    minute: Minute,
    days: 'business' | readonly Weekday[] | undefined,
    clock: ClockTime | undefined,
  ): Minute {
    for (let day = dayOf(minute); ; day++) {
      const fits = days === 'business' ? this.isWorkingDay(day) : (days?.includes(this.weekday(day)) ?? true);
      if (!fits) continue;
      const at = clock ? day * DAY + clockMinutes(clock) : Math.max(minute, day * DAY);
      if (at >= minute) return at;
    }
  }

  /** The same minute where it is in the hours that a step waits for, else when they next begin. */
  hours(minute: Minute, opening: Opening): Minute {
    if (opening.kind === 'sending') return this.opening(minute);
    const { workWeek, closed } = this.policy;
    const own = opening.kind === 'hours' ? opening : workWeek?.hours;
    if (own === undefined) return minute;
    const days = opening.kind === 'hours' ? opening.days : 'business';
    const weekdays = days === 'business' ? this.workingDays() : (days ?? WEEKDAYS);
    const window = { from: own.from, to: own.to, weekdays, source: NOWHERE };
    const policy = {
      ...this.policy,
      quietHours: [],
      sendWindows: [window],
      closed: days === 'business' ? closed : [],
    };
    return new Calendar(policy, this.date(0)).opening(minute);
  }

  /** So many working days later, at the same time of day. */
  afterWorkingDays(minute: Minute, days: number): Minute {
    let at = minute;
    for (let left = days; left > 0;) {
      at += DAY;
      if (this.isWorkingDay(dayOf(at))) left--;
    }
    return at;
  }

  private isWorkingDay(day: number): boolean {
    return this.workingDays().includes(this.weekday(day));
  }

  private workingDays(): readonly Weekday[] {
    const { from, to } = this.policy.workWeek ?? { from: 'monday', to: 'friday' };
    return weekdaysBetween(from, to);
  }

  /** The minutes of a day at which it may open or close, the day's first among them. */
  private edges(day: number): Minute[] {
    const { closed, quietHours, sendWindows } = this.policy;
    const clocks = [
      ...[...quietHours, ...sendWindows].flatMap(({ from, to }) => [from, to]),
      ...closed.flatMap((time) => (time.kind === 'weekly' ? [time.from.time, time.to.time] : [])),
    ];
    const minutes = clocks.map(clockMinutes).filter((minute) => minute < DAY);
    return [...new Set([0, ...minutes])].sort((one, other) => one - other).map((at) => day * DAY + at);
  }

  private isIn({ weekdays, from, to }: TimeWindow, minute: Minute): boolean {
    const start = clockMinutes(from);
    const end = clockMinutes(to);
    const length = end > start ? end - start : end + DAY - start;
    return [dayOf(minute), dayOf(minute) - 1].some((day) => {
      const begins = day * DAY + start;
      const isDay = weekdays === undefined || weekdays.includes(this.weekday(day));
      return isDay && minute >= begins && minute < begins + length;
    });
  }

  private isClosed(time: ClosedTime, minute: Minute): boolean {
    if (time.kind === 'dates') {
      const date = this.date(dayOf(minute));
      return time.dates.some((closed) => (time.yearly ? closed.slice(5) === date.slice(5) : closed === date));
    }
    const inWeek = (weekday: Weekday, clock: ClockTime): number =>
      WEEKDAYS.indexOf(weekday) * DAY + clockMinutes(clock);
    const from = inWeek(time.from.weekday, time.from.time);
    const length = (inWeek(time.to.weekday, time.to.time) - from + WEEK) % WEEK;
    const today = WEEKDAYS.indexOf(this.weekday(dayOf(minute))) * DAY + (minute - dayOf(minute) * DAY);
    return (today - from + WEEK) % WEEK < length;
  }

  private time(day: number): number {
    return (this.firstDay + day) * DAY * 60_000;
  }
}
