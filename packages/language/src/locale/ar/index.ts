import type { Texts } from '../texts.ts';

export const arabic: Texts = { findings: {}, phrases: {}, keywords: {} };
