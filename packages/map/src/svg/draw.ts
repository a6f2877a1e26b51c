import { describeSource } from '@journey/model';
import { figure } from './element.ts';
import { ICONS } from '../scene/icons.ts';
import { TYPE } from '../scene/type.ts';
import type { Direction } from '@journey/model';
import type { IconName } from '../scene/icons.ts';
import type { Pen, SvgAttributes } from './element.ts';
import type { TypeName } from '../scene/type.ts';
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
  /** What the picture's ids end in, where it shares a page with others. */
  readonly suffix?: string;
}

/** What is drawn, with what, and how. */
interface Drawing extends DrawOptions {
  readonly pen: Pen;
  readonly direction: Direction;
  readonly suffix: string;
  /** Signs that are drawn once, at the end, and shown wherever they stand; undefined where each is drawn in its place. */
  readonly shared: Set<IconName> | undefined;
}

/** How far the frame of a selected, focused or invalid item stands out of it. */
const FRAME = 3;
const BADGE = 16;
/** Icons are drawn on a grid of so many units a side. */
const ICON_GRID = 24;

/** The classes of what looks alike, each written once. */
class Looks {
  private readonly known = new Map<string, string[]>();
  private readonly write: (name: string) => string;

  constructor(write: (name: string) => string) {
    this.write = write;
  }

  of(name: string, hue = -1): string {
    let hues = this.known.get(name);
    if (!hues) this.known.set(name, (hues = []));
    return (hues[hue + 1] ??= this.write(name) + (hue < 0 ? '' : ` jm-h${hue}`));
  }
}

const SURFACES = new Looks((surface) => `jm-s-${surface}`);
const SIGNS = new Looks((ink) => `jm-icon jm-k-${ink}`);
const LETTERS = Object.fromEntries(
  Object.keys(TYPE).map((type) => [type, new Looks((ink) => `jm-t-${type} jm-i-${ink}`)]),
) as Record<TypeName, Looks>;

/**
 * The scene's parts, without the `svg` element round them. A file is smaller where a sign stands in it once; a page is
 * quicker where each is drawn in its place.
 */
export function drawScene(pen: Pen, scene: Scene, options: DrawOptions = {}): void {
  const { children, width, height, direction } = scene;
  const shared = options.interactive ? undefined : new Set<IconName>();
  pen.leaf('rect', { class: 'jm-s-page', width, height });
  drawNodes(children, { suffix: '', ...options, pen, direction, shared });
  if (shared) defineIcons(pen, shared, options.suffix ?? '');
}

function drawNodes(nodes: readonly SceneNode[], drawing: Drawing): void {
  for (const node of nodes) {
    switch (node.kind) {
      case 'box':
        drawBox(node, drawing);
        break;
      case 'text':
        drawText(node, drawing);
        break;
      case 'icon':
        drawIcon(node, drawing);
        break;
      case 'path':
        drawPath(node, drawing);
        break;
      case 'group':
        drawGroup(node, drawing);
    }
  }
}

function drawBox(node: BoxNode, { pen }: Drawing): void {
  pen.box(SURFACES.of(node.surface, node.hue), node, node.radius);
}

const OPPOSITE = { start: 'end', middle: 'middle', end: 'start' } as const;

/**
 * `text-anchor` counts from the side where the line's own direction starts, the scene's alignment from the side where
 * the map does; where the two differ, start and end change places.
 */
function drawText(node: TextNode, { pen, direction: around }: Drawing): void {
  const { x, y, text, type, ink, align, direction, hue } = node;
  const isForeign = direction !== around;
  const anchor = isForeign ? OPPOSITE[align] : align;
  pen.line(
    LETTERS[type].of(ink, hue),
    {
      x,
      y,
      anchor: anchor === 'start' ? undefined : anchor,
      direction: isForeign ? direction : undefined,
    },
    text,
  );
}

function drawIcon(node: IconNode, { pen, shared, suffix }: Drawing): void {
  const look = SIGNS.of(node.ink, node.hue);
  const transform = iconPlace(node);
  if (!shared) {
    pen.leaf('path', { class: look, d: ICONS[node.icon], transform });
    return;
  }
  shared.add(node.icon);
  pen.again(look, iconId(node.icon, suffix), transform);
}

/** Icons stand in a few sizes, each with its part of the grid's, as it is written. */
const scales = new Map<number, string>();

function iconPlace({ x, y, size, flipped }: IconNode): string {
  let scale = scales.get(size);
  if (scale === undefined) scales.set(size, (scale = figure(size / ICON_GRID)));
  return flipped
    ? `translate(${figure(x + size)} ${figure(y)}) scale(-${scale} ${scale})`
    : `translate(${figure(x)} ${figure(y)}) scale(${scale})`;
}

function iconId(name: IconName, suffix: string): string {
  return `jm-sign-${name}${suffix}`;
}

function defineIcons(pen: Pen, icons: ReadonlySet<IconName>, suffix: string): void {
  pen.open('defs', {});
  for (const name of [...icons].sort()) pen.leaf('path', { id: iconId(name, suffix), d: ICONS[name] });
  pen.close();
}

function drawPath({ commands, surface, hue, feelings }: PathNode, { pen, suffix }: Drawing): void {
  const gradient = `jm-feelings${suffix}`;
  const paint = feelings && `url(#${gradient})`;
  if (feelings && surface === 'curveArea') drawGradient(pen, gradient, feelings);
  pen.leaf('path', {
    class: SURFACES.of(surface, hue),
    d: written(commands),
    [surface === 'curveArea' ? 'fill' : 'stroke']: paint,
  });
}

function drawGradient(pen: Pen, id: string, [top, bottom]: readonly [number, number]): void {
  const place = { x1: 0, x2: 0, y1: top, y2: bottom };
  pen.open('linearGradient', { id, gradientUnits: 'userSpaceOnUse', ...place });
  for (const [index, face] of ['5', '3', '1'].entries())
    pen.leaf('stop', { class: `jm-stop${face}`, offset: `${index * 50}%` });
  pen.close();
}

function written(commands: readonly PathCommand[]): string {
  let path = '';
  for (const command of commands) {
    path += command[0];
    for (let at = 1; at < command.length; at++) path += (at === 1 ? '' : ' ') + figure(Number(command[at]));
  }
  return path;
}

const NO_PROBLEMS: readonly string[] = [];
const NO_ATTRIBUTES: SvgAttributes = {};
const ROLES = { item: 'jm-item', section: 'jm-section', layer: 'jm-layer' } as const;

function drawGroup(group: GroupNode, drawing: Drawing): void {
  const { pen, interactive } = drawing;
  const { id, x, y, role, name, source } = group;
  const problems = drawing.problems?.get(id) ?? NO_PROBLEMS;
  const isInvalid = problems.length > 0;
  const isItem = role === 'item';
  const isButton = isItem && interactive === true;
  pen.part({
    id,
    look: groupClass(group, drawing, isInvalid),
    x,
    y,
    source: source && describeSource(source),
    role: isItem ? (isButton ? 'button' : 'img') : role === 'section' ? 'group' : undefined,
    // In a standing picture an item is named by its title alone.
    label: isButton || role === 'section' ? spokenName(name, problems) : undefined,
    tabindex: isButton ? (drawing.focusable === id ? '0' : '-1') : undefined,
    current: isButton && drawing.selected === id ? 'true' : undefined,
  });
  if (isItem && name !== undefined)
    pen.leaf('title', NO_ATTRIBUTES, isInvalid ? [name, ...problems].join('\n') : name);
  if (isItem && (interactive || isInvalid)) drawFrame(group, drawing);
  drawNodes(group.children, drawing);
  if (isInvalid) drawBadge(group, drawing);
  pen.close();
}

function spokenName(name: string | undefined, problems: readonly string[]): string | undefined {
  return name === undefined || problems.length === 0 ? name : [name, ...problems].join('. ');
}

function groupClass({ id, role }: GroupNode, options: DrawOptions, isInvalid: boolean): string {
  let look: string = ROLES[role];
  if (options.selected === id) look += ' jm-selected';
  if (isInvalid) look += ' jm-invalid';
  if (options.found?.has(id)) look += ' jm-found';
  if (role === 'item' && options.isDimmed?.(id)) look += ' jm-dimmed';
  return look;
}

function drawFrame({ width, height }: GroupNode, { pen }: Drawing): void {
  const place = { x: -FRAME, y: -FRAME, width: width + 2 * FRAME, height: height + 2 * FRAME };
  pen.box('jm-frame', place, 8);
}

/** A sign at the corner where reading ends, so that colour isn't all that says it. */
function drawBadge({ width }: GroupNode, drawing: Drawing): void {
  const x = drawing.direction === 'rtl' ? -BADGE / 2 : width - BADGE / 2;
  const y = -BADGE / 2;
  drawing.pen.box('jm-badge', { x, y, width: BADGE, height: BADGE }, BADGE / 2);
  drawIcon({ kind: 'icon', icon: 'exclaim', x, y, size: BADGE, ink: 'onMark' }, drawing);
}
