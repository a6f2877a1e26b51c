import type { EventReference, Journey, RecordType, Trigger, ValueType } from '@journey/model';
import { byId, connectorOf, COURSE_EVENTS, eventName } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { compile } from '../javascript/expression.ts';
import { literal, type Plain } from '../javascript/literal.ts';
import { luxonDuration } from '../javascript/time.ts';
import { eventsNeeded, eventsOfTrigger } from '../usage.ts';
import { indented } from './policy-code.ts';

/** Reads what an intake passes on: types its fields and finds by what the customer is known. One item an identity. */
export function identityCode(context: JourneyContext, called: string): string {
  return `const types = ${indented(eventTypes(context))};

const given = $(${literal(called)}).first().json.event;
const name = given.system ? given.system + '.' + given.event : given.event;
const type = types[name] ?? { fields: Object(), record: null };
const typed = {
  number: (value) => (value === '' || value === null || Number.isNaN(Number(value)) ? undefined : Number(value)),
  boolean: (value) => value === true || value === 'true',
  moment: (value) => (value instanceof Date ? value.toISOString() : value),
};
const data = { ...given.data };
for (const [field, kind] of Object.entries(type.fields)) {
  if (data[field] !== undefined && typed[kind]) data[field] = typed[kind](data[field]);
}
const text = (value) => (value === undefined || value === null ? '' : String(value).trim());
if (!data.full_name && (data.first_name || data.last_name)) data.full_name = (text(data.first_name) + ' ' + text(data.last_name)).trim();
if (!data.first_name && data.full_name) data.first_name = text(data.full_name).split(/\\s+/)[0];

const identities = [...(given.identities ?? [])];
if (given.contact) identities.unshift('contact:' + given.contact);
for (const [field, kind] of Object.entries(type.fields)) {
  const value = text(data[field]);
  if (kind === 'email' && value.includes('@')) identities.push('email:' + value.toLowerCase());
  if (kind === 'phone') {
    const digits = value.replace(/\\D/g, '').replace(/^00/, '');
    if (digits.length > 5) identities.push('phone:' + digits);
  }
}
if (type.record && data.id !== undefined && data.id !== '') identities.push(given.system + '.' + type.record + ':' + data.id);

const now = ${context.clock.now()};
const key = name + ':' + (given.id ?? data.event_id ?? $execution.id + '-' + now.toMillis());
const event = { ...given, name, data, key, at: now.toISO(), identities };
return (identities.length > 0 ? identities : ['']).map((identity) => ({ json: { key: identity, event } }));`;
}

/** Which customer it is: one that an identity is known of, else a new one, named after the first identity. */
export function customerCode(identities: string): string {
  return `const asked = $(${literal(identities)}).all().map((item) => item.json);
const event = asked[0].event;
const known = $input.all().map((item) => item.json).find((row) => row.contact);
// The same text always gives the same number: two events of a new customer at once make one customer.
const fingerprint = (text) => {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  const mixed = (n) => Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 0;
  return mixed(a).toString(16).padStart(8, '0') + mixed(b ^ a).toString(16).padStart(8, '0');
};
const first = event.identities[0];
const contact = event.contact ?? known?.contact ?? (first ? fingerprint(first) : '');
return [{ json: { contact, message: known?.message ?? null } }];`;
}

/**
 * The customer's row with what the event adds; fields that say nothing take nothing away. What isn't about a person, a
 * meeting with somebody's address for one, only fills in what nobody knew.
 */
export function mergeCode(
  nodes: { identities: string; customer: string },
  contactFields: readonly string[],
): string {
  return `const fields = ${literal(contactFields)};
const { contact } = $(${literal(nodes.customer)}).first().json;
const { event } = $(${literal(nodes.identities)}).first().json;
const row = $input.first().json;
const data = row.data ? JSON.parse(row.data) : {};
const isAboutPerson = Boolean(event.data.full_name);
for (const field of fields) {
  const value = event.data[field];
  const isNew = value !== undefined && value !== null && value !== '';
  if (isNew && (isAboutPerson || !data[field])) data[field] = value;
}
return contact ? [{ json: { contact, data: JSON.stringify(data) } }] : [];`;
}

/** By what the customer is known from now on: not by an address that some thing of theirs carries and they don't. */
export function identityRowsCode(nodes: { identities: string; customer: string; known: string }): string {
  return `const { contact } = $(${literal(nodes.customer)}).first().json;
const { event } = $(${literal(nodes.identities)}).first().json;
const data = JSON.parse($(${literal(nodes.known)}).first().json.data);
const digits = String(data.phone ?? '').replace(/\\D/g, '').replace(/^00/, '');
const own = ['email:' + String(data.email ?? '').trim().toLowerCase(), 'phone:' + digits];
const isTheirs = (key) => Boolean(event.data.full_name) || !/^(email|phone):/.test(key) || own.includes(key);
return ['contact:' + contact, ...event.identities.filter(isTheirs)].map((key) => ({ json: { key, contact } }));`;
}

/**
 * What the event means to the journey: rows for itself, the stages, the goal, an exit, and the runs that it starts.
 * Nothing where the vendor has reported the same event before.
 */
export function followCode(
  context: JourneyContext,
  nodes: { identities: string; customer: string; known: string },
): string {
  return `const journey = ${literal(context.journey.id)};
const { contact, message } = $(${literal(nodes.customer)}).first().json;
const { event } = $(${literal(nodes.identities)}).first().json;
const past = $input.all().map((item) => item.json).filter((row) => row.id !== undefined && row.journey === journey)
  .sort((a, b) => a.id - b.id);
const known = $(${literal(nodes.known)}).first().json;
const customer = known.data ? JSON.parse(known.data) : {};

const name = event.engagement ? event.engagement + ':' + (event.message ?? message) : event.name;
if (past.some((row) => row.key === event.key && row.name === name)) return [];

const rows = [];
const note = (what, key, more) => rows.push({
  contact, journey, name: what, key, run: null, step: null, data: '{}', why: null, at: event.at, ...more,
});
note(name, event.key, { data: JSON.stringify(event.data), why: contact ? null : 'unknown customer' });
if (!contact) return rows.map((json) => ({ json }));

const happens = [name];
const fits = (trigger) => trigger.on.some((one) => happens.includes(one)) && trigger.where({
  vars: trigger.as ? { [trigger.as]: event.data } : {}, customer, seen: [],
});
${tables(context)}

const entered = [...past].reverse().find((row) => row.name.endsWith('.entered') && stages.some((stage) => row.name === stage.id + '.entered'));
const target = event.stage ? stages.find((stage) => stage.id === event.stage) : stages.find((stage) => stage.enter.some(fits));
if (target && entered?.name !== target.id + '.entered') {
  if (entered) {
    const left = entered.name.replace(/\\.entered$/, '.left');
    note(left, event.key);
    happens.push(left);
  }
  note(target.id + '.entered', event.key);
  happens.push(target.id + '.entered');
}

if (exits.some(fits)) note(${literal(COURSE_EVENTS.exit)}, event.key, { why: event.reason ?? name });
if (goals.some(fits)) {
  const first = past.find((row) => row.name === ${literal(COURSE_EVENTS.started)});
  const inTime = goals.filter(fits).some((goal) =>
    !goal.within || !first || DateTime.fromISO(event.at) <= DateTime.fromISO(first.at).plus(goal.within));
  note(${literal(COURSE_EVENTS.goal)}, event.key, { why: inTime ? null : 'after its window' });
}

const now = DateTime.fromISO(event.at);
const lastExit = [...past].reverse().find((row) => row.name === ${literal(COURSE_EVENTS.exit)});
const isTooEarly = (row) => !reentry || (reentry.never ? true : DateTime.fromISO(row.at).plus(reentry.after) > now);
for (const automation of automations) {
  const trigger = automation.triggers.find(fits);
  if (!trigger) continue;
  const run = automation.id + '@' + event.key;
  const before = [...past].reverse().find((row) =>
    row.name === ${literal(COURSE_EVENTS.started)} && row.step === automation.id && (!reentry?.oncePer || row.why === String(reentry.oncePer({ vars: { [trigger.as]: event.data }, customer }))));
  const hasLeft = lastExit !== undefined && isTooEarly(lastExit);
  const refused = hasLeft || (trigger.entrance && before !== undefined && reentry !== null && isTooEarly(before));
  note(refused ? ${literal(COURSE_EVENTS.refused)} : ${literal(COURSE_EVENTS.started)}, event.key, {
    run, step: automation.id,
    data: JSON.stringify({ workflow: automation.workflow, as: trigger.as }),
    why: refused ? (hasLeft ? 'left the journey' : 're-entry') : reentry?.oncePer ? String(reentry.oncePer({ vars: { [trigger.as]: event.data }, customer })) : null,
  });
}
return rows.map((json) => ({ json }));`;
}

/** The runs to start and the waiting executions to call, one item each. */
export function startCode(nodes: { identities: string; known: string; rows: string }): string {
  return `const { event } = $(${literal(nodes.identities)}).first().json;
const known = $(${literal(nodes.known)}).first().json;
const customer = known.data ? JSON.parse(known.data) : {};
const rows = $(${literal(nodes.rows)}).all().map((item) => item.json);
const after = Math.max(...rows.map((row) => row.id));
const starts = rows.filter((row) => row.name === ${literal(COURSE_EVENTS.started)}).map((row) => {
  const { workflow, as } = JSON.parse(row.data);
  return {
    what: 'start', workflow,
    call: {
      run: { id: row.run, automation: row.step, after, started: row.at }, contact: row.contact, customer,
      vars: as ? { [as]: event.data } : {}, bound: as && event.system ? { [as]: event.system } : {}, seen: [], last: after,
    },
  };
});
const names = rows.map((row) => row.name);
const wakes = $input.all().map((item) => item.json)
  .filter((row) => row.events && JSON.parse(row.events).some((name) => names.includes(name)))
  .map((row) => ({ what: 'wake', url: row.url, run: row.run }));
return [...wakes, ...starts].map((json) => ({ json }));`;
}

/** What the code above compares events with. A trigger's filter becomes a function of the run that it would start. */
function tables(context: JourneyContext): string {
  const { journey, automations } = context;
  const entrances = entranceEvents(journey);
  const triggerCode = (trigger: Trigger): string[] => {
    if (trigger.kind !== 'events') return [];
    const where = trigger.where === undefined ? 'true' : compile(trigger.where, context.scope('run'));
    const entrance = trigger.events.some((event) => entrances.has(eventName(event)));
    return [
      `{ on: ${names(trigger.events)}, as: ${literal(trigger.as ?? '')}, entrance: ${entrance}, where: (run) => ${where} }`,
    ];
  };
  const started = automations.flatMap(({ automation }) => {
    const triggers = automation.triggers.flatMap(triggerCode);
    if (triggers.length === 0) return [];
    const workflow = context.automationCallee(automation).id;
    return [
      `{ id: ${literal(automation.id)}, workflow: ${literal(workflow)}, triggers: ${list(triggers, 4)} }`,
    ];
  });
  const stages = journey.stages.map(
    (stage) => `{ id: ${literal(stage.id)}, enter: ${list(stage.enter.flatMap(triggerCode), 4)} }`,
  );
  const goals = journey.goals.map((goal) => {
    const where = goal.where === undefined ? 'true' : compile(goal.where, context.scope('run'));
    const within = goal.within === undefined ? 'null' : literal(luxonDuration(goal.within));
    return `{ on: ${names(goal.events)}, where: (run) => ${where}, within: ${within} }`;
  });
  return `const stages = ${list(stages, 2)};
const goals = ${list(goals, 2)};
const exits = ${list(journey.exits.flatMap(triggerCode), 2)};
const automations = ${list(started, 2)};
const reentry = ${reentryCode(context)};`;
}

function reentryCode(context: JourneyContext): string {
  const { reentry } = context.journey;
  switch (reentry?.kind) {
    case 'after':
      return `{ after: ${literal(luxonDuration(reentry.duration))} }`;
    case 'never':
      return '{ never: true }';
    case 'oncePer':
      return `{ never: true, oncePer: (run) => ${compile(reentry.key, context.scope('run'))} }`;
    default:
      return 'null';
  }
}

/**
 * The events by which a customer comes into the journey: what it says, else what starts the automations of its first
 * stage that has any.
 */
export function entranceEvents(journey: Journey): Set<string> {
  const first = journey.stages.find((stage) => stage.automations.length > 0);
  const triggers =
    journey.enter.length > 0
      ? journey.enter
      : (first?.automations ?? journey.automations).flatMap((one) => one.triggers);
  return new Set(triggers.flatMap(eventsOfTrigger).map(eventName));
}

function eventTypes(context: JourneyContext): Plain {
  const { model, journey } = context;
  const entries = eventsNeeded(model, journey).flatMap((event): [string, Plain][] => {
    if (event.kind !== 'event') return [];
    const type = connectorOf(model, event.system)?.events.find(({ name }) => name === event.event);
    if (type === undefined) return [];
    const fields = Object.fromEntries(type.fields.map((field) => [field.name, typeName(field.type)]));
    return [[eventName(event), { fields, record: type.record?.split('.').at(-1) ?? null }]];
  });
  return Object.fromEntries(entries);
}

/** Fields that are kept of a customer: those of the standard contact, and the consent that a form may pass on. */
export function contactFields(records: readonly RecordType[]): string[] {
  const contact = byId(records, 'contact');
  return [...new Set([...(contact?.fields.map((field) => field.name) ?? []), 'consent'])];
}

function typeName(type: ValueType): string {
  return type.kind === 'primitive' ? type.name : type.kind;
}

function names(events: readonly EventReference[]): string {
  return literal(events.map(eventName));
}

function list(items: readonly string[], indent: number): string {
  const space = ' '.repeat(indent);
  return items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `${space}${item},\n`).join('')}${space.slice(2)}]`;
}
