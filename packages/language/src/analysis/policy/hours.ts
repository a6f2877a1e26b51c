import {
  allSteps,
  automationsOf,
  byId,
  formatClock,
  hoursFor,
  isLimiting,
  outletsOf,
  outletsWithHours,
  partsOf,
  valuesOf,
  widened,
  type ClockTime,
  type Hours,
  type Journey,
  type JourneyModel,
  type Policy,
  type SourceRange,
  type Step,
  type StepOf,
  type Trigger,
  type Weekday,
} from '@journey/model';
import { remove, replace, type Fix } from '../../diagnostics/fix.ts';
import { listsIn } from '../flow/automations.ts';
import { placeOf } from '../flow/places.ts';
import { sentAtOnce } from '../flow/waits.ts';
import type { Find, ModelCheck, TextOf } from '../check.ts';
import { headOf, memberFix } from './places.ts';
import { minutesIn, openingAfter, silentMinutes, zoneOf, type Minutes, type Opening } from './week.ts';
import { say } from '../../locale/speech.ts';

/** Times of day without the zone that they are meant in. */
export const checkTimezones: ModelCheck = (model, find, textOf) => {
  const known = model.journeys.flatMap(({ policy }) => policy.timezone ?? [])[0] ?? 'UTC';
  for (const journey of model.journeys) {
    if (journey.policy.timezone !== undefined) continue;
    const [first] = clocksOf(journey);
    if (!first) continue;
    const place = first.file === journey.source.file ? first : headOf(journey, textOf);
    const fix = memberFix(say`Add timezone "${known}"`, journey, `timezone "${known}"`, textOf);
    find('clock-without-timezone', {}, place, fix);
  }
};

/** Every place where the journey says a time of day in its own zone. */
function clocksOf(journey: Journey): SourceRange[] {
  const { quietHours, sendWindows, closed } = journey.policy;
  const rules = [...quietHours, ...sendWindows, ...closed.filter(({ kind }) => kind === 'weekly')].filter(
    ({ zone }) => zone === undefined,
  );
  const automations = automationsOf(journey).map(({ automation }) => automation);
  const triggers = automations.flatMap((automation) => automation.triggers);
  return [
    ...rules.map(({ source }) => source),
    ...triggers.flatMap((trigger) => (hasOwnClock(trigger) ? [trigger.source] : [])),
    ...automations.flatMap(({ steps }) => [...allSteps(steps)].flatMap(clockOf)),
  ];
}

function hasOwnClock(trigger: Trigger): boolean {
  if (trigger.kind === 'schedule') return trigger.at.length > 0 && !trigger.zone;
  return trigger.kind === 'date' && 'clock' in trigger.moment && !trigger.zone;
}

function clockOf(step: Step): SourceRange[] {
  if (step.kind === 'at') return 'clock' in step.moment ? [step.moment.source] : [];
  const waitsForClock =
    step.kind === 'wait' && step.wait.kind === 'until' && step.wait.clock && !step.wait.zone;
  return waitsForClock ? [step.source] : [];
}

/** Hours in which nothing could ever be sent. */
export const checkHours: ModelCheck = (model, find) => {
  for (const { policy, source } of model.journeys) {
    const wholeDays = policy.quietHours.filter(({ from, to, on }) => on === undefined && same(from, to));
    for (const quiet of wholeDays)
      find('quiet-all-day', { time: formatClock(quiet.from) }, quiet.source, [
        remove(say`Remove these quiet hours`, quiet.source),
      ]);
    if (wholeDays.length > 0) continue;
    for (const outlet of [undefined, ...outletsWithHours(policy)])
      checkOpenings(hoursFor(policy, outlet && widened(model, outlet)), source.file, find);
  }
};

function checkOpenings(hours: Hours, file: string, find: Find): void {
  if (zoneOf(hours) === undefined) return;
  const shut = shutWindows(hours);
  for (const window of shut)
    find('window-in-quiet-hours', {}, window.source, [remove(say`Remove this window`, window.source)]);
  const rules = [...hours.closed, ...hours.sendWindows, ...hours.quietHours];
  const rule = rules.find((each) => each.source.file === file);
  if (shut.length === 0 && rule && silentMinutes(hours).every(Boolean)) find('never-open', {}, rule.source);
}

function same(one: ClockTime, other: ClockTime): boolean {
  return one.hour === other.hour && one.minute === other.minute;
}

/** The windows for sending that lie in quiet or closed hours altogether. */
function shutWindows(hours: Hours): Hours['sendWindows'] {
  const silent = silentMinutes({ ...hours, sendWindows: [] });
  return hours.sendWindows.filter((window) =>
    minutesIn([window]).every((isIn, minute) => !isIn || silent[minute] === 1),
  );
}

/** Times of day at which something shall be sent, and nothing is. */
export const checkSilentClocks: ModelCheck = (model, find, textOf) => {
  for (const journey of model.journeys) {
    const clocks = new SilentClocks(silentFor(model, journey.policy), find, textOf);
    for (const { automation } of automationsOf(journey)) {
      for (const trigger of automation.triggers) clocks.trigger(trigger, automation.steps);
      for (const steps of listsIn(automation.steps))
        steps.forEach((step, index) => {
          clocks.step(step, steps.slice(index + 1));
        });
    }
  }
};

/** The minutes of the week at which a message doesn't go out; undefined where another zone than the journey's has a say. */
type SilentFor = (send: StepOf<'send'>) => Minutes | undefined;

function silentFor(model: JourneyModel, policy: Policy): SilentFor {
  const known = new Map<string, Minutes | undefined>();
  return ({ message }) => {
    const system = byId(model.messages, message)?.system;
    if (system === undefined) return undefined;
    if (!known.has(system)) {
      const hours = hoursFor(policy, outletsOf(model, system));
      const zone = zoneOf(hours);
      known.set(system, zone && zone.zone === undefined ? silentMinutes(hours) : undefined);
    }
    return known.get(system);
  };
}

class SilentClocks {
  private readonly silent: SilentFor;
  private readonly find: Find;
  private readonly textOf: TextOf;

  constructor(silent: SilentFor, find: Find, textOf: TextOf) {
    this.silent = silent;
    this.find = find;
    this.textOf = textOf;
  }

  trigger(trigger: Trigger, steps: readonly Step[]): void {
    if (!hasOwnClock(trigger)) return;
    const sent = sentAtOnce(steps);
    for (const { clock, weekdays } of startsOf(trigger))
      this.check('schedule-in-quiet-hours', clock, sent, trigger.source, weekdays);
  }

  step(step: Step, following: readonly Step[]): void {
    if (step.kind === 'at' && 'clock' in step.moment) {
      this.check('at-in-quiet-hours', step.moment.clock, sentAtOnce(step.steps), step.moment.source);
    } else if (step.kind === 'wait' && step.wait.kind === 'until' && step.wait.clock && !step.wait.zone) {
      const { clock, days } = step.wait;
      const weekdays = days === 'business' ? undefined : days;
      if (following[0]?.kind === 'send')
        this.check('wait-ends-in-quiet-hours', clock, [following[0]], step.source, weekdays);
    }
  }

  private check(
    name: 'schedule-in-quiet-hours' | 'at-in-quiet-hours' | 'wait-ends-in-quiet-hours',
    clock: ClockTime,
    sent: readonly StepOf<'send'>[],
    source: SourceRange,
    weekdays?: readonly Weekday[],
  ): void {
    const openings = sent.map((send) => {
      const silent = this.silent(send);
      return silent && openingAfter(silent, clock, weekdays);
    });
    // Where something does go out then, the time of day is right.
    const [opening] = openings;
    if (!opening || openings.includes(undefined)) return;
    const parameters = {
      written: formatClock(clock),
      opens: opening.isSameDay ? formatClock(opening.clock) : say`another day, ${formatClock(opening.clock)}`,
    };
    this.find(name, parameters, source, this.laterFix(opening, source));
  }

  // What is due at night would fall on another day: whether it should come before or after, only its author knows.
  private laterFix({ clock, isSameDay }: Opening, source: SourceRange): Fix[] {
    const place = isSameDay ? placeOf(/\d{1,2}:\d{2}/, source, this.textOf) : undefined;
    return place ? [replace(say`Change to ${formatClock(clock)}`, place, formatClock(clock))] : [];
  }
}

/** The times of day at which a trigger starts something, and on which days of the week. */
function startsOf(
  trigger: Trigger,
): readonly { readonly clock: ClockTime; readonly weekdays?: readonly Weekday[] }[] {
  if (trigger.kind === 'date') return 'clock' in trigger.moment ? [{ clock: trigger.moment.clock }] : [];
  if (trigger.kind !== 'schedule') return [];
  const { recurrence, at } = trigger;
  const weekdays = recurrence.kind === 'weekdays' ? { weekdays: recurrence.weekdays } : {};
  return at.map((clock) => ({ clock, ...weekdays }));
}

/** Waits for hours that nobody says. */
export const checkHoursToWaitFor: ModelCheck = (model, find) => {
  for (const { policy, ...journey } of model.journeys) {
    const isSaid = {
      sending: isLimiting(hoursFor(policy)),
      business: policy.workWeek?.hours !== undefined,
      hours: true,
    };
    for (const { automation } of automationsOf({ policy, ...journey })) {
      for (const step of allSteps(automation.steps)) {
        if (step.kind !== 'wait' || step.wait.kind !== 'opening') continue;
        const { kind } = step.wait.of;
        if (kind !== 'hours' && !isSaid[kind]) find('no-hours-to-wait-for', { hours: kind }, step.source);
      }
    }
  }
};

/** Business days where nothing says which days these are. */
export const checkBusinessDays: ModelCheck = (model, find, textOf) => {
  for (const journey of model.journeys) {
    if (journey.policy.workWeek) continue;
    const steps = automationsOf(journey).flatMap(({ automation }) => [...allSteps(automation.steps)]);
    const counting = steps.find(countsBusinessDays);
    if (!counting) continue;
    const fixes = ['sunday-thursday', 'monday-friday'].flatMap((week) =>
      memberFix(say`Add week ${week}`, journey, `week ${week}`, textOf),
    );
    find('business-days-without-week', {}, counting.source, fixes);
  }
};

function countsBusinessDays(step: Step): boolean {
  if (step.kind === 'wait' && step.wait.kind === 'businessDays') return true;
  return valuesOf(step).some((value) => [...partsOf(value)].some(({ kind }) => kind === 'businessDays'));
}
