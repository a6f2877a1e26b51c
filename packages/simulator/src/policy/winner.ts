import { tookEvent, winnerEvent, type Comparison, type Way } from '@journey/model';
import type { Fields, HistoryEntry } from '../history.ts';
import { shift } from '../time/calendar.ts';

/** What is known where a customer comes to ways of which the best is to be found. */
export interface Arrival {
  readonly comparison: Comparison;
  readonly customer: string;
  /** What the draw is stable for: the customer, or the value after `by`. */
  readonly by: string;
  readonly drawn: number;
  readonly now: number;
  readonly zone: string;
  /** All that happened in the journey so far, to every customer, in its order. */
  readonly history: readonly HistoryEntry[];
  /** The place of the run where it comes to them. */
  readonly entry: Note;
}

type Note = Partial<HistoryEntry> & Pick<HistoryEntry, 'key'>;

/** Where the customer goes, and what is to be kept of that. */
export interface Departure {
  /** Undefined where the percentages leave the customer none. */
  readonly way: Way | undefined;
  readonly notes: readonly (Note & Pick<HistoryEntry, 'name'>)[];
}

/** One who has taken a way, and when what it is measured by happened to them. */
interface Taken {
  readonly way: string;
  readonly at: number;
  readonly reached: number | undefined;
}

/** Who was here before goes the same way again; the hold-out stays what it is; all others take the best once it is known. */
export function depart(arrival: Arrival): Departure {
  const { comparison, by, drawn, history } = arrival;
  const { name, ways } = comparison;
  const known = (entry: HistoryEntry | undefined): Way | undefined =>
    ways.find((way) => way.name === entry?.data?.['way']);
  const took = history.filter((entry) => entry.name === tookEvent(name) && entry.data?.['by'] === by);
  const before = known(took[0]);
  const own = before ?? ways.find(({ bound }) => drawn < bound);
  if (own === undefined || own.holdout) return { way: own, notes: [] };
  const kept = before ?? known(history.find((entry) => entry.name === winnerEvent(name)));
  const found = kept === undefined ? bestOf(arrival) : undefined;
  const takes = kept ?? found ?? own;
  const isKept = took.some(({ customer }) => customer === arrival.customer);
  return {
    way: takes,
    notes: [
      ...(found ? [{ name: winnerEvent(name), customer: '', key: name, data: { way: found.name } }] : []),
      ...(isKept ? [] : [{ ...arrival.entry, name: tookEvent(name), data: { way: takes.name, by } }]),
    ],
  };
}

function bestOf({ comparison, history, now, zone }: Arrival): Way | undefined {
  const { name, ways } = comparison;
  const candidates = ways.filter(({ holdout }) => !holdout);
  const all = takenIn(name, ways, history);
  const taken = candidates.map((way) => all.filter((one) => one.way === way.name));
  const end = endOfLearning(comparison, all, taken, zone);
  if (end === undefined || end > now) return undefined;
  const shares = taken.map((some) => {
    const counted = some.filter(({ at }) => at <= end);
    return counted.filter(({ reached }) => reached !== undefined && reached <= end).length / counted.length;
  });
  return candidates[shares.indexOf(Math.max(...shares))];
}

/** Time is up, each way has had its customers, and it has happened to somebody. */
function endOfLearning(
  { after, atLeast }: Comparison,
  all: readonly Taken[],
  taken: readonly (readonly Taken[])[],
  zone: string,
): number | undefined {
  const [begin] = all;
  const last = taken.map((some) => some.map(({ at }) => at)[Math.max(atLeast, 1) - 1]);
  const reached = taken.flat().flatMap((one) => one.reached ?? []);
  if (begin === undefined || last.includes(undefined) || reached.length === 0) return undefined;
  return Math.max(shift(begin.at, after, zone), Math.min(...reached), ...last.flatMap((at) => at ?? []));
}

/** Each customer once, with the way that they took first, in the order in which they came. */
function takenIn(name: string, ways: readonly Way[], history: readonly HistoryEntry[]): readonly Taken[] {
  const taken = new Map<string, Taken & { readonly events: readonly string[] }>();
  for (const { name: what, customer, at, data } of history) {
    const own = taken.get(customer);
    const way = what === tookEvent(name) && own === undefined ? textIn(data, 'way') : undefined;
    if (way !== undefined) {
      const events = ways.find((one) => one.name === way)?.events ?? [];
      taken.set(customer, { way, at, reached: undefined, events });
    } else if (own && own.reached === undefined && own.events.includes(what))
      taken.set(customer, { ...own, reached: at });
  }
  return [...taken.values()];
}

function textIn(data: Fields | undefined, field: string): string | undefined {
  const value = data?.[field];
  return typeof value === 'string' ? value : undefined;
}
