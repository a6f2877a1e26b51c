import type { Engagement, EventReference } from './expression.ts';
import { eventName } from './course.ts';
import type { Branch, StepOf } from './flow.ts';
import type { Message } from './message.ts';
import type { SourceRange } from './source.ts';
import type { Duration } from './time.ts';
import { allSteps } from './walk.ts';

/** How the best of several ways is found, and what is kept for that: the same whoever carries it out. */

type Split = StepOf<'split'>;

/** How many customers each way must have had where nothing is said. */
export const LEAST_SAMPLE = 100;

/** Ways that are compared: the branches of a split, or the variants of a message. */
export interface Comparison {
  /** Under which what is found is kept. */
  readonly name: string;
  readonly ways: readonly Way[];
  /** How long they are compared, from the first customer on. */
  readonly after: Duration;
  /** How many customers each way but the hold-out must have had. */
  readonly atLeast: number;
}

/** One of the ways that are compared. */
export interface Way {
  readonly name: string;
  /** Whoever draws less than this and no less than the way before: 10000 is everybody. */
  readonly bound: number;
  /** Whether it stays what it is, and is no candidate. */
  readonly holdout: boolean;
  /** Names of the events by which it is measured. */
  readonly events: readonly string[];
}

/** What a split compares; undefined where it only divides. */
export function comparisonOfSplit(automation: string, split: Split): Comparison | undefined {
  const { id, branches, winner } = split;
  if (winner === undefined) return undefined;
  let bound = 0;
  const ways = branches.map((branch, index) => ({
    name: branch.name ?? String(index + 1),
    bound: (bound += branch.percent * 100),
    holdout: branch.holdout,
    events: branch.holdout ? [] : measuredIn(split, branch).map(eventName),
  }));
  return { name: splitName(automation, id), ways, after: winner.after, atLeast: winner.atLeast };
}

/**
 * What the variants of a message are compared by while the journey runs; undefined where nothing is to be found, or only
 * by a KPI, which is not counted for each customer.
 */
export function comparisonOfMessage(message: Message): Comparison | undefined {
  const { id, variants, winner } = message;
  if (winner?.after === undefined || winner.by.kind === 'kpi') return undefined;
  const events = measuredOf(message).map(eventName);
  let bound = 0;
  const ways = variants.map(({ name, share }) => ({
    name,
    bound: (bound += share * 100),
    holdout: false,
    events,
  }));
  return { name: `message:${id}`, ways, after: winner.after, atLeast: winner.atLeast };
}

/** The events by which the branches of a split are compared. */
export function measuredEvents(split: Split): readonly EventReference[] {
  return split.branches.filter(({ holdout }) => !holdout).flatMap((branch) => measuredIn(split, branch));
}

/** The events by which the variants of a message are compared. */
export function measuredOf({ id, winner }: Message): readonly EventReference[] {
  if (winner === undefined || winner.by.kind === 'kpi') return [];
  const { by, source } = winner;
  return by.kind === 'event' ? [by.event] : [reactionTo(id, by.engagement, source)];
}

function reactionTo(message: string, engagement: Engagement, source: SourceRange): EventReference {
  return { kind: 'engagement', engagement, message, source };
}

/** The messages that a branch sends, each once. */
export function sentIn({ steps }: Branch): readonly string[] {
  return [...new Set([...allSteps(steps)].flatMap((step) => (step.kind === 'send' ? [step.message] : [])))];
}

function measuredIn({ winner }: Split, branch: Branch): readonly EventReference[] {
  if (winner === undefined) return [];
  const { by, source } = winner;
  if (by.kind === 'event') return [by.event];
  return sentIn(branch).map((message) => reactionTo(message, by.engagement, source));
}

/** What a split is called where something is kept of it, and what its draw is salted with. */
export function splitName(automation: string, step: string): string {
  return `${automation}/${step}`;
}

/** The name under which it is kept that a customer has taken a way. */
export function tookEvent(comparison: string): string {
  return `took:${comparison}`;
}

/** The name under which it is kept which way is the best. */
export function winnerEvent(comparison: string): string {
  return `winner:${comparison}`;
}
