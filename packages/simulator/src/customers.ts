import type { EventType, JourneyModel } from '@journey/model';
import { byId, connectorOf } from '@journey/model';
import type { Fields, OccurringEvent } from './history.ts';
import { fingerprint } from './policy/draw.ts';

export interface Customer {
  readonly id: string;
  /** What is known of them: the fields of a contact. */
  readonly fields: Record<string, unknown>;
}

/** Who is who: by e-mail address, phone, and what systems call things of theirs. */
export class Customers {
  readonly #model: JourneyModel;
  readonly #known = new Map<string, Customer>();
  readonly #byIdentity = new Map<string, string>();

  constructor(model: JourneyModel) {
    this.#model = model;
  }

  all(): readonly Customer[] {
    return [...this.#known.values()];
  }

  /** The customer that the event is about, with what it adds to them; undefined where it is about nobody. */
  of(event: OccurringEvent): { readonly customer: Customer; readonly data: Fields } | undefined {
    const type = eventTypeOf(this.#model, event.name);
    const data = withNames(event.data ?? {});
    const identities = this.#identities(event, type, data);
    const [first] = identities;
    if (first === undefined) return undefined;
    const known = identities.map((identity) => this.#byIdentity.get(identity)).find((id) => id !== undefined);
    const customer = this.#customer(event.customer ?? known ?? fingerprint(first));
    this.#learn(customer, data);
    for (const identity of identities) {
      if (this.#isTheirs(identity, customer, data)) this.#byIdentity.set(identity, customer.id);
    }
    return { customer, data };
  }

  /** What a system calls a thing of the customer's, so that its later reports find them. */
  link(customer: Customer, identity: string): void {
    this.#byIdentity.set(identity, customer.id);
  }

  #customer(id: string): Customer {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const made = { id, fields: {} };
    this.#known.set(id, made);
    this.#byIdentity.set(`contact:${id}`, id);
    return made;
  }

  #identities(event: OccurringEvent, type: EventType | undefined, data: Fields): string[] {
    const found = event.customer === undefined ? [] : [`contact:${event.customer}`];
    const fields = type?.fields ?? [
      { name: 'email', type: { kind: 'primitive', name: 'email' } as const },
      { name: 'phone', type: { kind: 'primitive', name: 'phone' } as const },
    ];
    for (const field of fields) {
      const value = textOf(data[field.name]);
      if (field.type.kind !== 'primitive') continue;
      if (field.type.name === 'email' && value.includes('@')) found.push(emailIdentity(value));
      if (field.type.name === 'phone' && digitsOf(value).length > 5) found.push(`phone:${digitsOf(value)}`);
    }
    const record = type?.record?.split('.').at(-1);
    const id = textOf(data['id']);
    if (record !== undefined && id !== '') found.push(`${systemOf(event.name)}.${record}:${id}`);
    return found;
  }

  /** What isn't about a person, a meeting with somebody's address for one, only fills in what nobody knew. */
  #learn(customer: Customer, data: Fields): void {
    const contact = byId(this.#model.records, 'contact');
    const isAboutPerson = textOf(data['full_name']) !== '';
    for (const name of [...(contact?.fields.map((field) => field.name) ?? []), 'consent']) {
      const value = data[name];
      const isNew = value !== undefined && value !== null && value !== '';
      if (isNew && (isAboutPerson || !customer.fields[name])) customer.fields[name] = value;
    }
  }

  /** An address that some thing of theirs carries and they don't is not by what they are known. */
  #isTheirs(identity: string, { fields }: Customer, data: Fields): boolean {
    const own = [emailIdentity(textOf(fields['email'])), `phone:${digitsOf(textOf(fields['phone']))}`];
    return textOf(data['full_name']) !== '' || !/^(email|phone):/.test(identity) || own.includes(identity);
  }
}

/** What the connector says of an event; undefined for those that no system reports. */
export function eventTypeOf(model: JourneyModel, name: string): EventType | undefined {
  const system = systemOf(name);
  return connectorOf(model, system)?.events.find((event) => `${system}.${event.name}` === name);
}

export function systemOf(eventName: string): string {
  return eventName.split('.')[0] ?? '';
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

function withNames(data: Fields): Fields {
  const first = textOf(data['first_name']);
  const last = textOf(data['last_name']);
  const full = textOf(data['full_name']) || `${first} ${last}`.trim();
  if (full === '') return data;
  return { ...data, full_name: full, first_name: first || (full.split(/\s+/)[0] ?? full) };
}

function emailIdentity(address: string): string {
  return `email:${address.toLowerCase()}`;
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^00/, '');
}
