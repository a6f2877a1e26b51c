import type { ClockTime, Journey } from '@journey/model';
import { connectorOf, COURSE_EVENTS, eventName, WITHDRAWALS } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal, type Plain } from '../javascript/literal.ts';
import { luxonDuration, luxonWeekday } from '../javascript/time.ts';
import { eventsAskedAbout } from '../usage.ts';

/**
 * Decides about a step: whether the run is over, whether the step was done before, and, for a message, whether it may
 * go out now, later or not at all. What it decides on is the journey's policy, as data at its beginning.
 */
export function policyCode(context: JourneyContext, nodes: { called: string; customer: string }): string {
  return `const policy = ${indented(policyData(context))};

const state = { ...$(${literal(nodes.called)}).first().json.call };
delete state.call;
const step = state.step;
const now = ${context.clock.now()};
const past = $input.all().map((item) => item.json).filter((row) => row.id !== undefined).sort((a, b) => a.id - b.id);
const since = past.filter((row) => row.id > state.run.after && row.journey === policy.journey);

// What ended the journey since the run began ends the run: no item, and nothing follows.
if (since.some((row) => policy.ends.includes(row.name))) return [];

const parsed = (text) => (text ? JSON.parse(text) : {});
const known = $(${literal(nodes.customer)}).first().json;
if (known.data) state.customer = parsed(known.data);
state.seen = since
  .filter((row) => policy.noticed.includes(row.name))
  .map((row) => ({ name: row.name, at: row.at, data: parsed(row.data) }));
state.last = past.length > 0 ? past[past.length - 1].id : state.run.after;

// A record that the trigger brought is kept as the vendor last reported it: a meeting that was moved, say.
for (const [name, system] of Object.entries(state.bound ?? {})) {
  for (const row of since) {
    if (!row.name.startsWith(system + '.')) continue;
    const data = parsed(row.data);
    if (data.id === undefined || data.id !== state.vars[name]?.id) continue;
    state.vars[name] = { ...state.vars[name], ...data };
    if (row.name === system + '.cancelled') state.vars[name].cancelled = true;
  }
}

${KINDS}
const place = [step.id, ...(step.loops ?? []).map((loop) => state.turns?.[loop] ?? 0)].join('/');
const key = state.run.id + '/' + place;
const done = past.find((row) => row.key === key && row.name.startsWith('did:'));
delete state.row;
state.key = key;
state.outcome = 'go';
kinds[step.kind]();
return [{ json: state }];`;
}

/** One function a kind of question; each may change \`state\`. */
const KINDS = `const kinds = {
  /** Whether the run goes on at all; that was answered above. */
  check() {},
  /** A loop's next turn. */
  turn() {
    state.turns = { ...state.turns, [step.id]: (state.turns?.[step.id] ?? 0) + 1 };
    for (const inner of step.inner) delete state.turns[inner];
    if (step.items) state.vars = { ...state.vars, [step.item]: step.items[state.turns[step.id] - 1] };
  },
  /** The beginning of a wait that may be cut short, and each return to it. */
  listen() {
    const begun = state.marks?.[place] ?? now.toISO();
    state.marks = { ...state.marks, [place]: begun };
    state.begun = begun;
    state.until = step.upTo ? DateTime.fromISO(begun, { setZone: true }).plus(step.upTo).toISO() : null;
  },
  action() {
    if (!done) return;
    state.outcome = 'leave';
    state.result = parsed(done.data);
  },
  send() {
    const message = policy.messages[step.message];
    // A message that has begun and didn't fail may have gone out, even if nobody lived to note it.
    const last = past.findLast((row) => row.key === key && /^(begun|failed|sent):/.test(row.name));
    if (last && !last.name.startsWith('failed:')) {
      state.outcome = 'leave';
      return;
    }
    const allowed = nextAllowed(now);
    if (allowed.moment > now) {
      state.outcome = 'wait';
      state.until = allowed.moment.toISO();
      record('deferred', allowed.why);
      return;
    }
    const why = refusal(message);
    if (why) {
      state.outcome = 'leave';
      record('spared', why);
    } else {
      record('begun', null);
    }
  },
};

const record = (what, why) => {
  state.row = {
    contact: state.contact, journey: policy.journey, name: what + ':' + step.message, key, run: state.run.id,
    step: step.id, data: '{}', why, at: now.toISO(),
  };
};

/** Why this message is not sent to this customer at all, or nothing. */
const refusal = (message) => {
  if (policy.withdrawable.includes(message.category)) {
    const last = [...past].reverse().find((row) => policy.withdrawals.includes(row.name) || row.name === 'journey.consented');
    if (last && last.name !== 'journey.consented') return 'consent withdrawn';
  }
  if (policy.consentRequired.includes(message.category) && !consented(message.category)) return 'no consent';
  if (message.category !== 'marketing') return undefined;
  const capped = policy.caps.find((cap) => {
    const from = now.minus(cap.per).toMillis();
    const counted = past.filter((row) =>
      row.name.startsWith('sent:') && DateTime.fromISO(row.at).toMillis() > from && counts(cap, row.name.slice(5)));
    return counts(cap, step.message) && counted.length >= cap.messages;
  });
  return capped && 'cap of ' + capped.messages + ' messages';
};
const counts = (cap, id) => {
  const message = policy.messages[id];
  return !cap.on || (message !== undefined && message[cap.on.kind] === cap.on.id);
};
const consented = (category) => {
  const given = state.customer?.consent;
  return given === true || given === category || (Array.isArray(given) && given.includes(category));
};

/** The first moment from \`from\` on at which the policy lets anything be sent, and what stood in the way. */
const nextAllowed = (from) => {
  let moment = from;
  let why = null;
  for (let round = 0; round < 1000; round++) {
    const blocked = obstacle(moment);
    if (!blocked) return { moment, why };
    moment = blocked.end;
    why = blocked.why;
  }
  return { moment, why };
};
const obstacle = (moment) => {
  const quiet = within(policy.quiet, moment);
  if (quiet) return { end: quiet.end, why: 'quiet hours' };
  const closed = closedUntil(moment);
  if (closed) return { end: closed, why: 'closed' };
  if (policy.windows.length === 0 || within(policy.windows, moment)) return undefined;
  const openings = policy.windows.flatMap((window) => spans(window, moment, 0, 8).map((span) => span.start));
  const next = openings.filter((start) => start > moment).sort((a, b) => a - b)[0];
  return next && { end: next, why: 'outside the sending hours' };
};
const within = (windows, moment) =>
  windows.flatMap((window) => spans(window, moment, -1, 0)).find((span) => span.start <= moment && moment < span.end);
/** The stretches of a daily window on the days from \`first\` to \`last\`, counted from the moment's own. */
const spans = (window, moment, first, last) => {
  const found = [];
  for (let day = first; day <= last; day++) {
    const date = moment.startOf('day').plus({ days: day });
    if (window.weekdays && !window.weekdays.includes(date.weekday)) continue;
    const start = clock(date, window.from);
    const end = clock(window.to <= window.from ? date.plus({ days: 1 }) : date, window.to);
    found.push({ start, end });
  }
  return found;
};
const clock = (date, minutes) =>
  minutes === 1440 ? date.plus({ days: 1 }).startOf('day')
    : date.set({ hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0, millisecond: 0 });
const closedUntil = (moment) => {
  const today = moment.toISODate();
  const isClosed = policy.closedDates.some(({ date, yearly }) => (yearly ? date.slice(5) === today.slice(5) : date === today));
  if (isClosed) return moment.plus({ days: 1 }).startOf('day');
  for (const week of policy.closedWeekly) {
    for (let back = 0; back <= 7; back++) {
      const date = moment.startOf('day').minus({ days: back });
      if (date.weekday !== week.from.weekday) continue;
      const start = clock(date, week.from.time);
      const days = (week.to.weekday - week.from.weekday + 7) % 7;
      const end = clock(date.plus({ days }), week.to.time);
      const last = end > start ? end : clock(date.plus({ days: 7 }), week.to.time);
      if (start <= moment && moment < last) return last;
    }
  }
  return undefined;
};`;

function policyData(context: JourneyContext): Plain {
  const { journey, model, automations, messagesUsed } = context;
  const { policy } = journey;
  const required = policy.consent.filter((rule) => rule.basis === 'required').map((rule) => rule.category);
  return {
    journey: journey.id,
    ends: [COURSE_EVENTS.goal, COURSE_EVENTS.exit],
    noticed: eventsAskedAbout(automations.map(({ automation }) => automation)).map(eventName),
    quiet: policy.quietHours.map(windowData),
    windows: policy.sendWindows.map(windowData),
    closedDates: policy.closed.flatMap((time) =>
      time.kind === 'dates' ? time.dates.map((date) => ({ date, yearly: time.yearly })) : [],
    ),
    closedWeekly: policy.closed.flatMap((time) =>
      time.kind === 'weekly' ? [{ from: weekPoint(time.from), to: weekPoint(time.to) }] : [],
    ),
    caps: policy.caps.map((cap) => ({
      messages: cap.messages,
      per: luxonDuration(cap.per),
      on: cap.on === undefined ? null : { kind: cap.on.kind, id: cap.on.id },
    })),
    withdrawable: ['marketing', ...required.filter((category) => category !== 'marketing')],
    withdrawals: model.systems.flatMap((system) => WITHDRAWALS.map((name) => `${system.id}.${name}`)),
    consentRequired: required,
    messages: Object.fromEntries(
      messagesUsed.map((message) => [
        message.id,
        {
          category: message.category ?? 'marketing',
          system: message.system,
          channel: connectorOf(model, message.system)?.channel ?? null,
        },
      ]),
    ),
  };
}

function windowData(window: Journey['policy']['quietHours'][number]): Plain {
  return {
    from: minutes(window.from),
    to: minutes(window.to),
    ...(window.weekdays === undefined ? {} : { weekdays: window.weekdays.map(luxonWeekday) }),
  };
}

function weekPoint(point: {
  readonly weekday: Parameters<typeof luxonWeekday>[0];
  readonly time: ClockTime;
}): Plain {
  return { weekday: luxonWeekday(point.weekday), time: minutes(point.time) };
}

function minutes(time: ClockTime): number {
  return time.hour * 60 + time.minute;
}

/** Data at the head of code, as a person would write it. */
export function indented(value: Plain): string {
  return JSON.stringify(value, undefined, 2);
}
