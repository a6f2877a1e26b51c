import { figure } from './element.ts';
import { Clips } from './clips.ts';
import { LETTERS, SURFACES } from './looks.ts';
import { SharedSigns, SignsInPlace } from './signs.ts';
import type { Direction } from '@journey/model';
import type { ImageSources } from '../images.ts';
import type { Pen } from './element.ts';
import type { Signs } from './signs.ts';
import type {
  BoxNode,
  CalloutNode,
  GroupNode,
  Ground,
  ImageNode,
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
  /** What stands in the files of images; others are empty frames. */
  readonly images?: ImageSources;
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
  readonly signs: Signs;
  readonly clips: Clips;
}

/** How far the frame of a selected, focused or invalid item stands out of it. */
const FRAME = 3;
const BADGE = 16;

/** The scene's parts, without the `svg` element round them. */
export function drawScene(pen: Pen, scene: Scene, options: DrawOptions = {}): void {
  const { children, width, height, direction } = scene;
  const suffix = options.suffix ?? '';
  const shared = options.interactive ? undefined : new SharedSigns(pen, suffix);
  const signs = shared ?? new SignsInPlace(pen);
  pen.leaf('rect', { class: 'jm-s-page', width, height });
  const clips = new Clips(pen, suffix);
  drawNodes(children, { ...options, suffix, pen, direction, signs, clips });
  shared?.define();
  clips.define();
}

function drawNodes(nodes: readonly SceneNode[], drawing: Drawing): void {
  for (const node of nodes) {
    switch (node.kind) {
      case 'box':
        drawBox(node, drawing);
        break;
      case 'callout':
        drawCallout(node, drawing);
        break;
      case 'text':
        drawText(node, drawing);
        break;
      case 'icon':
        drawing.signs.icon(node);
        break;
      case 'mark':
        drawing.signs.mark(node);
        break;
      case 'image':
        drawImage(node, drawing);
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

/** Of a callout: its corners, and how far its tip stands out, half as far as that is wide. */
const CORNER = 9;
const TIP = 6;

function drawCallout({ x, y, width, height, points, surface }: CalloutNode, { pen }: Drawing): void {
  const across = width - 2 * CORNER;
  const aside = across / 2 - TIP;
  const turn = (right: number, down: number): string =>
    `a${CORNER} ${CORNER} 0 0 1 ${right * CORNER} ${down * CORNER}`;
  const top = points === 'up' ? `h${aside}l${TIP} ${-TIP}l${TIP} ${TIP}h${aside}` : `h${across}`;
  const bottom = points === 'down' ? `h${-aside}l${-TIP} ${TIP}l${-TIP} ${-TIP}h${-aside}` : `h${-across}`;
  const down = height - 2 * CORNER;
  const start = `M${figure(x + CORNER)} ${figure(y)}`;
  pen.leaf('path', {
    class: SURFACES.of(surface),
    d: `${start}${top}${turn(1, 1)}v${down}${turn(-1, 1)}${bottom}${turn(-1, -1)}v${-down}${turn(1, -1)}z`,
  });
}

/** How far an empty frame's sign stands from its edges, at least. */
const EMPTY = 14;

function drawImage(node: ImageNode, { pen, images = {}, clips, signs }: Drawing): void {
  const { x, y, width, height, radius, fit, file } = node;
  // A file may be called as what every object has.
  const address = Object.hasOwn(images, file) ? images[file] : undefined;
  if (address === undefined) {
    pen.box(SURFACES.of('strip'), node, radius);
    const size = Math.min(32, Math.min(width, height) - 2 * EMPTY);
    const [left, top] = [x + (width - size) / 2, y + (height - size) / 2];
    signs.icon({ kind: 'icon', icon: 'photo', x: left, y: top, size, ink: 'muted' });
    return;
  }
  pen.open('g', {
    transform: `translate(${figure(x)} ${figure(y)})`,
    'clip-path': clips.of(width, height, radius),
  });
  const preserveAspectRatio = fit === 'filled' ? 'xMidYMid slice' : 'xMidYMid meet';
  pen.leaf('image', { 'xlink:href': address, width, height, preserveAspectRatio });
  pen.close();
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
    source,
    role: isItem ? (isButton ? 'button' : 'img') : role === 'section' ? 'group' : undefined,
    // In a standing picture an item is named by its title alone.
    label: isButton || role === 'section' ? withProblems(name, problems, '. ') : undefined,
    title: isItem ? withProblems(name, problems, '\n') : undefined,
    tabindex: isButton ? (drawing.focusable === id ? '0' : '-1') : undefined,
    current: isButton && drawing.selected === id ? 'true' : undefined,
  });
  if (isItem && (interactive || isInvalid)) drawFrame(group, drawing);
  if (group.ground) drawGround(group, group.ground, pen);
  drawNodes(group.children, drawing);
  if (isInvalid) drawBadge(group, drawing);
  pen.close();
}

function drawGround({ width, height }: GroupNode, { surface, radius, hue }: Ground, pen: Pen): void {
  pen.box(SURFACES.of(surface, hue), { x: 0, y: 0, width, height }, radius);
}

function withProblems(
  name: string | undefined,
  problems: readonly string[],
  between: string,
): string | undefined {
  return name === undefined || problems.length === 0 ? name : [name, ...problems].join(between);
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
  drawing.signs.icon({ kind: 'icon', icon: 'exclaim', x, y, size: BADGE, ink: 'onMark' });
}
