import type { JourneyModel } from '@journey/model';
import { simulate } from '@journey/simulator';
import type { Trial } from '../../src/trial/trial.ts';

type Row = Readonly<Record<string, unknown>>;

/** One thing that happened to a customer, by the journey's clock. */
export interface Happening {
  readonly at: number;
  readonly name: string;
  readonly why?: string | undefined;
}

/** What n8n kept of a customer, whom an event that carries that address made known. */
export function keptOf(trial: Trial, email: string): readonly Row[] {
  const rows = trial.events();
  const known = rows.find(({ data, contact }) => contact !== '' && String(data).includes(`"${email}"`));
  return rows.filter(({ contact }) => known !== undefined && contact === known['contact']);
}

/** What the model says must have happened to the customer, given what systems reported and when n8n heard of it. */
export function modelled(
  model: JourneyModel,
  journey: string,
  kept: readonly Row[],
  email: string,
  until: Date,
): readonly Happening[] {
  const systems = model.systems.map(({ id }) => `${id}.`);
  const isReported = (name: string): boolean =>
    systems.some((system) => name.startsWith(system)) || /^(opened|clicked):\S+$/.test(name);
  const events = kept
    .filter(({ name }) => isReported(String(name)))
    .map((row) => ({
      at: String(row['at']),
      name: String(row['name']),
      id: String(row['key']),
      data: { email, ...(JSON.parse(String(row['data'])) as Record<string, unknown>) },
    }));
  if (events.length === 0) return [];
  return simulate(model, { journeys: [journey], events, until: until.toISOString() }).history;
}
