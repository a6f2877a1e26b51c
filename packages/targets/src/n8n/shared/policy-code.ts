import type { ConsentSignal, Trigger } from '@journey/model';
import { triggerNames } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { factsCode } from '../facts.ts';
import { compile } from '../javascript/expression.ts';
import { literal, object, type Plain } from '../javascript/literal.ts';
import { momentsCode } from './moments-code.ts';
import { policyData, zonesOf } from './policy-data.ts';
import { asRenamed, renamingsCode, renamingsOf } from './renamings.ts';
import { dueSoon, runKey } from './runs.ts';
import { sendingCode } from './sending-code.ts';

/**
 * Decides about a step: whether the run is over, whether the step was done before, and, for a message, whether it may
 * go out now, later or not at all. What it decides on is the journey's policy, as data at its beginning.
 */
export function policyCode(
  context: JourneyContext,
  nodes: { called: string; run: string; customer: string; runs?: string },
): string {
  return `const policy = ${indented(policyData(context))};

const state = { ...$(${literal(nodes.called)}).first().json.call };
const { step } = state;
const now = ${context.clock.now()};
const parsed = (text) => (text ? JSON.parse(text) : {});
const trueInstant = (moment) => ${context.clock.trueInstant('moment')};
${renamingsCode(context.journey)}const past = ${asRenamed(context.journey, '$input.all().map((item) => item.json).filter((row) => row.id !== undefined)')}.sort((a, b) => a.id - b.id);
// What the event that began the run brought about is not since.
const since = past.filter((row) => row.id > state.run.after && row.journey === policy.journey && row.key !== state.run.event);

// A run that was begun again is at its later attempt: an earlier one that still lives ends here.
const kept = $(${literal(nodes.run)}).first().json;
const isOutrun = kept.run !== undefined && Number(kept.attempt ?? 0) > (state.run.attempt ?? 0);
const isStopped = since.some((row) => row.name === policy.stopped && parsed(row.data).run === state.run.id);
const isJoined = past.some((row) => row.name.startsWith('branch ') && row.key === row.name + ':' + state.run.joins);
if (isOutrun || isJoined) return [{ json: { over: true, kept: true } }];
// Enough other branches of a \`parallel\` around the run have come to their ends.
const ended = (of) => past.filter((row) => row.name.startsWith('branch ')).map((row) => parsed(row.data)).filter((branch) => branch.of === of && !branch.failed);
if ((state.run.races ?? []).some(({ of, first }) => new Set(ended(of).map(({ branch }) => branch)).size >= first)) return [{ json: { over: true, kept: false } }];
// What ended the journey since the run began ends the run.
if (isStopped || since.some((row) => policy.ends.includes(row.name))) return [{ json: { over: true, kept: false } }];

// Begun again, a run looks at each place at what it saw there the first time, and so goes the same way.
const place = [step.id, ...(step.loops ?? []).map((loop) => state.turns?.[loop] ?? 0)].join('/');
const key = state.run.id + '/' + place;
if (step.kind === 'begin') state.replay ??= kept.places ? parsed(kept.places) : undefined;
const earlier = state.replay?.[place];
if (earlier) state.replay = { ...state.replay, [place]: undefined };
const view = earlier ? since.filter((row) => row.id <= earlier.last) : since;

const known = $(${literal(nodes.customer)}).first().json;
if (known.data) state.customer = parsed(known.data);
state.seen = view
  .filter((row) => policy.noticed.includes(row.name) || row.name.startsWith('branch '))
  .map((row) => ({ name: row.name, at: row.at, data: parsed(row.data) }));
${factsOfState(context, nodes.runs)}state.last = earlier?.last ?? (past.length > 0 ? past[past.length - 1].id : state.run.after);

// A record that the trigger brought is kept as the vendor last reported it: a meeting that was moved, say.
for (const [name, system] of Object.entries(state.bound ?? {})) {
  for (const row of view) {
    if (!row.name.startsWith(system + '.')) continue;
    const data = parsed(row.data);
    if (data.id === undefined || data.id !== state.vars[name]?.id) continue;
    state.vars = { ...state.vars, [name]: { ...state.vars[name], ...data } };
    if (row.name === system + '.cancelled') state.vars[name].cancelled = true;
  }
}

// Of messages that wait for the same moment the one with the higher numbers goes first.
const precedence = [policy.priority, policy.priorities[state.run.automation] ?? 0];
const signals = ${signalsCode(context)};
const zones = [${zonesOf(context)
    .map((zone) => `() => ${zone}`)
    .join(', ')}];
const moments = ${momentsCode(context)};
const momentOf = moments[state.run.automation + '/' + step.id];

${KINDS}
${sendingCode(context.clock.scaled ? '{ days: 1 }' : '{ minutes: 10 }')}

const done = past.find((row) => row.key === key && row.name.startsWith('did:'));
delete state.row;
state.key = ${keyForVendor(context)};
state.outcome = 'go';
state.until = null;
state.failures = past.filter((row) => row.key === key && row.name.startsWith('failed:')).length;
const isEndless = kinds[step.kind]() === 'endless';
state.places = { ...state.places, [place]: { last: state.last, begun: state.begun, until: state.until ?? undefined${context.facts.length > 0 ? ', facts: state.facts' : ''} } };
delete state.call;
state.keep = {
  run: ${runKey('state')}, contact: state.contact, journey: policy.journey, workflow: state.run.workflow,
  // What it saw the first time where it hasn't come again yet stays known: n8n may die a second time.
  version: policy.version, attempt: String(state.run.attempt ?? 0), places: JSON.stringify({ ...state.replay, ...state.places }),
  events: step.listen ? JSON.stringify(step.listen) : null, url: step.url ?? null,
  due: isEndless ? null : state.until ? DateTime.fromISO(trueInstant(DateTime.fromISO(state.until))).toUTC().toISO() : ${dueSoon(context.clock.scaled)},
};
if (step.kind === 'begin') state.keep.call = JSON.stringify($(${literal(nodes.called)}).first().json.call);
return [{ json: state }];`;
}

/** Vendors know what they were told under the place's old name. */
function keyForVendor({ journey }: JourneyContext): string {
  return renamingsOf(journey).length === 0
    ? 'key'
    : 'past.find((row) => row.key === key && row.was)?.was ?? key';
}

/** What was asked for there the first time counts where the run is begun again. */
function factsOfState({ facts }: JourneyContext, runs: string | undefined): string {
  if (facts.length === 0) return '';
  const others =
    runs === undefined
      ? ''
      : `, kept: past, runs: $(${literal(runs)}).all().map((item) => item.json).filter((row) => row.id !== undefined)`;
  return `${factsCode(facts)}state.facts = earlier?.facts ?? factsOf(past.filter((row) => row.journey === policy.journey), now, { customer: state.customer${others} });
`;
}

/** One function a kind of question; each may change `state`. */
const KINDS = `const mark = (moment) => {
  const marked = earlier?.begun ?? state.marks?.[place] ?? moment;
  state.marks = { ...state.marks, [place]: marked };
  return marked;
};
const kinds = {
  /** The beginning of a branch. */
  begin() {},
  /** Whether the run goes on at all; that was answered above. */
  check() {},
  /** A loop's next turn. */
  turn() {
    state.turns = { ...state.turns, [step.id]: (state.turns?.[step.id] ?? 0) + 1 };
    for (const inner of step.inner) delete state.turns[inner];
    if (step.items) state.vars = { ...state.vars, [step.item]: step.items[state.turns[step.id] - 1] };
  },
  /** The beginning of a wait whose end is known. */
  pause() {
    state.begun = mark(momentOf(state)?.toISO() ?? now.toISO());
    state.until = state.begun;
    state.due = state.until;
  },
  /** A moment, each time that it is looked at. It is past where it was so when the run came to it. */
  at() {
    state.begun = mark(state.due ?? now.toISO());
    const moment = momentOf(state);
    const isOff = !moment?.isValid || moment <= DateTime.fromISO(state.begun);
    state.outcome = isOff ? 'skip' : moment <= now ? 'go' : 'wait';
    if (state.outcome === 'go') state.due = moment.toISO();
    if (state.outcome === 'wait') state.until = moment.toISO();
  },
  /** The beginning of a wait that may be cut short, and each return to it. */
  listen() {
    state.begun = mark(now.toISO());
    const begun = DateTime.fromISO(state.begun, { setZone: true });
    // A deadline is looked at each time: its date may have moved. Where there is none any more, time is up.
    const deadline = momentOf && (momentOf(state)?.isValid ? momentOf(state) : begun);
    state.until = (step.upTo ? begun.plus(step.upTo) : deadline)?.toISO() ?? null;
    state.due = state.until && DateTime.fromISO(state.until) <= now ? state.until : now.toISO();
    return state.until ? undefined : 'endless';
  },
  action() {
    if (done) {
      state.outcome = 'leave';
      state.result = parsed(done.data);
      return;
    }
    if (!step.once) return;
    const last = past.findLast((row) => row.key === key && /^(trying|failed|unknown):/.test(row.name));
    if (last && !last.name.startsWith('failed:')) leaveOpen(last);
    else record('trying', null, { attempt: state.run.attempt ?? 0 });
  },
  send() {
    const message = policy.messages[step.message];
    // A message that has begun and didn't fail may have gone out: only a vendor that knows a repetition by its key is
    // told again.
    const last = past.findLast((row) => row.key === key && /^(begun|failed|sent|spared|unknown):/.test(row.name));
    if (last && !last.name.startsWith('failed:') && !(isCutOff(last) && message.repeatable)) {
      leaveOpen(last);
      return;
    }
    const allowed = nextAllowed(now, { ...policy, ...message.hours });
    const waits = allowed.moment > now ? allowed : givesWay() ? { moment: now.plus({ minutes: 2 }), why: 'priority' } : undefined;
    if (waits) {
      state.outcome = 'wait';
      state.until = waits.moment.toISO();
      record('deferred', waits.why, { until: state.until, precedence });
      return;
    }
    const refused = refusal(message);
    if (refused?.until) {
      state.outcome = 'wait';
      state.until = refused.until.toISO();
      record('deferred', refused.why, { until: state.until, precedence });
    } else if (refused) {
      state.outcome = 'leave';
      record('spared', refused.why, {});
    } else {
      record('begun', null, { attempt: state.run.attempt ?? 0 });
    }
  },
};

/** Whether n8n died between a deed's beginning and its note: nobody lives who would note it. */
const isCutOff = (last) => /^(begun|trying):/.test(last.name) && parsed(last.data).attempt < (state.run.attempt ?? 0);
/** What may have been done is not done a second time. That nobody knows is noted, for people to look. */
const leaveOpen = (last) => {
  state.outcome = 'leave';
  if (isCutOff(last)) record('unknown', 'n8n stopped while it was done', {});
};
const record = (what, why, data) => {
  state.row = {
    contact: state.contact, journey: policy.journey, name: what + ':' + (step.message ?? step.once), key, run: state.run.id,
    step: step.id, data: JSON.stringify(data), why, at: now.toISO(),
  };
};`;

/** Longer than a database takes to write a row. */
const SETTLING = 300;

/**
 * With several workers two may write at once: PostgreSQL numbers a row before others see it, so that the second could
 * take itself for the first. One n8n alone writes one row after the other.
 */
export function settleCode(): string {
  return `const items = $input.all();
if ($env.EXECUTIONS_MODE !== 'queue') return items;
return new Promise((resolve) => setTimeout(() => resolve(items), ${SETTLING}));`;
}

/**
 * Of two executions that begin the same message or action at once, the one whose row came first goes on; the other leaves it. n8n
 * has no lock: its tables number their rows, which decides as well.
 */
export function claimCode(nodes: { decision: string; noted: string }): string {
  return `const state = $(${literal(nodes.decision)}).first().json;
const mine = $(${literal(nodes.noted)}).first().json;
const rows = $input.all().map((item) => item.json).filter((row) => row.id !== undefined).sort((a, b) => a.id - b.id);
const failed = rows.findLast((row) => row.id < mine.id && row.name.startsWith('failed:'));
const first = rows.find((row) => row.name === mine.name && row.id > (failed?.id ?? 0));
const isLate = /^(begun|trying):/.test(state.row.name) && first.id !== mine.id && JSON.parse(first.data).attempt === JSON.parse(mine.data).attempt;
return [{ json: isLate ? { ...state, outcome: 'leave' } : state }];`;
}

/** The events by which customers take back or give consent; a filter becomes a function of what the event carries. */
function signalsCode(context: JourneyContext): string {
  const { journey } = context;
  const scope = context.scope('run', undefined, () => 'run.data');
  const entries = (signals: readonly ConsentSignal[]): string =>
    `[${signals.map(({ trigger, topic }) => `{ topic: ${literal(topic ?? null)}, on: ${literal(triggerNames(journey.id, trigger))}, where: ${filter(trigger)} }`).join(', ')}]`;
  const filter = ({ as, where }: Trigger): string => {
    if (where === undefined) return '() => true';
    const vars = as === undefined ? 'Object()' : object([[as, 'data']]);
    return `(data) => [{ vars: ${vars}, customer: state.customer, seen: [], data, facts: state.facts }].some((run) => ${compile(where, scope)})`;
  };
  return `{ no: ${entries(journey.policy.unsubscribe)}, yes: ${entries(journey.policy.subscribe)} }`;
}

/** Data at the head of code, as a person would write it. */
export function indented(value: Plain): string {
  return JSON.stringify(value, undefined, 2);
}
