import type { Direction, Journey, SourceRange } from '@journey/model';
import { TYPE } from '../type.ts';
import { box, icon, inset, paragraph } from '../blocks.ts';
import { withoutIsolates } from '../bidi.ts';
import type { Block, IconTextOptions, TextOptions } from '../blocks.ts';
import type { Actuals } from '../phrases/measure.ts';
import type { Column } from '../columns.ts';
import type { IconName } from '../icons.ts';
import type { Speech } from '../phrases/speech.ts';
import type { GroupNode, Ground, Ink, SceneNode, Surface } from '../scene.ts';

/** What a lane is built from. */
export interface LaneContext {
  readonly journey: Journey;
  /** What the picture is called: journey map, flow and so on. */
  readonly view: string;
  readonly columns: readonly Column[];
  /** Where the last column ends. */
  readonly width: number;
  readonly speech: Speech;
  readonly base: Direction;
  readonly actuals: Actuals;
}

/** What a lane shows: in the cells, by column id, from the cell's inner edge; and across all columns, under the cells. */
export interface LaneContent {
  readonly height: number;
  readonly cells: ReadonlyMap<string, readonly SceneNode[]>;
  readonly across: readonly SceneNode[];
  /** Beside the lane's title, from the edge of the columns backwards; for a scale. */
  readonly scale?: readonly SceneNode[];
}

export type LaneBuilder = (context: LaneContext) => LaneContent | undefined;

/** A lane that is a block in each cell; left out where every cell is empty. */
export function cellLane(build: (context: LaneContext, column: Column) => Block): LaneBuilder {
  return (context) => {
    const blocks = context.columns.map((column) => [column.id, build(context, column)] as const);
    const height = Math.max(0, ...blocks.map(([, block]) => block.height));
    if (height === 0) return undefined;
    return { height, cells: new Map(blocks.map(([id, block]) => [id, block.nodes])), across: [] };
  };
}

/** A part that can be pointed at and leads to its source. */
export function item(part: {
  readonly id: string;
  readonly name: string;
  readonly source: SourceRange;
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly ground?: Ground | undefined;
  readonly children: readonly SceneNode[];
}): GroupNode {
  const { id, x = 0, y = 0, width, height, name, source, ground, children } = part;
  return {
    kind: 'group',
    role: 'item',
    id,
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
    name: withoutIsolates(name),
    source,
    ground,
    children,
  };
}

/**
 * The name of an item that shows several texts: all of them, in the order they stand in, as assistive technology
 * expects of what can be pressed.
 */
export function spoken(parts: readonly string[]): string {
  return (parts.includes('') ? parts.filter((part) => part !== '') : parts).join(', ');
}

/** Text options with the map's own direction for text that has no letters. */
export function text(
  context: LaneContext,
  type: TextOptions['type'],
  options: Partial<IconTextOptions> = {},
): IconTextOptions {
  return { base: context.base, type, ...options };
}

/** A text with a sign on a ground of its own: a pain, a mark, a note. */
export interface NoteBox {
  readonly icon: IconName;
  readonly surface: Surface;
  readonly ink: Ink;
  readonly text: string;
}

export function noteBlock(
  context: LaneContext,
  { surface, text: said, ...sign }: NoteBox,
  width: number,
): Block {
  const { height, nodes } = noteWords(context, sign, said, width);
  return { height, nodes: [box(0, 0, width, height, surface, { radius: NOTE_RADIUS }), ...nodes] };
}

export const NOTE_RADIUS = 7;

/** A note without its ground. */
export function noteWords(
  context: LaneContext,
  sign: Pick<NoteBox, 'icon' | 'ink'>,
  said: string,
  width: number,
): Block {
  const side = 14;
  const lead = 10 + side + 7;
  const words = paragraph(said, width - lead - 10, text(context, 'small', { maxLines: 5 }));
  const body = inset(words, lead, 7);
  const top = 7 + (TYPE.small.lineHeight - side) / 2;
  return { height: body.height, nodes: [icon(sign.icon, 10, top, side, sign.ink), ...body.nodes] };
}
