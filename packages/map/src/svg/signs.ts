import { ICONS } from '../scene/icons.ts';
import { MARKS } from '../scene/marks.ts';
import { figure } from './element.ts';
import { SIGNS, SURFACES } from './looks.ts';
import type { IconName } from '../scene/icons.ts';
import type { MarkName } from '../scene/marks.ts';
import type { IconNode, MarkNode } from '../scene/scene.ts';
import type { Pen } from './element.ts';

/** Draws the icons of a picture, and the marks, which are icons on a ground. */
export interface Signs {
  icon(icon: IconNode): void;
  mark(mark: MarkNode): void;
}

/** Each is drawn where it stands: a page is quicker so. */
export class SignsInPlace implements Signs {
  private readonly pen: Pen;

  constructor(pen: Pen) {
    this.pen = pen;
  }

  icon({ icon, ink, hue, ...place }: IconNode): void {
    this.pen.leaf('path', { class: SIGNS.of(ink, hue), d: ICONS[icon], transform: iconPlace(place) });
  }

  mark(mark: MarkNode): void {
    drawMark(this.pen, mark, mark);
  }
}

/** Each is drawn once, at the picture's end, and shown wherever it stands: a file is smaller so. */
export class SharedSigns implements Signs {
  private readonly icons = new Map<IconName, string>();
  private readonly marks = new Map<string, MarkLook>();
  private readonly known = new Map<MarkName, Map<IconName, string[]>>();
  private readonly pen: Pen;
  private readonly suffix: string;

  /** @param suffix what its ids end in, where the picture shares a page with others */
  constructor(pen: Pen, suffix: string) {
    this.pen = pen;
    this.suffix = suffix;
  }

  icon(node: IconNode): void {
    let id = this.icons.get(node.icon);
    if (id === undefined) this.icons.set(node.icon, (id = `jm-sign-${node.icon}${this.suffix}`));
    this.pen.again(SIGNS.of(node.ink, node.hue), id, iconPlace(node));
  }

  mark(node: MarkNode): void {
    const { x, y, mark, flipped } = node;
    const right = x + MARKS[mark].size;
    const place = flipped
      ? `translate(${figure(right)} ${figure(y)}) scale(-1 1)`
      : `translate(${figure(x)} ${figure(y)})`;
    this.pen.again(undefined, this.markId(node), place);
  }

  private markId({ mark, icon, hue = -1 }: MarkLook): string {
    let icons = this.known.get(mark);
    if (!icons) {
      icons = new Map<IconName, string[]>();
      this.known.set(mark, icons);
    }
    let hues = icons.get(icon);
    if (!hues) {
      hues = [];
      icons.set(icon, hues);
    }
    return (hues[hue + 1] ??= this.addMark({ mark, icon, hue: hue < 0 ? undefined : hue }));
  }

  private addMark(look: MarkLook): string {
    const { mark, icon, hue } = look;
    const id = `jm-mark-${mark}-${icon}${hue === undefined ? '' : `-${hue}`}${this.suffix}`;
    this.marks.set(id, look);
    return id;
  }

  /** Draws what was shown. */
  define(): void {
    const { pen } = this;
    pen.open('defs', {});
    for (const [name, id] of inOrder(this.icons)) pen.leaf('path', { id, d: ICONS[name] });
    for (const [id, look] of inOrder(this.marks)) {
      pen.open('g', { id });
      drawMark(pen, look, { x: 0, y: 0 });
      pen.close();
    }
    pen.close();
  }
}

/** What makes two marks look alike. */
type MarkLook = Pick<MarkNode, 'mark' | 'icon' | 'hue'>;

function inOrder<Key extends string, Value>(entries: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
}

function drawMark(
  pen: Pen,
  { mark, icon, hue }: MarkLook,
  { x, y, flipped }: Pick<MarkNode, 'x' | 'y' | 'flipped'>,
): void {
  const { surface, ink, size, radius, sign } = MARKS[mark];
  const edge = Math.round((size - sign) / 2);
  pen.box(SURFACES.of(surface, hue), { x, y, width: size, height: size }, radius);
  const transform = iconPlace({ x: x + edge, y: y + edge, size: sign, flipped });
  pen.leaf('path', { class: SIGNS.of(ink, hue), d: ICONS[icon], transform });
}

/** Icons are drawn on a grid of so many units a side. */
const ICON_GRID = 24;
/** Icons stand in a few sizes, each with its part of the grid's, as it is written. */
const scales = new Map<number, string>();

function iconPlace({ x, y, size, flipped }: Pick<IconNode, 'x' | 'y' | 'size' | 'flipped'>): string {
  let scale = scales.get(size);
  if (scale === undefined) scales.set(size, (scale = figure(size / ICON_GRID)));
  return flipped
    ? `translate(${figure(x + size)} ${figure(y)}) scale(-${scale} ${scale})`
    : `translate(${figure(x)} ${figure(y)}) scale(${scale})`;
}
