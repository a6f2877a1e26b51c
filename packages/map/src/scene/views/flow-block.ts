import { box, icon, iconAndText, inset, paragraph, shift } from '../blocks.ts';
import { item, text } from '../lanes/lane.ts';
import type { FlowInside, FlowNode, Way } from './flow-graph.ts';
import type { LaneContext } from '../lanes/lane.ts';
import type { PathCommand, SceneNode, Surface } from '../scene.ts';

const CARD = 208;
const PADDING = 11;
const STEP = 22;
const BETWEEN = 22;
const LABEL = 176;
const BACK = 18;
const TIP = 5;
const DOT = 11;
const SIDE = 4;

/** A part of a flow graph with the line that goes through it, from the middle of its top to the middle of its bottom. */
export interface FlowBlock {
  readonly width: number;
  readonly height: number;
  /** Where the line enters and leaves. */
  readonly axis: number;
  /** Whether no line leaves it. */
  readonly isEnd: boolean;
  /** Whether the line forks where it enters, rather than points at something. */
  readonly isFork?: boolean;
  readonly nodes: readonly SceneNode[];
}

interface FlowContext {
  readonly context: LaneContext;
  /** Before the ids of steps, so that they are the map's. */
  readonly prefix: string;
  /** The colour of the stage that it belongs to. */
  readonly hue: number;
}

/** A dot under what ends without saying so: nobody is left to guess where its lines lead. */
export function ended(block: FlowBlock): FlowBlock {
  if (block.isEnd) return block;
  const dot = box(0, 0, DOT, DOT, 'flowEnd', { radius: DOT / 2 });
  return under(block, { width: DOT, height: DOT, axis: DOT / 2, isEnd: true, nodes: [dot] });
}

const NOTHING: FlowBlock = { width: 0, height: 0, axis: 0, isEnd: false, nodes: [] };

/** Steps one under the other, with the lines between them. */
export function sequence(flow: FlowContext, nodes: readonly FlowNode[]): FlowBlock {
  return nodes.reduce<FlowBlock>((above, node) => under(above, step(flow, node)), NOTHING);
}

/** One block under another, their lines joined. */
export function under(above: FlowBlock, below: FlowBlock): FlowBlock {
  if (above.height === 0) return below;
  if (below.height === 0) return above;
  const axis = Math.max(above.axis, below.axis);
  const rest = Math.max(above.width - above.axis, below.width - below.axis);
  const top = above.height + STEP;
  const between: PathCommand[] = [
    ['M', axis, above.height],
    ['L', axis, top],
  ];
  return {
    width: axis + rest,
    height: top + below.height,
    axis,
    isEnd: below.isEnd,
    nodes: [
      ...shift(above.nodes, axis - above.axis, 0),
      ...(above.isEnd ? [] : below.isFork ? [edge(between)] : arrow(between)),
      ...shift(below.nodes, axis - below.axis, top),
    ],
  };
}

function step(flow: FlowContext, node: FlowNode): FlowBlock {
  const head = card(flow, node);
  const inside = insideBlock(flow, node.then);
  return inside ? under(head, inside) : head;
}

function insideBlock(flow: FlowContext, inside: FlowInside): FlowBlock | undefined {
  switch (inside.kind) {
    case 'nothing':
      return undefined;
    case 'sequence':
      return sequence(flow, inside.nodes);
    case 'loop':
      return loop(sequence(flow, inside.nodes));
    case 'ways':
      return ways(flow, inside.ways);
  }
}

function card(flow: FlowContext, node: FlowNode): FlowBlock {
  const { context } = flow;
  const column = node.stage === undefined ? undefined : context.columns.find(({ id }) => id === node.stage);
  const hue = column?.hue ?? flow.hue;
  const ink = column ? 'onStage' : 'ink';
  const words = iconAndText(
    node.icon,
    node.text,
    CARD - 2 * PADDING,
    text(context, 'body', { ink, iconInk: column ? 'onStage' : 'accent', hue, maxLines: 6 }),
  );
  const content = inset(words, PADDING, 9);
  const surface: Surface = column ? 'stage' : node.isEnd ? 'note' : 'card';
  const radius = column || node.isEnd ? content.height / 2 : 10;
  return {
    width: CARD,
    height: content.height,
    axis: CARD / 2,
    isEnd: node.isEnd,
    nodes: [
      item({
        id: `${flow.prefix}/${node.id}`,
        name: node.spoken,
        source: node.source,
        width: CARD,
        height: content.height,
        ground: { surface, radius: Math.min(20, radius), hue },
        children: [
          ...(node.isSent ? [box(0, 8, SIDE, content.height - 16, 'bar', { radius: SIDE / 2, hue })] : []),
          ...content.nodes,
        ],
      }),
    ],
  };
}

/** What is repeated, with the line that leads back to its begin. */
function loop(body: FlowBlock): FlowBlock {
  if (body.height === 0 || body.isEnd) return body;
  const left = Math.max(0, body.width - body.axis);
  const edge = body.axis + left + BACK;
  const bottom = body.height + STEP / 2;
  const back: PathCommand[] = [
    ['M', body.axis, body.height],
    ['L', body.axis, bottom],
    ['L', edge, bottom],
    ['L', edge, -STEP / 2],
    ['L', body.axis + 6, -STEP / 2],
  ];
  return {
    width: edge + 12,
    height: bottom,
    axis: body.axis,
    isEnd: false,
    nodes: [
      ...body.nodes,
      { kind: 'path', commands: back, surface: 'flowBack' },
      box(edge - 11, body.height / 2 - 11, 22, 22, 'chip', { radius: 11 }),
      icon('loop', edge - 7, body.height / 2 - 7, 14, 'muted'),
    ],
  };
}

/** Several ways side by side from one point, and together again where any goes on. */
function ways(flow: FlowContext, alternatives: readonly Way[]): FlowBlock {
  const blocks = alternatives.map((way) => under(wayLabel(flow, way), sequence(flow, way.nodes)));
  const width = blocks.reduce((sum, block) => sum + block.width, 0) + BETWEEN * (blocks.length - 1);
  const deepest = Math.max(...blocks.map(({ height }) => height));
  const axis = width / 2;
  const bottom = STEP + deepest + STEP;
  const isEnd = blocks.every((block) => block.isEnd);
  let x = 0;
  const nodes = blocks.flatMap((block): SceneNode[] => {
    const at = x + block.axis;
    const placed = shift(block.nodes, x, STEP);
    x += block.width + BETWEEN;
    return [
      ...arrow([
        ['M', axis, 0],
        ['L', at, 0],
        ['L', at, STEP],
      ]),
      ...placed,
      ...(block.isEnd
        ? []
        : [
            edge([
              ['M', at, STEP + block.height],
              ['L', at, bottom],
              ['L', axis, bottom],
            ]),
          ]),
    ];
  });
  return { width, height: isEnd ? STEP + deepest : bottom, axis, isEnd, isFork: true, nodes };
}

function wayLabel({ context, prefix }: FlowContext, way: Way): FlowBlock {
  const words = paragraph(way.label, LABEL - 20, text(context, 'small', { align: 'middle', maxLines: 5 }));
  const content = inset(words, 10, 5);
  return {
    width: CARD,
    height: content.height,
    axis: CARD / 2,
    isEnd: false,
    nodes: [
      item({
        id: `${prefix}/${way.id}`,
        name: way.label,
        source: way.source,
        x: (CARD - LABEL) / 2,
        width: LABEL,
        height: content.height,
        ground: { surface: 'chip', radius: 12 },
        children: content.nodes,
      }),
    ],
  };
}

function edge(commands: readonly PathCommand[]): SceneNode {
  return { kind: 'path', commands, surface: 'flowEdge' };
}

/** A line with a tip at its end, which goes down. */
function arrow(commands: readonly PathCommand[]): SceneNode[] {
  const last = commands.at(-1);
  if (!last || last[0] !== 'L') return [edge(commands)];
  const [, x, y] = last;
  const tip: PathCommand[] = [
    ['M', x - TIP, y - TIP - 1],
    ['L', x, y - 1],
    ['L', x + TIP, y - TIP - 1],
  ];
  return [edge(commands), edge(tip)];
}
