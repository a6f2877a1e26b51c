import type { ModelCheck } from '../check.ts';

export const mapChecks: readonly ModelCheck[] = [];
