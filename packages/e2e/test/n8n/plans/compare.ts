import type { JourneyModel } from '@journey/model';
import { simulate, type Answer, type Deed } from '@journey/simulator';
import type { Trial } from '../../../src/trial/trial.ts';
import { noteFails } from './outpost.ts';
import { emailOf, type Plan } from './plan.ts';

/** A plan's customer; others have a name too. */
type Customer = Pick<Plan, 'name'>;

const DAY = 86_400_000;

/** One thing that happened to a customer: days since the beginning, and what. */
interface Line {
  readonly day: number;
  readonly what: string;
}

type Row = Readonly<Record<string, unknown>>;

/** What a simulation notes and n8n has no row for, and the other way round. */
const UNSHARED = /^(begun:|branch |notified:|parked:|run\.stopped$)/;

/** What happened to the plan's customer, as n8n kept it. */
export function happenedInN8n(trial: Trial, journey: string, plan: Customer): readonly Line[] {
  const rows = rowsOf(trial, journey, plan);
  return lines(
    rows.map((row) => ({ at: Date.parse(String(row['at'])), name: String(row['name']), why: row['why'] })),
  );
}

/** What the model says must have happened, given what was reported and when n8n heard of it. */
export function happensInModel(
  trial: Trial,
  model: JourneyModel,
  journey: string,
  plan: Customer,
  until: Date,
): readonly Line[] {
  const rows = rowsOf(trial, journey, plan);
  // Which link was clicked is concluded from the click, in the model too.
  const events = rows
    .filter((row) => /^(post\.|(opened|clicked):\S+$|manual:)/.test(String(row['name'])))
    .map((row) => ({
      at: String(row['at']),
      name: String(row['name']),
      id: String(row['key']),
      data: { email: emailOf(plan), ...(JSON.parse(String(row['data'])) as Record<string, unknown>) },
    }));
  if (events.length === 0) return [];
  const { history } = simulate(model, {
    journeys: [journey],
    events,
    until: until.toISOString(),
    answer: answering(),
  });
  return lines(history);
}

/** Fails as the stand-in does. */
function answering(): (deed: Deed) => Answer {
  const told = new Map<string, number>();
  return (deed) => {
    if (deed.kind === 'send') return { result: {} };
    const text = String(deed.arguments['text']);
    const times = (told.get(text) ?? 0) + 1;
    told.set(text, times);
    return noteFails(text, times) ? { failed: 'busy' } : { result: {} };
  };
}

function rowsOf(trial: Trial, journey: string, plan: Customer): readonly Row[] {
  const all = trial.events();
  const email = emailOf(plan);
  const contact = all.find(
    (row) => row['name'] === 'post.go' && String(row['data']).includes(`"${email}"`),
  )?.['contact'];
  return all.filter(
    (row) => contact !== undefined && row['contact'] === contact && row['journey'] === journey,
  );
}

function lines(
  entries: readonly { readonly at: number; readonly name: string; readonly why?: unknown }[],
): Line[] {
  const start = Math.min(...entries.map(({ at }) => at));
  return entries
    .filter(({ name }) => !UNSHARED.test(name))
    .map(({ at, name, why }) => ({
      day: (at - start) / DAY,
      what: name.startsWith('failed:') || !why ? name : `${name} (${String(why)})`,
    }))
    .sort((a, b) => a.day - b.day || (a.what < b.what ? -1 : 1));
}

/**
 * Where the two differ: something happened in one of them only, or earlier in n8n. That n8n is later says nothing but
 * that the machine is busy.
 * @param until the day after which nothing is looked at
 */
export function differences(n8n: readonly Line[], model: readonly Line[], until: number): readonly string[] {
  const rest = [...n8n];
  const missing = model.filter((expected) => {
    const index = rest.findIndex(({ what, day }) => what === expected.what && day > expected.day - EARLY);
    if (index >= 0) rest.splice(index, 1);
    return index < 0 && expected.day < until;
  });
  const told = (who: string, { day, what }: Line): string => `${who}: day ${day.toFixed(2)} ${what}`;
  return [
    ...missing.map((line) => told('only the model', line)),
    ...rest.filter(({ day }) => day < until).map((line) => told('only n8n', line)),
  ];
}

/** Clocks of two processes, in days. */
const EARLY = 0.05;
