import type { Automation, CalendarDay, SchedulePeriod, Trigger } from '@journey/model';
import { looksDaily, triggerNames } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { compile } from '../javascript/expression.ts';
import { literal, object } from '../javascript/literal.ts';
import { atClock, luxonDuration, luxonWeekday, luxonWeekdays } from '../javascript/time.ts';
import { renamingsCode, renamingsOf } from './renamings.ts';
import { dueSoon } from './runs.ts';

type Schedule = Extract<Trigger, { kind: 'schedule' }>;

/** The automations that the calendar starts. */
export function schedulesOf({
  automations,
}: JourneyContext): readonly { automation: Automation; trigger: Schedule }[] {
  return automations.flatMap(({ automation }) =>
    automation.triggers.flatMap((trigger) => (trigger.kind === 'schedule' ? [{ automation, trigger }] : [])),
  );
}

/** Whether every customer must be looked at from time to time, though nothing happens to them. */
export function looksAtAll(context: JourneyContext): boolean {
  return schedulesOf(context).length > 0 || looksAtDays(context);
}

function looksAtDays({ model, journey, automations }: JourneyContext): boolean {
  const own = automations.map(({ automation }) => automation);
  return looksDaily(model, journey, own);
}

/** The schedules that have come round since the clock ticked last, and the days that have begun. One item each. */
export function scheduleCode(context: JourneyContext, tick: string): string {
  const { clock } = context;
  const schedules = schedulesOf(context).map(({ automation, trigger }) => {
    const [name = ''] = triggerNames(automation.id, trigger);
    return `  { name: ${literal(name)}, next: ${nextCode(context, trigger)} },`;
  });
  const day = looksAtDays(context)
    ? '\n  { name: "day", next: (after) => after.plus({ days: 1 }).startOf("day"), silent: true },'
    : '';
  return `${CALENDAR}
const rounds = [
${schedules.join('\n')}${day}
];
const now = ${clock.now()};
const row = $(${literal(tick)}).first().json;
const begun = DateTime.fromISO(row.data ?? now.toISO(), { zone: now.zoneName });
const last = DateTime.fromISO(row.due ?? now.toISO(), { zone: now.zoneName });
return rounds.flatMap(({ name, next, silent }) => {
  const found = [];
  // After a long pause only the last round counts: nobody wants the news of three weeks at once.
  for (let at = next(last, begun); at && at <= now; at = next(at, begun)) found.splice(0, 1, at);
  return found.map((at) => ({ json: { name, at: at.toUTC().toISO(), silent: silent ?? false } }));
});`;
}

/** JavaScript for the next time after `after`; an interval counts from when the journey was put to work. */
function nextCode(context: JourneyContext, { recurrence, at, from, until }: Schedule): string {
  const zone = context.zone === undefined ? '' : `, { zone: ${literal(context.zone)} }`;
  const first = from === undefined ? 'null' : `DateTime.fromISO(${literal(from)}${zone})`;
  const last = until === undefined ? 'null' : `DateTime.fromISO(${literal(until)}${zone}).endOf("day")`;
  const clocks =
    at.length === 0 ? '(day) => [day]' : `(day) => [${at.map((time) => atClock('day', time)).join(', ')}]`;
  if (recurrence.kind === 'interval') {
    const step = literal(luxonDuration(recurrence.every));
    return `intervals(${step}, ${clocks}, ${first}, ${last})`;
  }
  return `days((day) => ${comesOn(recurrence, luxonWeekdays(context.journey.policy.workWeek))}, ${at.length === 0 ? '(day) => [day.startOf("day")]' : clocks}, ${first}, ${last})`;
}

/** JavaScript for whether a schedule comes on `day`. */
function comesOn(recurrence: Schedule['recurrence'], workdays: readonly number[]): string {
  switch (recurrence.kind) {
    case 'businessDays':
      return `${literal(workdays)}.includes(day.weekday)`;
    case 'weekdays':
      return `${literal(recurrence.weekdays.map(luxonWeekday))}.includes(day.weekday)`;
    case 'calendar':
      return recurrence.days.map((day) => isDay(day, recurrence.period, workdays)).join(' || ');
    // Every day is looked at; whose day it is depends on the customer.
    case 'anniversary':
    case 'daily':
    case 'interval':
      return 'true';
  }
}

function isDay(day: CalendarDay, period: SchedulePeriod, workdays: readonly number[]): string {
  const month = day.month === undefined ? '' : `day.month === ${day.month} && `;
  const unit = literal(day.month === undefined ? period : 'month');
  if (day.kind === 'number') {
    return `(${month}day.hasSame(day.startOf(${unit}).plus({ days: ${day.day - 1} }), "day"))`;
  }
  const fits =
    day.of === 'day'
      ? '() => true'
      : `(one) => ${literal(day.of === 'businessDay' ? [...workdays] : [luxonWeekday(day.of)])}.includes(one.weekday)`;
  const index = { first: 0, second: 1, third: 2, fourth: 3, last: -1 }[day.ordinal];
  return `(${month}daysOf(day, ${unit}).filter(${fits}).at(${index})?.hasSame(day, "day"))`;
}

/** What the schedules above are reckoned with. */
const CALENDAR = `const within = (moments, after, last) => moments.sort((a, b) => a - b).find((at) => at > after && (!last || at <= last));
const intervals = (every, clocks, first, last) => (after, begun) => {
  for (let day = first ?? begun.plus(every); !last || day <= last; day = day.plus(every)) {
    const at = within(clocks(day), after, last);
    if (at) return at;
  }
};
const days = (comes, clocks, first, last) => (after) => {
  let day = (first && first > after ? first : after).startOf('day');
  // The 29th of February is up to eight years away.
  for (let count = 0; count < 2930; count++, day = day.plus({ days: 1 })) {
    const at = comes(day) && within(clocks(day), first && first > after ? first.minus(1) : after, last);
    if (at) return at;
  }
};
const daysOf = (day, unit) => {
  const found = [];
  for (let one = day.startOf(unit); one.hasSame(day, unit); one = one.plus({ days: 1 })) found.push(one);
  return found;
};`;

/** JavaScript that says of schedules on a date of the customer's whether `at` is that day: by the schedule's name. */
export function anniversariesCode(context: JourneyContext): string {
  const scope = context.scope('run', undefined, () => 'run.customer');
  const zone = context.zone === undefined ? '' : `, { zone: ${literal(context.zone)} }`;
  const months = { month: 1, quarter: 3, year: 12 };
  const entries = schedulesOf(context).flatMap(({ automation, trigger }): [string, string][] => {
    if (trigger.recurrence.kind !== 'anniversary') return [];
    const { of, period } = trigger.recurrence;
    const [name = ''] = triggerNames(automation.id, trigger);
    const date = `DateTime.fromISO(String(${compile(of, scope)} ?? "")${zone})`;
    return [[name, `(run, at) => isAnniversary(${date}, at, ${months[period]})`]];
  });
  return `// A date that a month lacks is kept on its last day.
const isAnniversary = (of, at, every) => {
  const months = (at.year - of.year) * 12 + at.month - of.month;
  return of.isValid && months > 0 && months % every === 0 && at.day === Math.min(of.day, at.endOf('month').day);
};
const anniversaries = ${object(entries)};`;
}

/** The tick's own row: \`due\` is its moment, \`data\` when the journey was put to work. */
export function tickCode(context: JourneyContext, found: string): string {
  return `const row = $(${literal(found)}).first().json;
const now = ${context.clock.now()}.toUTC().toISO();
return [{ json: { key: 'clock ' + ${literal(context.journey.id)}, journey: 'clock', due: now, data: row.data ?? now, ticked: row.due ?? now } }];`;
}

/** How often a run is begun again where it comes no further. */
const TIMES = 5;

/**
 * Runs that showed no life when they should have, because n8n died while they were at work; and, where customers under
 * way move to a new version, those that began on another. Each begins again, remembering what was done.
 */
export function lostCode(
  context: JourneyContext,
  nodes: { tick: string; overdue: string; moved?: string },
): string {
  const rows = [nodes.overdue, ...(nodes.moved === undefined ? [] : [nodes.moved])]
    .map((node) => `...$(${literal(node)}).all()`)
    .join(', ');
  const version = context.journey.version?.number ?? 1;
  const isRenamed = renamingsOf(context.journey).length > 0;
  const automation = isRenamed ? 'nowAt(call.run.automation)' : 'call.run.automation';
  const places = 'row.places ? JSON.parse(row.places) : undefined';
  const replay = isRenamed
    ? `row.places ? Object.fromEntries(Object.entries(JSON.parse(row.places)).map(([place, seen]) => [placeNow(place), seen])) : undefined`
    : places;
  return `const { ticked } = $(${literal(nodes.tick)}).first().json;
const workflows = ${literal(
    Object.fromEntries(
      context.automations.map(({ automation }) => [automation.id, context.automationCallee(automation).id]),
    ),
  )};
${renamingsCode(context.journey)}const now = ${context.clock.now()};
// When n8n was down itself, what is due goes on by itself now; who still shows no life is found at the next look.
const wasDown = now.diff(DateTime.fromISO(ticked)).as('minutes') > ${context.clock.scaled ? 1e9 : 5};
const seen = new Set();
return [${rows}].map((item) => item.json).filter((row) => row.run && row.call && !seen.has(row.run) && seen.add(row.run)).flatMap((row) => {
  const call = JSON.parse(row.call);
  const isMoved = row.version !== ${literal(String(version))} && ${context.journey.version?.underWay === 'move'};
  if (wasDown && !isMoved) return [];
  const attempt = Number(row.attempt ?? 0) + 1;
  // What dies each time at the same place would die for ever.
  const before = row.tries ? JSON.parse(row.tries) : Object();
  const places = Object.keys(row.places ? JSON.parse(row.places) : Object()).length;
  const times = places > (before.places ?? -1) ? 1 : before.times + 1;
  if (times > ${TIMES}) return [{ json: { row: { run: row.run, due: null }, aside: {
    key: 'run ' + row.run, contact: row.contact, journey: row.journey, run: row.run, step: null, what: 'run', url: null,
    why: 'n8n stopped ${TIMES} times at the same place', at: now.toISO(),
  } } }];
  const workflow = isMoved ? workflows[${automation}] ?? row.workflow : row.workflow;
  const replay = ${replay};
  return [{ json: {
    workflow, call: { ...call, run: { ...call.run, attempt, workflow${isRenamed ? `, automation: ${automation}` : ''} }, replay, call: undefined, step: undefined },
    row: { run: row.run, attempt: String(attempt), tries: JSON.stringify({ places, times }), version: ${literal(String(version))}, workflow, due: ${dueSoon(context.clock.scaled)} },
  } }];
});`;
}
