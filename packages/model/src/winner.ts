import type { EventReference } from './expression.ts';
import { eventName } from './course.ts';
import type { Branch, StepOf } from './flow.ts';
import { allSteps } from './walk.ts';

/** How a split finds the branch that is the best, and what is kept for that: the same whoever carries it out. */

type Split = StepOf<'split'>;

/** How many customers each branch must have had where nothing is said. */
export const LEAST_SAMPLE = 100;

/** A way that a split with a winner may lead. */
export interface Way {
  readonly name: string;
  /** Whoever draws less than this and no less than the way before: 10000 is everybody. */
  readonly bound: number;
  /** Whether it stays what it is, and is no candidate. */
  readonly holdout: boolean;
  /** Names of the events by which it is measured. */
  readonly events: readonly string[];
}

export function waysOf(split: Split): readonly Way[] {
  let bound = 0;
  return split.branches.map((branch, index) => ({
    name: branch.name ?? String(index + 1),
    bound: (bound += branch.percent * 100),
    holdout: branch.holdout,
    events: branch.holdout ? [] : measuredIn(split, branch).map(eventName),
  }));
}

/** The events by which the branches of a split are compared. */
export function measuredEvents(split: Split): readonly EventReference[] {
  return split.branches.filter(({ holdout }) => !holdout).flatMap((branch) => measuredIn(split, branch));
}

/** The messages that a branch sends, each once. */
export function sentIn({ steps }: Branch): readonly string[] {
  return [...new Set([...allSteps(steps)].flatMap((step) => (step.kind === 'send' ? [step.message] : [])))];
}

function measuredIn({ winner }: Split, branch: Branch): readonly EventReference[] {
  if (winner === undefined) return [];
  const { by, source } = winner;
  if (by.kind === 'event') return [by.event];
  return sentIn(branch).map((message) => ({
    kind: 'engagement',
    engagement: by.engagement,
    message,
    source,
  }));
}

/** What a split is called where something is kept of it. */
export function splitName(automation: string, step: string): string {
  return `${automation}/${step}`;
}

/** The name under which it is kept that a customer has taken a way. */
export function tookEvent(split: string): string {
  return `took:${split}`;
}

/** The name under which it is kept which way is the best. */
export function winnerEvent(split: string): string {
  return `winner:${split}`;
}
