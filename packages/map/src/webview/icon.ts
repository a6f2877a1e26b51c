import { ICONS } from '../scene/icons.ts';
import type { IconName } from '../scene/icons.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** An icon as a control shows it: what it means is said by what it stands in. */
export function createIcon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'jm-control-icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
