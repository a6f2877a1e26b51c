import type { AssumptionSet, Scenario } from './simulation.ts';
import type { Automation } from './flow.ts';
import type { Connector, RecordType, System } from './connector.ts';
import type { Expression } from './expression.ts';
import type { Image } from './image.ts';
import type { Journey } from './journey.ts';
import type { Message } from './message.ts';
import type { Sourced } from './source.ts';

export interface Persona extends Sourced {
  readonly id: string;
  readonly label: string;
  /** A portrait. */
  readonly image?: Image;
  /** What the customer is to the company: patient, shopper, employee. */
  readonly role?: string;
  readonly description?: string;
  readonly goals: readonly string[];
  readonly motivations: readonly string[];
  readonly behaviours: readonly string[];
  readonly pains: readonly string[];
  readonly quotes: readonly string[];
  readonly documentation?: string;
}

export interface Segment extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly condition: Expression;
}

/** A name with labels by language (`he`, `ar`, `en`); `label` is the one that the declaration itself gives. */
export interface Labelled extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly translations: Readonly<Record<string, string>>;
}

export interface Channel extends Labelled {
  readonly presence?: 'online' | 'offline';
}

export type Department = Labelled;

/** Where customers can buy: a shop, a counter, an online shop. */
export interface PointOfSale extends Labelled {
  readonly channel?: string;
}

/** Where what a map says is known from: a survey, visits of a mystery shopper. */
export type DataSource = Labelled;

export interface StageModel extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly (Labelled & { readonly aliases: readonly string[] })[];
}

export interface Environment extends Sourced {
  readonly id: string;
  readonly systems: readonly Pick<System, 'id' | 'settings'>[];
}

/**
 * Everything that one file and what it imports say, resolved: plain, immutable, free of cycles, safe to send as JSON.
 * Parts refer to each other by id; each table below holds what the ids lead to and lists it in the order of the source.
 */
export interface JourneyModel {
  /** The file's own. */
  readonly journeys: readonly Journey[];
  /** Those of other files that they lead to: a stage that is a journey of its own, a step that runs one. */
  readonly linkedJourneys: readonly Journey[];
  readonly messages: readonly Message[];
  readonly systems: readonly System[];
  readonly connectors: readonly Connector[];
  readonly records: readonly RecordType[];
  readonly personas: readonly Persona[];
  readonly segments: readonly Segment[];
  readonly channels: readonly Channel[];
  readonly departments: readonly Department[];
  readonly pointsOfSale: readonly PointOfSale[];
  readonly dataSources: readonly DataSource[];
  readonly stageModels: readonly StageModel[];
  readonly environments: readonly Environment[];
  /** Automations with parameters that stand outside any journey. */
  readonly automations: readonly Automation[];
  readonly assumptions: readonly AssumptionSet[];
  readonly scenarios: readonly Scenario[];
}

/** A file in which nothing is declared. */
export const EMPTY_MODEL: JourneyModel = {
  journeys: [],
  linkedJourneys: [],
  messages: [],
  systems: [],
  connectors: [],
  records: [],
  personas: [],
  segments: [],
  channels: [],
  departments: [],
  pointsOfSale: [],
  dataSources: [],
  stageModels: [],
  environments: [],
  automations: [],
  assumptions: [],
  scenarios: [],
};

/** The part with that id, or undefined. */
export function byId<Part extends { readonly id: string }>(
  parts: readonly Part[],
  id: string | undefined,
): Part | undefined {
  if (parts.length <= FEW) return parts.find((part) => part.id === id);
  const index = indexes.get(parts) ?? indexOf(parts);
  // What an index holds stands in the list that it is of.
  return id === undefined ? undefined : (index.get(id) as Part | undefined);
}

/** Looking through so few is as quick as an index of them. */
const FEW = 8;

/** Large journeys have hundreds of messages, and thousands of steps that send them; a model's lists never change. */
const indexes = new WeakMap<readonly object[], ReadonlyMap<string, object>>();

function indexOf(parts: readonly { readonly id: string }[]): ReadonlyMap<string, object> {
  // Of two with one id, the first is meant.
  const index = new Map(parts.toReversed().map((part) => [part.id, part]));
  indexes.set(parts, index);
  return index;
}

/** The connector that plays a system; undefined where the model is broken there. */
export function connectorOf(model: JourneyModel, systemId: string): Connector | undefined {
  return byId(model.connectors, byId(model.systems, systemId)?.connector);
}
