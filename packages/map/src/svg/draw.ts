import { describeSource } from '@journey/model';
import { element, figure } from './element.ts';
import { ICONS } from '../scene/icons.ts';
import type { SvgElement } from './element.ts';
import type {
  BoxNode,
  GroupNode,
  IconNode,
  PathCommand,
  PathNode,
  Scene,
  SceneNode,
  TextNode,
} from '../scene/scene.ts';

/** What a picture shows besides the journey itself. */
export interface DrawOptions {
  /** Whether items are buttons, as in the webview; in a standing picture they are images. */
  readonly interactive?: boolean;
  /** What is wrong with items, by id. */
  readonly problems?: ReadonlyMap<string, readonly string[]>;
  /** The item that the cursor stands in. */
  readonly selected?: string;
  /** The item that the keyboard reaches first. */
  readonly focusable?: string;
}

/** How far the frame of a selected, focused or invalid item stands out of it. */
const FRAME = 3;
const BADGE = 16;
const GRADIENT = 'jm-feelings';

/** The scene's parts as SVG elements, without the `svg` element round them. */
export function drawScene(scene: Scene, options: DrawOptions = {}): SvgElement[] {
  const page = element('rect', { class: 'jm-s-page', width: scene.width, height: scene.height });
  return [page, ...scene.children.flatMap((node) => draw(node, scene, options))];
}

function draw(node: SceneNode, scene: Scene, options: DrawOptions): SvgElement[] {
  switch (node.kind) {
    case 'box':
      return [drawBox(node)];
    case 'text':
      return [drawText(node, scene)];
    case 'icon':
      return [drawIcon(node)];
    case 'path':
      return drawPath(node);
    case 'group':
      return [drawGroup(node, scene, options)];
  }
}

function drawBox({ x, y, width, height, radius, surface, hue }: BoxNode): SvgElement {
  return element('rect', {
    class: classes(`jm-s-${surface}`, hue),
    x,
    y,
    width,
    height,
    rx: radius === 0 ? undefined : radius,
  });
}

/**
 * `text-anchor` counts from the side where the line's own direction starts, the scene's alignment from the side where
 * the map does; where the two differ, start and end change places. The space at the end isn't drawn: it keeps lines
 * apart for who reads or copies the text.
 */
function drawText({ x, y, text, type, ink, align, direction, hue }: TextNode, scene: Scene): SvgElement {
  const opposite = { start: 'end', middle: 'middle', end: 'start' } as const;
  return element(
    'text',
    {
      class: classes(`jm-t-${type} jm-i-${ink}`, hue),
      x,
      y,
      'text-anchor': direction === scene.direction ? align : opposite[align],
      direction,
    },
    `${text} `,
  );
}

function drawIcon({ x, y, size, icon, ink, hue, flipped }: IconNode): SvgElement {
  const scale = figure(size / 24);
  return element('path', {
    class: classes(`jm-icon jm-k-${ink}`, hue),
    d: ICONS[icon],
    transform: flipped
      ? `translate(${figure(x + size)} ${figure(y)}) scale(-${scale} ${scale})`
      : `translate(${figure(x)} ${figure(y)}) scale(${scale})`,
  });
}

function drawPath({ commands, surface, hue, feelings }: PathNode): SvgElement[] {
  const d = commands.map(writeCommand).join('');
  const path = { class: classes(`jm-s-${surface}`, hue), d };
  if (!feelings) return [element('path', path)];
  const paint = `url(#${GRADIENT})`;
  if (surface === 'curveArea') return [gradient(feelings), element('path', { ...path, fill: paint })];
  return [element('path', { ...path, stroke: paint })];
}

function gradient([top, bottom]: readonly [number, number]): SvgElement {
  const stops = ['5', '3', '1'].map((face, index) =>
    element('stop', { class: `jm-stop${face}`, offset: `${index * 50}%` }),
  );
  const place = { x1: 0, x2: 0, y1: top, y2: bottom };
  return element('linearGradient', { id: GRADIENT, gradientUnits: 'userSpaceOnUse', ...place }, stops);
}

function writeCommand([name, ...numbers]: PathCommand): string {
  return name + numbers.map(figure).join(' ');
}

function drawGroup(group: GroupNode, scene: Scene, options: DrawOptions): SvgElement {
  const { id, x, y, role, name, source } = group;
  const problems = options.problems?.get(id) ?? [];
  const isItem = role === 'item';
  const children = [
    ...(isItem && name !== undefined ? [element('title', {}, [name, ...problems].join('\n'))] : []),
    ...(isItem && (options.interactive || problems.length > 0) ? [frame(group)] : []),
    ...group.children.flatMap((child) => draw(child, scene, options)),
    ...(problems.length > 0 ? badge(group, scene) : []),
  ];
  const drawn = element(
    'g',
    {
      class: groupClass(group, options, problems.length > 0),
      transform: `translate(${figure(x)} ${figure(y)})`,
      'data-id': id,
      'data-line': source ? source.start.line + 1 : undefined,
      'data-source': source ? describeSource(source) : undefined,
      ...accessibility(group, options, problems),
    },
    children,
  );
  return { ...drawn, key: id };
}

function groupClass({ id, role }: GroupNode, options: DrawOptions, invalid: boolean): string {
  return [`jm-${role}`, options.selected === id ? 'jm-selected' : '', invalid ? 'jm-invalid' : '']
    .filter((name) => name !== '')
    .join(' ');
}

function accessibility(
  { id, role, name }: GroupNode,
  options: DrawOptions,
  problems: readonly string[],
): Record<string, string | undefined> {
  if (role === 'layer' || name === undefined) return {};
  if (role === 'section') return { role: 'group', 'aria-label': name };
  const label = { 'aria-label': [name, ...problems].join('. ') };
  if (!options.interactive) return { role: 'img', ...label };
  return {
    role: 'button',
    ...label,
    tabindex: options.focusable === id ? '0' : '-1',
    'aria-current': options.selected === id ? 'true' : undefined,
  };
}

function frame({ width, height }: GroupNode): SvgElement {
  return element('rect', {
    class: 'jm-frame',
    x: -FRAME,
    y: -FRAME,
    width: width + 2 * FRAME,
    height: height + 2 * FRAME,
    rx: 8,
  });
}

/** A sign at the corner where reading ends, so that colour isn't all that says it. */
function badge({ width }: GroupNode, scene: Scene): SvgElement[] {
  const x = scene.direction === 'rtl' ? -BADGE / 2 : width - BADGE / 2;
  const y = -BADGE / 2;
  const sign: IconNode = { kind: 'icon', icon: 'exclaim', x, y, size: BADGE, ink: 'onMark' };
  return [
    element('rect', { class: 'jm-badge', x, y, width: BADGE, height: BADGE, rx: BADGE / 2 }),
    drawIcon(sign),
  ];
}

function classes(name: string, hue: number | undefined): string {
  return hue === undefined ? name : `${name} jm-h${hue}`;
}
