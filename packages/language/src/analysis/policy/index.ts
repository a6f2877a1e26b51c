import type { ModelCheck } from '../check.ts';

export const policyChecks: readonly ModelCheck[] = [];
