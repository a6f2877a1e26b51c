import { n8n } from './n8n/target.ts';
import type { Target } from './target.ts';

/** The targets there are; the first is the one that is meant where none is named. */
export const targets: readonly Target[] = [n8n];

/** The target with that id, or undefined. */
export function findTarget(id: string): Target | undefined {
  return targets.find((target) => target.id === id);
}
