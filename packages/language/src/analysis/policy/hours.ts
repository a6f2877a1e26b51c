import {
  allSteps,
  automationsOf,
  formatClock,
  partsOf,
  valuesOf,
  type ClockTime,
  type Journey,
  type Policy,
  type SourceRange,
  type Step,
  type Trigger,
  type Weekday,
} from '@journey/model';
import { remove, replace, type Fix } from '../../diagnostics/fix.ts';
import { listsIn } from '../flow/automations.ts';
import { placeOf } from '../flow/places.ts';
import { sendsAtOnce } from '../flow/waits.ts';
import type { Find, ModelCheck, TextOf } from '../check.ts';
import { headOf, memberFix } from './places.ts';
import { minutesIn, openingAfter, silentMinutes, type Minutes, type Opening } from './week.ts';
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
  const rules = [...quietHours, ...sendWindows, ...closed.filter(({ kind }) => kind === 'weekly')];
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
    const wholeDays = policy.quietHours.filter(({ from, to }) => same(from, to));
    for (const quiet of wholeDays)
      find('quiet-all-day', { time: formatClock(quiet.from) }, quiet.source, [
        remove(say`Remove these quiet hours`, quiet.source),
      ]);
    if (wholeDays.length > 0) continue;
    const shut = shutWindows(policy);
    for (const window of shut)
      find('window-in-quiet-hours', {}, window.source, [remove(say`Remove this window`, window.source)]);
    const rules = [...policy.closed, ...policy.sendWindows, ...policy.quietHours];
    const rule = rules.find((each) => each.source.file === source.file);
    if (shut.length === 0 && rule && silentMinutes(policy).every(Boolean))
      find('never-open', {}, rule.source);
  }
};

function same(one: ClockTime, other: ClockTime): boolean {
  return one.hour === other.hour && one.minute === other.minute;
}

/** The windows for sending that lie in quiet or closed hours altogether. */
function shutWindows(policy: Policy): Policy['sendWindows'] {
  const silent = silentMinutes({ ...policy, sendWindows: [] });
  return policy.sendWindows.filter((window) =>
    minutesIn([window]).every((isIn, minute) => !isIn || silent[minute] === 1),
  );
}

/** Times of day at which something shall be sent, and nothing is. */
export const checkSilentClocks: ModelCheck = (model, find, textOf) => {
  for (const journey of model.journeys) {
    const silent = silentMinutes(journey.policy);
    if (!silent.some(Boolean)) continue;
    const clocks = new SilentClocks(silent, find, textOf);
    for (const { automation } of automationsOf(journey)) {
      for (const trigger of automation.triggers) clocks.trigger(trigger, automation.steps);
      for (const steps of listsIn(automation.steps))
        steps.forEach((step, index) => {
          clocks.step(step, steps.slice(index + 1));
        });
    }
  }
};

class SilentClocks {
  private readonly silent: Minutes;
  private readonly find: Find;
  private readonly textOf: TextOf;

  constructor(silent: Minutes, find: Find, textOf: TextOf) {
    this.silent = silent;
    this.find = find;
    this.textOf = textOf;
  }

  trigger(trigger: Trigger, steps: readonly Step[]): void {
    if (!hasOwnClock(trigger) || !sendsAtOnce(steps)) return;
    for (const { clock, weekdays } of startsOf(trigger))
      this.check('schedule-in-quiet-hours', clock, trigger.source, weekdays);
  }

  step(step: Step, following: readonly Step[]): void {
    if (step.kind === 'at' && 'clock' in step.moment && sendsAtOnce(step.steps)) {
      this.check('at-in-quiet-hours', step.moment.clock, step.moment.source);
    } else if (step.kind === 'wait' && step.wait.kind === 'until' && step.wait.clock && !step.wait.zone) {
      const { clock, days } = step.wait;
      if (following[0]?.kind === 'send')
        this.check('wait-ends-in-quiet-hours', clock, step.source, days === 'business' ? undefined : days);
    }
  }

  private check(
    name: 'schedule-in-quiet-hours' | 'at-in-quiet-hours' | 'wait-ends-in-quiet-hours',
    clock: ClockTime,
    source: SourceRange,
    weekdays?: readonly Weekday[],
  ): void {
    const opening = openingAfter(this.silent, clock, weekdays);
    if (!opening) return;
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
      sending: [...policy.quietHours, ...policy.sendWindows, ...policy.closed].length > 0,
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
