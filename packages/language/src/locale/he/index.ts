import type { Texts } from '../texts.ts';

export const hebrew: Texts = { findings: {}, phrases: {}, keywords: {} };
