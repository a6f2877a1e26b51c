import type { ModelCheck } from '../check.ts';

export const unitsChecks: readonly ModelCheck[] = [];
