import type { Image } from '@journey/model';
import { box } from '../blocks.ts';
import type { Hue, SceneNode } from '../scene.ts';

/** A portrait's diameter, in pixels of the map at its own scale. */
export const PORTRAIT = 56;
const RADIUS = PORTRAIT / 2;
const HEAD = { side: 20, top: 11 };
/** Where the shoulders meet the circle. */
const SHOULDER = { x: 7.43, y: 47 };

/** Somebody as their file shows them. */
export function photo({ file }: Image): readonly SceneNode[] {
  return [
    { kind: 'image', x: 0, y: 0, width: PORTRAIT, height: PORTRAIT, radius: RADIUS, fit: 'filled', file },
  ];
}

/** Somebody's head and shoulders in a circle, in a colour of their own. */
export function portrait(hue: Hue): readonly SceneNode[] {
  const far = PORTRAIT - SHOULDER.x;
  return [
    box(0, 0, PORTRAIT, PORTRAIT, 'stageNumber', { radius: RADIUS, hue }),
    box(RADIUS - HEAD.side / 2, HEAD.top, HEAD.side, HEAD.side, 'bar', { radius: HEAD.side / 2, hue }),
    {
      kind: 'path',
      surface: 'bar',
      hue,
      commands: [
        ['M', SHOULDER.x, SHOULDER.y],
        ['C', 9.5, 39, 17, 34.5, RADIUS, 34.5],
        ['C', 39, 34.5, 46.5, 39, far, SHOULDER.y],
        // Along the circle to its lowest point, and up on the other side.
        ['C', far - 5.3, SHOULDER.y + 5.73, RADIUS + 7.8, PORTRAIT, RADIUS, PORTRAIT],
        ['C', RADIUS - 7.8, PORTRAIT, SHOULDER.x + 5.3, SHOULDER.y + 5.73, SHOULDER.x, SHOULDER.y],
        ['Z'],
      ],
    },
  ];
}
