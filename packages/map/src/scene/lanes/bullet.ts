import { box } from '../blocks.ts';
import type { Block } from '../blocks.ts';
import type { Measure } from '../phrases/measure.ts';
import type { SceneNode, Surface } from '../scene.ts';

const HEIGHT = 18;
const BAR = 8;
/** Room beyond the largest number. */
const ROOM = 1.15;

/**
 * A bullet chart (S. Few): the actual value as a bar, the target as a line across it, the baseline as a shorter one.
 * Nothing where there are no two numbers to compare.
 */
export function bullet({ actual, target, baseline, isReached }: Measure, width: number): Block {
  const numbers = [actual, target, baseline].filter((number) => number !== undefined);
  const most = Math.max(0, ...numbers) * ROOM;
  const least = Math.min(0, ...numbers) * ROOM;
  if (actual === undefined || numbers.length < 2 || most === least) return { height: 0, nodes: [] };
  const x = (value: number): number => ((value - least) / (most - least)) * width;
  const surface: Surface =
    isReached === undefined ? 'bulletActual' : isReached ? 'bulletReached' : 'bulletMissed';
  const start = Math.min(x(0), x(actual));
  return {
    height: HEIGHT,
    nodes: [
      box(0, 2, width, HEIGHT - 4, 'bulletTrack', { radius: 3 }),
      box(start, (HEIGHT - BAR) / 2, Math.max(1, Math.abs(x(actual) - x(0))), BAR, surface, { radius: 2 }),
      ...line(baseline, x, 6, 'bulletBaseline'),
      ...line(target, x, 0, 'bulletTarget'),
    ],
  };
}

function line(
  value: number | undefined,
  x: (value: number) => number,
  inset: number,
  surface: Surface,
): SceneNode[] {
  return value === undefined ? [] : [box(x(value) - 1, inset, 2.5, HEIGHT - 2 * inset, surface)];
}
