import type { Expression, Trigger } from '@journey/model';
import {
  bringsRecord,
  byPriority,
  COURSE_ENDS,
  COURSE_EVENTS,
  dateSource,
  entranceNames,
  eventName,
  linkClicks,
  linkPattern,
  segmentEvent,
  segmentsWatched,
  triggerNames,
} from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { asksWhoIsUnderWay, factsCode } from '../facts.ts';
import { compile } from '../javascript/expression.ts';
import { literal, member, object } from '../javascript/literal.ts';
import type { Scope } from '../javascript/scope.ts';
import { luxonDuration, momentFrom } from '../javascript/time.ts';
import { asRenamed, renamingsCode } from './renamings.ts';
import { comesToDoorCode, isLimited, outsideCode, placeCode, standingCode } from './door-code.ts';
import { ANYTHING, dueSoon, listeners } from './runs.ts';

export interface CourseNodes {
  readonly identities: string;
  readonly customer: string;
  readonly known: string;
  readonly past: string;
}

/**
 * What the event means to the journey, as one item: `rows` for itself, segments, stages, the goal, an exit and the
 * runs that it starts, `runs` to keep, `dates` that it sets, and what to `start`, `wake` and bring elsewhere.
 * Nothing where the event has been reported before.
 */
export function courseCode(context: JourneyContext, nodes: CourseNodes): string {
  const { facts } = context;
  // Those of the event itself included.
  const isKnown =
    facts.length === 0 ? '' : ', facts: factsOf([...past, ...rows], DateTime.fromISO(event.at), about())';
  const isOfRuns = asksWhoIsUnderWay(facts);
  const everything = `, runs: all($input.all()), kept: [...all($(${literal(nodes.past)}).all()), ...rows]`;
  const about =
    facts.length === 0 ? '' : `const about = () => ({ customer${isOfRuns ? everything : ''} });\n`;
  return `const journey = ${literal(context.journey.id)};
const { contact, message } = $(${literal(nodes.customer)}).first().json;
const { event } = $(${literal(nodes.identities)}).first().json;
const all = (items) => items.map((item) => item.json).filter((row) => row.id !== undefined);
${renamingsCode(context.journey)}const past = ${asRenamed(context.journey, `all($(${literal(nodes.past)}).all()).filter((row) => row.journey === journey)`)}.sort((a, b) => a.id - b.id);
const underWay = all($input.all()).filter((row) => row.journey === journey);
const known = $(${literal(nodes.known)}).first().json;
const customer = known.data ? JSON.parse(known.data) : {};
const parsed = (text) => (text ? JSON.parse(text) : {});

const name = event.engagement ? event.engagement + ':' + (event.message ?? message) : event.name;
if (past.some((row) => row.key === event.key && row.name === name)) return [];

const rows = [];
const note = (what, more) => rows.push({
  contact, journey, name: what, key: event.key, run: null, step: null, data: '{}', why: null, at: event.at, ...more,
});
const result = (more) => [{ json: { rows, runs: [], dates: [], starts: [], names: [], wakes: [], arrivals: [], ...more } }];
const kept = { data: JSON.stringify(event.data), why: event.reason ?? null };
if (!contact) {
  note(name, { ...kept, why: 'unknown customer' });
  return result();
}

const happens = [name];
const happen = (what) => {
  note(what);
  happens.push(what);
};
${factsCode(facts)}${about}const asRun = (vars) => ({ vars, customer, seen: [], data: event.data${isKnown} });
const fits = (trigger) => trigger.on.some((one) => happens.includes(one)) && trigger.where(asRun(trigger.brings()));
${tables(context)}

// A schedule is for those who are on the journey; nothing is kept of one that passes somebody by.
const ends = ${literal([...COURSE_ENDS])};
const isOnTheWay = !past.some((row) => ends.includes(row.name)) && (members.length === 0 || members.some((is) => is(asRun({}))));
if (name.startsWith('schedule:') && !isOnTheWay) return [];
if (!event.silent) note(name, kept);
${linksCode(context)}
for (const segment of segments) {
  const last = past.findLast((row) => row.name === segment.entered || row.name === segment.left);
  const is = segment.holds(asRun({}));
  if (is !== (last?.name === segment.entered)) happen(is ? segment.entered : segment.left);
}

const arrivals = [];
const current = past.findLast((row) => stages.some((stage) => row.name === stage.id + '.entered'));
const target = event.stage ? stages.find((stage) => stage.id === event.stage) : stages.find((stage) => stage.enter.some(fits));
if (target && current?.name !== target.id + '.entered') {
  if (current) happen(current.name.replace(/\\.entered$/, '.left'));
  happen(target.id + '.entered');
  if (target.arrives) arrivals.push({ workflow: target.arrives, event: { event: ${literal(COURSE_EVENTS.arrived)}, contact, id: event.key, data: customer } });
}

if (name !== ${literal(COURSE_EVENTS.exit)} && exits.some(fits)) note(${literal(COURSE_EVENTS.exit)}, { why: name });
const reached = goals.filter(fits);
if (reached.length > 0) {
  const first = past.find((row) => row.name === ${literal(COURSE_EVENTS.started)});
  const inTime = reached.some((goal) =>
    !goal.within || !first || DateTime.fromISO(event.at) <= DateTime.fromISO(first.at).plus(goal.within));
  note(${literal(COURSE_EVENTS.goal)}, { why: inTime ? null : 'after its window' });
}

const now = DateTime.fromISO(event.at);
const after = past.length > 0 ? past[past.length - 1].id : 0;
const starts = [];
const start = (automation, vars, bound, why) => {
  const run = { id: automation.id + '@' + event.key, automation: automation.id, workflow: automation.workflow, event: event.key, after, started: event.at, attempt: 0 };
  note(${literal(COURSE_EVENTS.started)}, { run: run.id, step: automation.id, why, data: JSON.stringify({ workflow: automation.workflow }) });
  starts.push({ workflow: automation.workflow, call: { run, contact, customer, vars, bound, seen: [], last: after, due: event.at${isKnown} } });
};
const lastExit = past.findLast((row) => row.name === ${literal(COURSE_EVENTS.exit)});
const isTooEarly = (row) => reentry.never || DateTime.fromISO(row.at).plus(reentry.after) > now;
/** Why re-entry refuses it, or nothing. */
const refusal = (automation, enters, once) => {
  if (!reentry) return undefined;
  const begun = past.filter((row) => row.name === ${literal(COURSE_EVENTS.started)} && row.step === automation.id);
  if (enters && begun.length >= (reentry.atMost ?? Infinity)) return 're-entry';
  if (reentry.always) return undefined;
  if (reentry.afterExit) {
    const last = begun[begun.length - 1];
    const isOver = last && past.some((row) => row.id >= last.id && ends.includes(row.name));
    return enters && last && !isOver ? 're-entry' : undefined;
  }
  if (lastExit && isTooEarly(lastExit)) return 'left the journey';
  const before = past.findLast((row) =>
    row.name === ${literal(COURSE_EVENTS.started)} && row.step === automation.id && (once === null || row.why === once));
  return enters && before && isTooEarly(before) ? 're-entry' : undefined;
};
${standingCode(context)}const begins = automations.flatMap((automation) => {
  const arrives = happens[0] === ${literal(COURSE_EVENTS.arrived)} && automation.triggers.some((one) => one.entrance);
  const trigger = automation.triggers.find(arrives ? (one) => one.entrance : fits);
  if (!trigger) return [];
  const vars = trigger.brings();
  const once = reentry?.oncePer ? String(reentry.oncePer(asRun(vars))) : null;
  const enters = arrives || trigger.entrance;
  const bound = trigger.as && event.system ? { [trigger.as]: event.system } : {};
  return [{ automation, vars, bound, once, enters, refused: refusal(automation, enters, once) }];
});
const wanted = automations.find(({ id }) => id === event.automation);
if (wanted) {
  start(wanted, event.data, {}, null);${comesToDoorCode(context)}
} else if (event.automation === undefined) {
  for (const { automation, vars, bound, once, ...begin } of begins) {
    const refused = begin.refused${outsideCode(context)};
    if (refused) note(${literal(COURSE_EVENTS.refused)}, { run: automation.id + '@' + event.key, step: automation.id, why: refused });
    else start(automation, vars, bound, once);
  }
}
${placeCode(context)}
const names = [...rows.map((row) => row.name), ${literal(ANYTHING)}];
const wakes = ${listeners('underWay', 'names')};
// Kept before anything is started or woken: what n8n dies over is found by these rows, and begun again.
const due = ${dueSoon(context.clock.scaled)};
const runs = [
  ...starts.map(({ workflow, call }) => ({
    run: call.run.id, contact, journey, workflow, version: ${literal(String(context.journey.version?.number ?? 1))},
    attempt: '0', call: JSON.stringify(call), due,
  })),
  ...wakes.map((row) => ({ run: row.run, due })),
];
return result({ runs, dates: ${isLimited(context) ? '[...datesOf(), ...placeOf()]' : 'datesOf()'}, starts, arrivals, names, wakes: wakes.map(({ run, url }) => ({ run, url })) });`;
}

/** A click on a link that the journey asks about is an event of its own besides. */
function linksCode({ needed }: JourneyContext): string {
  const links = linkClicks(needed);
  if (links.length === 0) return '';
  const described = links.map(({ of, name, link }) => ({ of, name, is: linkPattern(link) }));
  return `const links = ${literal(described)};
const readable = (letters) => {
  try {
    return decodeURI(letters);
  } catch {
    return letters;
  }
};
const address = String(event.data.link ?? '').trim()
  .replace(/^[a-z]+:[/][/][^/?#]*/i, (host) => host.toLowerCase())
  .replace(/(?:%[0-9a-f][0-9a-f])+/gi, readable);
for (const link of links.filter(({ of, is }) => of === name && new RegExp(is).test(address))) {
  note(link.name, kept);
  happens.push(link.name);
}
`;
}

/** What the code above compares events with. A trigger's filter becomes a function of the run that it would start. */
function tables(context: JourneyContext): string {
  const { journey, automations } = context;
  const entrances = entranceNames(journey);
  const scope = context.scope('run');
  const condition = (where: Expression | undefined, own: Scope = scope): string =>
    where === undefined ? '() => true' : `(run) => Boolean(${compile(where, own)})`;
  const triggerCode = (owner: string, trigger: Trigger): string => {
    const names = triggerNames(owner, trigger);
    const entrance = names.some((name) => entrances.has(name));
    return `{ on: ${literal(names)}, as: ${literal(trigger.as ?? '')}, brings: () => ${brought(trigger, scope)}, entrance: ${entrance}, where: ${condition(
      trigger.where,
      context.scope('run', undefined, (record) => (bringsRecord(trigger, record) ? 'run.data' : undefined)),
    )} }`;
  };
  const started = byPriority(automations.map(({ automation }) => automation)).map((automation) => {
    const triggers = automation.triggers.map((trigger) => triggerCode(automation.id, trigger));
    const workflow = context.automationCallee(automation).id;
    return `{ id: ${literal(automation.id)}, workflow: ${literal(workflow)}, triggers: ${list(triggers, 4)} }`;
  });
  const stages = journey.stages.map((stage) => {
    const enter = stage.enter.map((trigger) => triggerCode(stage.id, trigger));
    const { nestedJourney } = stage;
    const arrives =
      nestedJourney === undefined ? '' : `, arrives: ${literal(context.eventsOf(nestedJourney))}`;
    return `{ id: ${literal(stage.id)}, enter: ${list(enter, 4)}${arrives} }`;
  });
  const goals = journey.goals.map((goal) => {
    const within = goal.within === undefined ? 'null' : literal(luxonDuration(goal.within));
    const reached = goal.segment === undefined ? [] : [segmentEvent(goal.segment, 'entered')];
    return `{ brings: () => Object(), on: ${literal([...goal.events.map(eventName), ...reached])}, where: ${condition(goal.where)}, within: ${within} }`;
  });
  const exits = journey.exits.map((exit) => triggerCode(journey.id, exit));
  const segments = [...segmentsWatched(journey)].map((id) => {
    const holds = `(run) => Boolean(${scope.segment(id)})`;
    return `{ entered: ${literal(segmentEvent(id, 'entered'))}, left: ${literal(segmentEvent(id, 'left'))}, holds: ${holds} }`;
  });
  const members = journey.segments.map((id) => `(run) => Boolean(${scope.segment(id)})`);
  return `const stages = ${list(stages, 2)};
const goals = ${list(goals, 2)};
const exits = ${list(exits, 2)};
const automations = ${list(started, 2)};
const segments = ${list(segments, 2)};
const members = ${list(members, 2)};
const reentry = ${reentryCode(context)};
${datesCode(context)}`;
}

/** What the steps know from the start: what the trigger came with, by its name, or the values that somebody gave. */
function brought(trigger: Trigger, scope: Scope): string {
  if (trigger.kind !== 'manual') {
    return trigger.as === undefined ? 'Object()' : `(${object([[trigger.as, 'event.data']])})`;
  }
  const values = trigger.parameters.map(({ name, default: value }): [string, string] => [
    name,
    `event.data${member(name)} ?? ${value === undefined ? 'null' : compile(value, scope)}`,
  ]);
  return `(${object(values)})`;
}

/** The moments that a thing's dates set, from what its system's events say of it. */
function datesCode(context: JourneyContext): string {
  const { model, journey, automations } = context;
  const triggers = [
    ...journey.enter.map((trigger) => ({ owner: journey.id, trigger })),
    ...automations.flatMap(({ automation }) =>
      automation.triggers.map((trigger) => ({ owner: automation.id, trigger })),
    ),
  ];
  const found = new Map<string, string>();
  for (const { owner, trigger } of triggers) {
    if (trigger.kind !== 'date') continue;
    const source = dateSource(model, trigger.moment.anchor);
    if (source === undefined) {
      const text = `Nothing that is reported to n8n tells of this date: name a field of an event, or of a record that events carry.`;
      context.findings.report('target-trigger-unsupported', text, trigger.source);
      continue;
    }
    const [name = ''] = triggerNames(owner, trigger);
    const on = source.events.map((event) => `${source.system}.${event}`);
    found.set(
      name,
      `{ name: ${literal(name)}, on: ${literal(on)}, path: ${literal(source.field)}, from: (anchor) => ${momentFrom(trigger.moment, 'anchor')} }`,
    );
  }
  const zone = context.zone === undefined ? 'Object()' : `{ zone: ${literal(context.zone)} }`;
  return `const dated = ${list([...found.values()], 2)};
const datesOf = () => dated.filter((one) => one.on.includes(name)).map((one) => {
  const value = one.path.reduce((part, field) => part?.[field], event.data);
  const anchor = DateTime.fromISO(String(value ?? ''), ${zone});
  const due = one.from(anchor);
  const isOff = name.endsWith('.cancelled') || !due.isValid || due <= DateTime.fromISO(event.at);
  return {
    key: journey + ' ' + one.name + ' ' + (event.data.id ?? contact), contact, journey, name: one.name,
    due: isOff ? null : due.toUTC().toISO(), data: JSON.stringify(event.data),
  };
});`;
}

function reentryCode(context: JourneyContext): string {
  const { reentry } = context.journey;
  if (reentry === undefined) return 'null';
  const atMost: [string, string][] = reentry.atMost === undefined ? [] : [['atMost', String(reentry.atMost)]];
  switch (reentry.kind) {
    case 'after':
      return object([...atMost, ['after', literal(luxonDuration(reentry.duration))]]);
    case 'never':
      return object([...atMost, ['never', 'true']]);
    case 'oncePer': {
      const key = compile(
        reentry.key,
        context.scope('run', undefined, () => 'run.data'),
      );
      return object([...atMost, ['never', 'true'], ['oncePer', `(run) => ${key}`]]);
    }
    case 'always':
    case 'afterExit':
      return object([...atMost, [reentry.kind, 'true']]);
  }
}

function list(items: readonly string[], indent: number): string {
  const space = ' '.repeat(indent);
  return items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `${space}${item},\n`).join('')}${space.slice(2)}]`;
}
