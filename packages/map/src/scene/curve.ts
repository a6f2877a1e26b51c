import type { PathCommand } from './scene.ts';

type Point = readonly [x: number, y: number];

/**
 * A smooth line through points that go one way in x: monotone in each piece, so that it never rises over its peaks nor
 * falls under its valleys (M. Steffen, "A simple method for monotonic interpolation in one dimension", 1990).
 */
export function smoothCurve(points: readonly Point[]): PathCommand[] {
  return points.map(([x, y], index): PathCommand => {
    const before = points[index - 1];
    if (!before) return ['M', x, y];
    const [x0, y0] = before;
    const third = (x - x0) / 3;
    const leaving = slopeAt(points, index - 1);
    const arriving = slopeAt(points, index);
    return ['C', x0 + third, y0 + third * leaving, x - third, y - third * arriving, x, y];
  });
}

function slopeAt(points: readonly Point[], index: number): number {
  const before = secant(points[index - 1], points[index]);
  const after = secant(points[index], points[index + 1]);
  if (before && after) return slopeBetween(before, after);
  const only = before ?? after;
  // Two points alone: away from the one and up to the other as from a plain.
  if (!only || points.length < 3) return 0;
  return (3 * only.slope - slopeAt(points, index === 0 ? 1 : index - 1)) / 2;
}

function slopeBetween(before: Secant, after: Secant): number {
  const between = (before.slope * after.run + after.slope * before.run) / (before.run + after.run);
  const steepest = Math.min(Math.abs(before.slope), Math.abs(after.slope), Math.abs(between) / 2);
  return (Math.sign(before.slope) + Math.sign(after.slope)) * steepest;
}

interface Secant {
  readonly slope: number;
  readonly run: number;
}

function secant(from: Point | undefined, to: Point | undefined): Secant | undefined {
  if (!from || !to) return undefined;
  const run = to[0] - from[0];
  return { slope: run === 0 ? 0 : (to[1] - from[1]) / run, run };
}
