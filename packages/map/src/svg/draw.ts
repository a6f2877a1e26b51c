import { describeSource } from '@journey/model';
import { figure } from './element.ts';
import { ICONS } from '../scene/icons.ts';
import type { Pen, SvgAttributes } from './element.ts';
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
  /** Items that were searched for. */
  readonly found?: ReadonlySet<string>;
  /** Whether an item stands back because others are looked at. */
  readonly isDimmed?: (id: string) => boolean;
  /** The item that the keyboard reaches first. */
  readonly focusable?: string;
}

/** How far the frame of a selected, focused or invalid item stands out of it. */
const FRAME = 3;
const BADGE = 16;
const GRADIENT = 'jm-feelings';

/** The scene's parts, without the `svg` element round them. */
export function drawScene(pen: Pen, scene: Scene, options: DrawOptions = {}): void {
  pen.leaf('rect', { class: 'jm-s-page', width: scene.width, height: scene.height });
  drawNodes(pen, scene.children, scene, options);
}

function drawNodes(pen: Pen, nodes: readonly SceneNode[], scene: Scene, options: DrawOptions): void {
  for (const node of nodes) {
    switch (node.kind) {
      case 'box':
        drawBox(pen, node);
        break;
      case 'text':
        drawText(pen, node, scene);
        break;
      case 'icon':
        drawIcon(pen, node);
        break;
      case 'path':
        drawPath(pen, node);
        break;
      case 'group':
        drawGroup(pen, node, scene, options);
    }
  }
}

function drawBox(pen: Pen, { x, y, width, height, radius, surface, hue }: BoxNode): void {
  pen.leaf('rect', {
    class: classes(`jm-s-${surface}`, hue),
    x,
    y,
    width,
    height,
    rx: radius === 0 ? undefined : radius,
  });
}

const OPPOSITE = { start: 'end', middle: 'middle', end: 'start' } as const;

/**
 * `text-anchor` counts from the side where the line's own direction starts, the scene's alignment from the side where
 * the map does; where the two differ, start and end change places. The space at the end isn't drawn: it keeps lines
 * apart for who reads or copies the text.
 */
function drawText(pen: Pen, node: TextNode, scene: Scene): void {
  const { x, y, text, type, ink, align, direction, hue } = node;
  const isForeign = direction !== scene.direction;
  const anchor = isForeign ? OPPOSITE[align] : align;
  const attributes = {
    class: classes(`jm-t-${type} jm-i-${ink}`, hue),
    x,
    y,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    direction: isForeign ? direction : undefined,
  };
  pen.leaf('text', attributes, `${text} `);
}

function drawIcon(pen: Pen, { x, y, size, icon, ink, hue, flipped }: IconNode): void {
  const scale = figure(size / 24);
  pen.leaf('path', {
    class: classes(`jm-icon jm-k-${ink}`, hue),
    d: ICONS[icon],
    transform: flipped
      ? `translate(${figure(x + size)} ${figure(y)}) scale(-${scale} ${scale})`
      : `translate(${figure(x)} ${figure(y)}) scale(${scale})`,
  });
}

function drawPath(pen: Pen, { commands, surface, hue, feelings }: PathNode): void {
  const paint = feelings && `url(#${GRADIENT})`;
  if (feelings && surface === 'curveArea') drawGradient(pen, feelings);
  pen.leaf('path', {
    class: classes(`jm-s-${surface}`, hue),
    d: commands.map(writeCommand).join(''),
    [surface === 'curveArea' ? 'fill' : 'stroke']: paint,
  });
}

function drawGradient(pen: Pen, [top, bottom]: readonly [number, number]): void {
  const place = { x1: 0, x2: 0, y1: top, y2: bottom };
  pen.open('linearGradient', { id: GRADIENT, gradientUnits: 'userSpaceOnUse', ...place });
  for (const [index, face] of ['5', '3', '1'].entries())
    pen.leaf('stop', { class: `jm-stop${face}`, offset: `${index * 50}%` });
  pen.close();
}

function writeCommand([name, ...numbers]: PathCommand): string {
  return name + numbers.map(figure).join(' ');
}

const NO_PROBLEMS: readonly string[] = [];

function drawGroup(pen: Pen, group: GroupNode, scene: Scene, options: DrawOptions): void {
  const { id, x, y, role, name, source } = group;
  const problems = options.problems?.get(id) ?? NO_PROBLEMS;
  const isInvalid = problems.length > 0;
  const isItem = role === 'item';
  const attributes = {
    class: groupClass(group, options, isInvalid),
    transform: `translate(${figure(x)} ${figure(y)})`,
    'data-id': id,
    'data-source': source && describeSource(source),
    ...accessibility(group, options, problems),
  };
  pen.open('g', attributes, id);
  if (isItem && name !== undefined) pen.leaf('title', {}, isInvalid ? [name, ...problems].join('\n') : name);
  if (isItem && (options.interactive || isInvalid)) drawFrame(pen, group);
  drawNodes(pen, group.children, scene, options);
  if (isInvalid) drawBadge(pen, group, scene);
  pen.close();
}

function groupClass({ id, role }: GroupNode, options: DrawOptions, isInvalid: boolean): string {
  const marks = [
    options.selected === id ? ' jm-selected' : '',
    isInvalid ? ' jm-invalid' : '',
    options.found?.has(id) ? ' jm-found' : '',
    role === 'item' && options.isDimmed?.(id) ? ' jm-dimmed' : '',
  ];
  return `jm-${role}${marks.join('')}`;
}

/** In a standing picture an item is named by its title alone. */
function accessibility(
  { id, role, name }: GroupNode,
  options: DrawOptions,
  problems: readonly string[],
): SvgAttributes | undefined {
  if (role === 'layer' || name === undefined) return undefined;
  if (role === 'section') return { role: 'group', 'aria-label': name };
  if (!options.interactive) return { role: 'img' };
  return {
    role: 'button',
    'aria-label': problems.length === 0 ? name : [name, ...problems].join('. '),
    tabindex: options.focusable === id ? '0' : '-1',
    'aria-current': options.selected === id ? 'true' : undefined,
  };
}

function drawFrame(pen: Pen, { width, height }: GroupNode): void {
  pen.leaf('rect', {
    class: 'jm-frame',
    x: -FRAME,
    y: -FRAME,
    width: width + 2 * FRAME,
    height: height + 2 * FRAME,
    rx: 8,
  });
}

/** A sign at the corner where reading ends, so that colour isn't all that says it. */
function drawBadge(pen: Pen, { width }: GroupNode, scene: Scene): void {
  const x = scene.direction === 'rtl' ? -BADGE / 2 : width - BADGE / 2;
  const y = -BADGE / 2;
  pen.leaf('rect', { class: 'jm-badge', x, y, width: BADGE, height: BADGE, rx: BADGE / 2 });
  drawIcon(pen, { kind: 'icon', icon: 'exclaim', x, y, size: BADGE, ink: 'onMark' });
}

function classes(name: string, hue: number | undefined): string {
  return hue === undefined ? name : `${name} jm-h${hue}`;
}
