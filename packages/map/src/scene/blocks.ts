import type { Direction } from '@journey/model';
import { ownDirection } from './bidi.ts';
import { TYPE } from './type.ts';
import { setLines } from './measure.ts';
import type { IconName } from './icons.ts';
import type { Line } from './measure.ts';
import type { MarkName } from './marks.ts';
import type { TypeName } from './type.ts';
import type {
  BoxNode,
  CalloutNode,
  Hue,
  IconNode,
  Ink,
  MarkNode,
  SceneNode,
  Surface,
  TextNode,
} from './scene.ts';

/**
 * Layout happens in reading direction: `x` counts from the side where reading starts. The finished scene is turned
 * round once, at the end, where the map reads from the right. All that is placed stands on whole pixels: edges are
 * sharp, and numbers short.
 */
export interface Block {
  readonly height: number;
  readonly nodes: readonly SceneNode[];
}

export const NOTHING: Block = { height: 0, nodes: [] };

export interface TextOptions {
  readonly type: TypeName;
  /** The direction of text that has no letters of its own. */
  readonly base: Direction;
  readonly ink?: Ink;
  readonly align?: 'start' | 'middle';
  readonly maxLines?: number;
  /** The text's direction where it isn't that of its first letter: formulas, whose lines begin one under the other. */
  readonly direction?: Direction;
  readonly hue?: Hue | undefined;
}

export interface IconTextOptions extends TextOptions {
  /** The letters' colour where nothing is said. */
  readonly iconInk?: Ink;
}

/** A paragraph that fills the width, line by line. */
export function paragraph(text: string, width: number, options: TextOptions): Block {
  const { type, ink = 'ink', maxLines = 3, hue } = options;
  const { size, lineHeight } = TYPE[type];
  const direction = options.direction ?? ownDirection(text) ?? options.base;
  const isForeign = options.direction !== undefined && options.direction !== options.base;
  const lines = setLines(text, width, type, maxLines);
  const align = isForeign && lines.length > 1 ? 'end' : (options.align ?? 'start');
  const edge = align === 'start' ? 0 : align === 'middle' ? Math.round(width / 2) : longest(lines);
  const first = Math.round((lineHeight + size * 0.72) / 2);
  const nodes = lines.map((line, index): TextNode => ({
    kind: 'text',
    x: edge,
    y: first + index * lineHeight,
    width: line.width,
    text: line.text,
    type,
    ink,
    align,
    direction,
    hue,
  }));
  return { height: lines.length * lineHeight, nodes };
}

function longest(lines: readonly Line[]): number {
  return lines.reduce((most, line) => Math.max(most, line.width), 0);
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  surface: Surface,
  options: { readonly radius?: number; readonly hue?: Hue | undefined } = {},
): BoxNode {
  const { radius = 0, hue } = options;
  return {
    kind: 'box',
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
    radius: Math.round(radius),
    surface,
    hue,
  };
}

export function callout(
  x: number,
  y: number,
  width: number,
  height: number,
  surface: Surface,
  points: 'up' | 'down',
): CalloutNode {
  return {
    kind: 'callout',
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
    points,
    surface,
  };
}

export function icon(
  name: IconName,
  x: number,
  y: number,
  size: number,
  ink: Ink = 'muted',
  hue?: Hue,
): IconNode {
  return { kind: 'icon', icon: name, x: Math.round(x), y: Math.round(y), size, ink, flipped: undefined, hue };
}

export function mark(name: MarkName, sign: IconName, x: number, y: number, hue?: Hue): MarkNode {
  return {
    kind: 'mark',
    mark: name,
    icon: sign,
    x: Math.round(x),
    y: Math.round(y),
    flipped: undefined,
    hue,
  };
}

/** How far a block's lines reach, those that begin at its edge. */
export function widthOf({ nodes }: Block): number {
  return Math.max(0, ...nodes.map((node) => (node.kind === 'text' ? node.x + node.width : 0)));
}

/** Blocks one under the other; those with nothing in them take no room. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const seen = blocks.filter(hasHeight);
  if (seen.length < 2) return seen[0] ?? NOTHING;
  let height = 0;
  const nodes: SceneNode[] = [];
  for (const block of seen) {
    if (height > 0) height += gap;
    place(nodes, block, 0, height);
    height += block.height;
  }
  return { height, nodes };
}

function hasHeight({ height }: Block): boolean {
  return height > 0;
}

/** The block with room round it. */
export function inset(block: Block, horizontal: number, vertical: number): Block {
  return { height: block.height + 2 * vertical, nodes: shift(block.nodes, horizontal, vertical) };
}

/** An icon before a paragraph, beside its first line. */
export function iconAndText(name: IconName, text: string, width: number, options: IconTextOptions): Block {
  const { lineHeight, size } = TYPE[options.type];
  const side = size + 2;
  const lead = side + 6;
  const words = paragraph(text, width - lead, options);
  const mark = icon(
    name,
    0,
    (lineHeight - side) / 2,
    side,
    options.iconInk ?? options.ink ?? 'muted',
    options.hue,
  );
  return words.height === 0
    ? NOTHING
    : { height: words.height, nodes: [mark, ...shift(words.nodes, lead, 0)] };
}

/** Moves nodes that stand in no scene yet, by whole pixels. */
export function shift(nodes: readonly SceneNode[], right: number, down: number): readonly SceneNode[] {
  const dx = Math.round(right);
  const dy = Math.round(down);
  for (const node of nodes) {
    if (node.kind === 'path') {
      node.commands = shiftCommands(node.commands, dx, dy);
    } else {
      node.x += dx;
      node.y += dy;
    }
  }
  return nodes;
}

/** Puts a block among others; thousands are, so nothing is copied on the way. */
export function place(among: SceneNode[], block: Pick<Block, 'nodes'>, right: number, down: number): void {
  for (const node of shift(block.nodes, right, down)) among.push(node);
}

type Command = Extract<SceneNode, { kind: 'path' }>['commands'][number];

function shiftCommands(commands: readonly Command[], dx: number, dy: number): Command[] {
  return commands.map((command) => shiftCommand(command, dx, dy));
}

function shiftCommand(command: Command, dx: number, dy: number): Command {
  if (command[0] === 'Z') return command;
  if (command[0] === 'C') {
    const [name, x1, y1, x2, y2, x, y] = command;
    return [name, x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy];
  }
  return [command[0], command[1] + dx, command[2] + dy];
}

/** Boxes of different heights in as many columns as fit, each put where there is most room; for cards in a cell. */
export function masonry<Item>(
  items: readonly Item[],
  width: number,
  options: { readonly minWidth: number; readonly maxWidth: number; readonly gap: number },
  build: (item: Item, width: number) => Block,
): Block {
  if (items.length === 0) return NOTHING;
  const { minWidth, maxWidth, gap } = options;
  const count = Math.max(1, Math.min(items.length, Math.floor((width + gap) / (minWidth + gap))));
  const itemWidth = Math.min(maxWidth, Math.floor((width - gap * (count - 1)) / count));
  const heights = Array.from({ length: count }, () => 0);
  const nodes: SceneNode[] = [];
  for (const item of items) {
    const column = heights.indexOf(Math.min(...heights));
    const top = heights[column] ?? 0;
    const block = build(item, itemWidth);
    place(nodes, block, column * (itemWidth + gap), top);
    heights[column] = top + block.height + gap;
  }
  return { height: Math.max(...heights) - gap, nodes };
}
