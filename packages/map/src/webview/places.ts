import type { GroupNode, Scene, SceneNode } from '../scene/scene.ts';

/** Where an item stands in the whole picture. */
export interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly group: GroupNode;
}

/** The items of the scene in its order, with their places in the whole picture. */
export function placesOf(scene: Scene): Map<string, Place> {
  const places = new Map<string, Place>();
  const walk = (nodes: readonly SceneNode[], dx: number, dy: number): void => {
    for (const node of nodes) {
      if (node.kind !== 'group') continue;
      const x = dx + node.x;
      const y = dy + node.y;
      if (node.role === 'item')
        places.set(node.id, { id: node.id, x, y, width: node.width, height: node.height, group: node });
      walk(node.children, x, y);
    }
  };
  walk(scene.children, 0, 0);
  return places;
}

export const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const satisfies Record<string, readonly [number, number]>;
export type Arrow = keyof typeof ARROWS;

export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(ARROWS, key);
}

/** How much worse an item is for standing beside the way than for standing farther along it. */
const ASIDE = 3;

/** The item that the eye finds next in that direction; undefined at the edge. */
export function nextPlace(places: Iterable<Place>, from: Place, arrow: Arrow): Place | undefined {
  const [dx, dy] = ARROWS[arrow];
  let best: Place | undefined;
  let bestCost = Infinity;
  for (const place of places) {
    const along = dx === 0 ? dy * (place.y - from.y) : dx * (center(place).x - center(from).x);
    if (place.id === from.id || along <= 1) continue;
    const aside =
      dx === 0
        ? apart(from.x, from.width, place.x, place.width)
        : apart(from.y, from.height, place.y, place.height);
    const cost = along + ASIDE * aside;
    if (cost < bestCost) [best, bestCost] = [place, cost];
  }
  return best;
}

function center(place: Place): { x: number; y: number } {
  return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
}

/** The gap between two spans; 0 where they overlap. */
function apart(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, otherStart - (start + length), start - (otherStart + otherLength));
}
