import type { ClockTime, Hours, TimeWindow } from '@journey/model';
import {
  connectorOf,
  consentBasis,
  COURSE_ENDS,
  COURSE_EVENTS,
  eventName,
  eventsAskedAbout,
  goesOutBy,
  hoursFor,
  outletsOf,
  outletsWithHours,
  WITHDRAWALS,
} from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Plain } from '../javascript/literal.ts';
import { luxonDuration, luxonWeekday, minutesOf, zoneOf } from '../javascript/time.ts';

/** The journey's policy as data, as the code that decides by it takes it. */
export function policyData(context: JourneyContext): Plain {
  const { journey, model, automations, messagesUsed } = context;
  const { policy } = journey;
  return {
    journey: journey.id,
    ends: [...COURSE_ENDS],
    stopped: COURSE_EVENTS.stopped,
    consented: COURSE_EVENTS.consented,
    version: String(journey.version?.number ?? 1),
    priority: journey.priority,
    priorities: Object.fromEntries(
      automations.flatMap(({ automation: { id, priority } }) => (priority === 0 ? [] : [[id, priority]])),
    ),
    noticed: eventsAskedAbout(
      model,
      automations.map(({ automation }) => automation),
      context.hears,
    ).map(eventName),
    ...hoursData(hoursFor(policy), context),
    business: [businessHours(context)],
    ...closedData(context),
    caps: policy.caps.map((cap) => ({
      messages: cap.messages,
      per: luxonDuration(cap.per),
      waits: cap.overflow === 'wait',
      on: cap.on === undefined ? null : { kind: cap.on.kind, id: cap.on.id },
    })),
    // Who says which events are a no to everything has said it of all of them.
    withdrawals: policy.unsubscribe.some(({ topic }) => topic === undefined) ? [] : WITHDRAWALS,
    messages: Object.fromEntries(
      messagesUsed.map((message) => [
        message.id,
        {
          category: message.category ?? 'marketing',
          topic: message.topic ?? null,
          required: consentBasis(message, policy) === 'required',
          system: message.system,
          channel: connectorOf(model, message.system)?.channel ?? null,
          repeatable: connectorOf(model, message.system)?.delivery?.idempotencyKey !== undefined,
          ...ownHours(message.system, context),
        },
      ]),
    ),
  };
}

/** The hours for what goes out by the system, where they are not those for everything. */
function ownHours(system: string, context: JourneyContext): { readonly hours?: Plain } {
  const { policy } = context.journey;
  const outlets = outletsOf(context.model, system);
  const isNamed = outletsWithHours(policy).some((outlet) => goesOutBy(context.model, system, outlet));
  return isNamed ? { hours: hoursData(hoursFor(policy, outlets), context) } : {};
}

function hoursData({ quietHours, sendWindows }: Hours, context: JourneyContext) {
  const windowData = (window: TimeWindow): Plain => ({
    from: minutesOf(window.from),
    to: minutesOf(window.to),
    ...(window.weekdays === undefined ? {} : { weekdays: window.weekdays.map(luxonWeekday) }),
    ...zoneData(window, context),
  });
  return { quiet: quietHours.map(windowData), windows: sendWindows.map(windowData) };
}

function closedData(context: JourneyContext) {
  const closed = context.journey.policy.closed.map((time) => ({ time, zone: zoneData(time, context) }));
  return {
    closedDates: closed.flatMap(({ time, zone }) =>
      time.kind === 'dates' ? time.dates.map((date) => ({ date, yearly: time.yearly, ...zone })) : [],
    ),
    closedWeekly: closed.flatMap(({ time, zone }) =>
      time.kind === 'weekly' ? [{ from: weekPoint(time.from), to: weekPoint(time.to), ...zone }] : [],
    ),
  };
}

type Timed = Pick<TimeWindow, 'zone'>;

/** Which of {@link zonesOf} the time is meant in. */
function zoneData(time: Timed, context: JourneyContext): { readonly zone?: number } {
  const zone = zoneOf(time, context.scope('state'));
  return zone === undefined ? {} : { zone: zonesOf(context).indexOf(zone) };
}

/** The zones of the policy's hours that are not the journey's, each once, as JavaScript. */
export function zonesOf(context: JourneyContext): string[] {
  const { quietHours, sendWindows, closed } = context.journey.policy;
  const times: readonly Timed[] = [...quietHours, ...sendWindows, ...closed];
  return [...new Set(times.flatMap((time) => zoneOf(time, context.scope('state')) ?? []))];
}

/** The days of the policy's week, and its hours; the whole day where it names none. */
function businessHours(context: JourneyContext): Plain {
  const { hours } = context.journey.policy.workWeek ?? {};
  return {
    from: hours === undefined ? 0 : minutesOf(hours.from),
    to: hours === undefined ? 1440 : minutesOf(hours.to),
    weekdays: [...context.scope('$json').workdays],
  };
}

function weekPoint(point: {
  readonly weekday: Parameters<typeof luxonWeekday>[0];
  readonly time: ClockTime;
}): Plain {
  return { weekday: luxonWeekday(point.weekday), time: minutesOf(point.time) };
}
