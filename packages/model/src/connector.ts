import type { Duration } from './time.ts';
import type { Engagement, Expression } from './expression.ts';
import type { Sourced } from './source.ts';

export const PRIMITIVE_TYPES = [
  'text',
  'number',
  'boolean',
  'date',
  'moment',
  'duration',
  'money',
  'percent',
  'email',
  'phone',
  'url',
  'file',
  'any',
] as const;
export type PrimitiveType = (typeof PRIMITIVE_TYPES)[number];

export type ValueType =
  | { readonly kind: 'primitive'; readonly name: PrimitiveType }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly of: ValueType }
  /** `record` is a key of {@link JourneyModel.records}. */
  | { readonly kind: 'record'; readonly record: string };

export interface Field extends Sourced {
  readonly name: string;
  readonly type: ValueType;
  readonly optional: boolean;
  readonly documentation?: string;
}

/** A thing with fields: a contact, a deal, a meeting. Inherited fields are included, the base's first. */
export interface RecordType extends Sourced {
  /** `contact` for the standard ones, `pipedrive.deal` for a connector's. */
  readonly id: string;
  readonly fields: readonly Field[];
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A path or text with `{expression}` holes. */
export type TemplatePart =
  { readonly kind: 'text'; readonly value: string } | { readonly kind: 'hole'; readonly value: Expression };

/** JSON, or a form, with expressions at its leaves. */
export type RequestBody =
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: string; readonly value: RequestBody }[];
    }
  | { readonly kind: 'list'; readonly items: readonly RequestBody[] }
  | { readonly kind: 'value'; readonly value: Expression };

export interface HttpRequest extends Sourced {
  readonly method: HttpMethod;
  /** Relative to the connector's base address. */
  readonly path: readonly TemplatePart[];
  readonly body?: RequestBody;
  /** Whether the body goes out as a form does, `metadata[source]=web`, and not as JSON. */
  readonly isForm?: true;
  /** The name under which the vendor takes an idempotency key. */
  readonly idempotencyKey?: string;
  /** By what of the vendor's answer it is known that it was done, where the status doesn't say so: all of these hold. */
  readonly conditions?: PayloadConditions;
  /** Where in the vendor's answer each field of the result is; the answer is the result itself where nothing is said. */
  readonly result?: PayloadMapping;
}

/** Where in what a vendor sends each field is found: `data.items.0.id`; items of lists count from 0. */
export type PayloadMapping = readonly { readonly field: string; readonly from: readonly string[] }[];

/** What stands where in what a vendor sends. */
export type PayloadConditions = readonly { readonly at: readonly string[]; readonly is: string }[];

export type Authentication =
  | { readonly scheme: 'bearer'; readonly secret: string }
  | { readonly scheme: 'basic'; readonly user: string; readonly secret: string }
  | { readonly scheme: 'header'; readonly name: string; readonly secret: string }
  | { readonly scheme: 'query'; readonly name: string; readonly secret: string }
  | { readonly scheme: 'oauth2' };

/** Something a system reports. */
export interface EventType extends Sourced {
  readonly name: string;
  /** The record that the event carries, where its payload is one. */
  readonly record?: string;
  /** All fields of the payload, the record's included. */
  readonly fields: readonly Field[];
  /** How a system without a trigger of its own in the orchestrator reports it. */
  readonly webhook?: {
    readonly path: string;
    readonly secret?: string;
    /** What tells the event from others that come to the same address: all of these hold. */
    readonly conditions?: PayloadConditions;
    /** Where in the vendor's payload each field is found; the same name where nothing is said. */
    readonly mapping: PayloadMapping;
  };
  readonly documentation?: string;
}

export interface Parameter extends Sourced {
  readonly name: string;
  readonly type: ValueType;
  readonly optional: boolean;
  readonly default?: Expression;
}

/** Something a system can be told to do. */
export interface ActionType extends Sourced {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns?: ValueType;
  readonly request?: HttpRequest;
  readonly documentation?: string;
}

export type Limit = Sourced &
  (
    | { readonly kind: 'rate'; readonly requests: number; readonly per: Duration }
    | { readonly kind: 'length'; readonly part: string; readonly characters: number }
  );

/** What a kind of system offers. */
export interface Connector extends Sourced {
  readonly id: string;
  readonly label: string;
  /** The channel its messages travel by, where it sends any. */
  readonly channel?: string;
  readonly authentication?: Authentication;
  readonly base?: readonly TemplatePart[];
  /** What every request carries besides, such as the version of the vendor's API. */
  readonly headers?: readonly { readonly name: string; readonly value: readonly TemplatePart[] }[];
  readonly limits: readonly Limit[];
  /** What a system block may or must say. */
  readonly settings: readonly Parameter[];
  /** What it reports of the messages that it sends. */
  readonly reports: readonly Engagement[];
  /** Amounts that it keeps and KPIs read, such as the cost of ads. */
  readonly measures: readonly Field[];
  readonly events: readonly EventType[];
  readonly actions: readonly ActionType[];
  /**
   * How a message is sent where the target has no way of its own for this connector. Its expressions may use the
   * given names `message` (subject, body, language), `recipient` (a contact) and `setting` (the system's settings).
   */
  readonly delivery?: HttpRequest;
  readonly documentation?: string;
}

/** One configured instance of a connector: the journey's `crm`, played by a vendor. */
export interface System extends Sourced {
  readonly id: string;
  readonly label: string;
  /** What it is called in other languages, by their codes. */
  readonly translations: Readonly<Record<string, string>>;
  readonly connector: string;
  readonly settings: readonly {
    readonly name: string;
    readonly value: Expression;
    readonly source: Sourced['source'];
  }[];
}
