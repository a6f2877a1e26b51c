import type { ModelCheck } from '../check.ts';

export const messagesChecks: readonly ModelCheck[] = [];
