import type { ModelCheck } from '../check.ts';

export const flowChecks: readonly ModelCheck[] = [];
