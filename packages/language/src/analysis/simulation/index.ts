import type { ModelCheck } from '../check.ts';

export const simulationChecks: readonly ModelCheck[] = [];
