import {
  allSteps,
  comparisonOfMessage,
  comparisonOfSplit,
  tookEvent,
  winnerEvent,
  type Comparison,
} from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal, object, type Plain } from '../javascript/literal.ts';
import { luxonDuration } from '../javascript/time.ts';

/** All of the journey of which the best is to be found: branches of splits, and variants of messages. */
export function comparisonsOf({ automations, messagesUsed }: JourneyContext): readonly Comparison[] {
  const splits = automations.flatMap(({ automation }) =>
    [...allSteps(automation.steps)].map((step) =>
      step.kind === 'split' ? comparisonOfSplit(automation.id, step) : undefined,
    ),
  );
  return [...splits, ...messagesUsed.map(comparisonOfMessage)].filter((one) => one !== undefined);
}

interface WinnerNodes {
  readonly called: string;
  /** What is kept of who comes: the customer, or all that share what the split is by. */
  readonly before: string;
  /** What is kept of the best way. */
  readonly kept: string;
}

/**
 * Whether the way is known, or what has to be asked first: `learns` says so, `events` what the ways are measured by.
 * Who was here before goes the same way again; the hold-out, and whom the percentages leave none, stay what they are.
 */
export function standingOfSplitCode(context: JourneyContext, nodes: WinnerNodes): string {
  return `const comparisons = ${comparisonsData(context)};
const { step } = $(${literal(nodes.called)}).first().json.call;
const split = comparisons[step.split];
const rows = (node) => $(node).all().map((item) => item.json)
  .filter((row) => row.id !== undefined && row.journey === ${literal(context.journey.id)}).sort((a, b) => a.id - b.id);
const wayIn = (row) => split.ways.find(({ name }) => row && name === JSON.parse(row.data).way);
const before = wayIn(rows(${literal(nodes.before)}).find((row) => row.name === split.took));
const best = wayIn(rows(${literal(nodes.kept)}).find((row) => row.name === split.winner));
const drawn = split.ways.find(({ bound }) => step.draw < bound);
const takes = before ?? (!drawn || drawn.holdout ? drawn : best ?? drawn);
const learns = !before && !best && drawn !== undefined && !drawn.holdout;
const events = [...new Set(split.ways.flatMap((way) => way.events))];
return [{ json: { ...split, learns, takes: takes?.name ?? null, events: learns ? events : [] } }];`;
}

/** The branch that somebody takes, and what is to be kept of that. */
export function departureCode(
  context: JourneyContext,
  nodes: WinnerNodes & { readonly standing: string; readonly taken: string; readonly reached: string },
): string {
  const zone = context.zone === undefined ? 'Object()' : `{ zone: ${literal(context.zone)} }`;
  return `const { step, ...state } = $(${literal(nodes.called)}).first().json.call;
const split = $(${literal(nodes.standing)}).first().json;
const now = ${context.clock.now()};
const rows = (node) => $(node).all().map((item) => item.json).filter((row) => row.id !== undefined).sort((a, b) => a.id - b.id);
const at = (row) => DateTime.fromISO(row.at, ${zone});
const candidates = split.ways.filter(({ holdout }) => !holdout);

/** The best way, once time is up, each has had its customers, and what they are measured by has happened to somebody. */
const bestOf = () => {
  const reached = new Map();
  for (const row of rows(${literal(nodes.reached)})) reached.set(row.contact, [...(reached.get(row.contact) ?? []), row]);
  const seen = new Set();
  const all = rows(${literal(nodes.taken)}).filter(({ contact }) => !seen.has(contact) && seen.add(contact));
  if (all.length === 0) return undefined;
  const taken = candidates.map(({ name, events }) => all.filter((row) => JSON.parse(row.data).way === name).map((row) => {
    const first = reached.get(row.contact)?.find((one) => one.id > row.id && events.includes(one.name));
    return { at: at(row).toMillis(), reached: first ? at(first).toMillis() : Infinity };
  }));
  const sample = taken.map((some) => some[split.atLeast - 1]?.at ?? Infinity);
  const first = Math.min(...taken.flat().map((one) => one.reached));
  const end = Math.max(at(all[0]).plus(split.after).toMillis(), first, ...sample);
  if (end > now.toMillis()) return undefined;
  const shares = taken.map((some) => {
    const counted = some.filter((one) => one.at <= end);
    return counted.filter((one) => one.reached <= end).length / counted.length;
  });
  return candidates[shares.indexOf(Math.max(...shares))].name;
};
const found = split.learns ? bestOf() : undefined;
const takes = found ?? split.takes;
const way = split.ways.findIndex(({ name }) => name === takes);
const keep = (contact, name, key, data) => ({
  contact, journey: ${literal(context.journey.id)}, name, key, run: contact ? state.run.id : null, step: contact ? step.id : null,
  data: JSON.stringify(data), why: null, at: now.toISO(),
});
const isKept = rows(${literal(nodes.before)}).some((row) => row.name === split.took && row.contact === state.contact);
return [{ json: { way: way < 0 ? split.ways.length : way, rows: [
  ...(found ? [keep('', split.winner, step.split, Object({ way: found }))] : []),
  ...(way < 0 || split.ways[way].holdout || isKept ? [] : [keep(state.contact, split.took, step.key, Object({ way: takes, by: step.by }))]),
] } }];`;
}

function comparisonsData(context: JourneyContext): string {
  const entries = comparisonsOf(context).map(({ name, ways, after, atLeast }): [string, string] => {
    const data: Plain = {
      took: tookEvent(name),
      winner: winnerEvent(name),
      ways: ways.map(({ events, ...way }) => ({ ...way, events: [...events] })),
      after: luxonDuration(after),
      atLeast: Math.max(atLeast, 1),
    };
    return [name, literal(data)];
  });
  return object(entries);
}
