import { smoothCurve } from '../../scene/curve.ts';
import type { Direction, EmotionValue } from '@journey/model';
import type { JourneyOverview } from '../../overview/overview.ts';

const SVG = 'http://www.w3.org/2000/svg';
const SIZE = { width: 220, height: 44 };
const EDGE = 6;
const DOT = 2.5;

/** The curve of what is felt through the journey, small; nothing where nobody says what is felt. */
export function feelingsCurve({ stages, direction }: JourneyOverview): SVGSVGElement | undefined {
  const feelings = stages.flatMap((stage) => stage.feelings);
  if (feelings.length < 2) return undefined;
  const points = feelings.map((value, index) => pointOf(value, index / (feelings.length - 1), direction));
  const svg = element('svg', {
    class: 'jo-curve',
    viewBox: `0 0 ${SIZE.width} ${SIZE.height}`,
    'aria-hidden': 'true',
  });
  const neutral = heightOf(0);
  svg.append(
    element('path', { class: 'jo-neutral', d: `M0 ${neutral}H${SIZE.width}` }),
    element('path', {
      class: 'jo-line',
      d: smoothCurve(points)
        .map(([name, ...numbers]) => name + numbers.join(' '))
        .join(''),
    }),
    ...points.map(([x, y], index) =>
      element('circle', { class: `jo-felt jm-s-face${(feelings[index] ?? 0) + 3}`, cx: x, cy: y, r: DOT }),
    ),
  );
  return svg instanceof SVGSVGElement ? svg : undefined;
}

function pointOf(value: EmotionValue, part: number, direction: Direction): readonly [number, number] {
  const along = EDGE + part * (SIZE.width - 2 * EDGE);
  return [direction === 'rtl' ? SIZE.width - along : along, heightOf(value)];
}

function heightOf(value: EmotionValue): number {
  return EDGE + ((2 - value) / 4) * (SIZE.height - 2 * EDGE);
}

function element(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
