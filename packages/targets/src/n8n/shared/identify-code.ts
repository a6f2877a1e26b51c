import type { EventType, ValueType } from '@journey/model';
import { byId, connectorOf, eventName } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal, type Plain } from '../javascript/literal.ts';
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

function eventTypes({ model, needed }: JourneyContext): Plain {
  const entries = needed.flatMap((event): [string, Plain][] => {
    if (event.kind !== 'event') return [];
    const type = connectorOf(model, event.system)?.events.find(({ name }) => name === event.event);
    if (type === undefined) return [];
    const declared = type.fields.map((field) => [field.name, typeName(field.type)] as const);
    const fields = { ...Object.fromEntries(declared), ...whomItIsAbout(type) };
    return [[eventName(event), { fields, record: type.record?.split('.').at(-1) ?? null }]];
  });
  return Object.fromEntries(entries);
}

/** An address or number that the payload has and no field of the event holds. */
function whomItIsAbout({ webhook }: EventType): Readonly<Record<string, string>> {
  const names = webhook?.mapping.map(({ field }) => field) ?? [];
  return Object.fromEntries(
    ['email', 'phone'].filter((name) => names.includes(name)).map((name) => [name, name]),
  );
}

/**
 * Fields that are kept of a customer: those of the standard contact, the consent that a form may pass on, and dates
 * that schedules come round on.
 */
export function contactFields({ model, automations }: JourneyContext): string[] {
  const contact = byId(model.records, 'contact');
  const dates = automations.flatMap(({ automation }) =>
    automation.triggers.flatMap((trigger) =>
      trigger.kind === 'schedule' &&
      trigger.recurrence.kind === 'anniversary' &&
      trigger.recurrence.of.kind === 'field'
        ? [trigger.recurrence.of.field]
        : [],
    ),
  );
  return [...new Set([...(contact?.fields.map((field) => field.name) ?? []), 'consent', ...dates])];
}

function typeName(type: ValueType): string {
  return type.kind === 'primitive' ? type.name : type.kind;
}
