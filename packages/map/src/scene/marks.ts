import type { Ink, Surface } from './scene.ts';

/** How a mark looks: what ground it has, how many pixels that and the sign on it are wide. */
interface MarkLook {
  readonly surface: Surface;
  readonly ink: Ink;
  readonly size: number;
  readonly radius: number;
  readonly sign: number;
}

/** Signs on a ground of their own. What is online is round, and what is offline square. */
export const MARKS = {
  touchpoint: { surface: 'stageNumber', ink: 'accent', size: 30, radius: 15, sign: 18 },
  touchpointOffline: { surface: 'stageNumber', ink: 'accent', size: 30, radius: 8, sign: 18 },
  station: { surface: 'stage', ink: 'onStage', size: 24, radius: 12, sign: 14 },
  stationOffline: { surface: 'stage', ink: 'onStage', size: 24, radius: 7, sign: 14 },
  face1: face('face1'),
  face2: face('face2'),
  face3: face('face3'),
  face4: face('face4'),
  face5: face('face5'),
  smallFace1: smallFace('face1'),
  smallFace2: smallFace('face2'),
  smallFace3: smallFace('face3'),
  smallFace4: smallFace('face4'),
  smallFace5: smallFace('face5'),
  truth: { surface: 'truth', ink: 'truth', size: 22, radius: 11, sign: 15 },
  breaking: { surface: 'breaking', ink: 'breaking', size: 22, radius: 11, sign: 15 },
} as const satisfies Readonly<Record<string, MarkLook>>;

export type MarkName = keyof typeof MARKS;

function face<Face extends Surface>(surface: Face) {
  return { surface, ink: 'onFace', size: 36, radius: 18, sign: 32 } as const;
}

function smallFace<Face extends Surface>(surface: Face) {
  return { surface, ink: 'onFace', size: 24, radius: 12, sign: 20 } as const;
}
