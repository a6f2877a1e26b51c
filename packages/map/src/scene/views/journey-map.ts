import { box, icon, paragraph, shift } from '../blocks.ts';
import { COLUMN_PADDING, contentWidth } from '../columns.ts';
import { header } from '../header.ts';
import { legend } from '../legend.ts';
import { LANES } from '../lanes/registry.ts';
import { MARGIN, section } from './picture.ts';
import { stageHeads } from '../stages.ts';
import { text } from '../lanes/lane.ts';
import type { Block } from '../blocks.ts';
import type { Column } from '../columns.ts';
import type { GroupNode, SceneNode } from '../scene.ts';
import type { LaneContent, LaneContext } from '../lanes/lane.ts';
import type { LaneId } from '../lanes/registry.ts';
import type { Picture } from './picture.ts';

const RAIL = 176;
const TITLE = { lead: 28, width: 132 };
const LANE_PADDING = 16;
const LEGEND_GAP = 20;
/** The last stage's arrow points this far over its column. */
const ARROW_ROOM = 14;

interface PlacedLane {
  readonly id: LaneId;
  readonly content: LaneContent;
  readonly title: Block;
  readonly top: number;
  /** Its content and the room above and under it. */
  readonly height: number;
}

/** Stages as columns in reading direction, and what the journey says of them in lanes. */
export function journeyMap(context: LaneContext, lanesShown: readonly LaneId[]): Picture {
  const { journey, columns } = context;
  const width = MARGIN * 2 + RAIL + context.width + ARROW_ROOM;
  const head = header(context, width - 2 * MARGIN);
  const heads = stageHeads(context);
  const headsTop = MARGIN + head.height + 22;
  const lanesTop = headsTop + heads.height + LANE_PADDING;
  const lanes = placeLanes(context, lanesShown, lanesTop);
  const last = lanes.at(-1);
  const lanesEnd = last ? last.top + last.height : lanesTop;

  const key = legend(
    context,
    lanes.map(({ id }) => id),
    context.width,
  );
  const keySection =
    key.height === 0
      ? []
      : [
          section(
            `${journey.id}#legend`,
            context.speech.words.legend,
            { x: MARGIN + RAIL, y: lanesEnd + LEGEND_GAP, width: context.width, height: key.height },
            key.nodes,
          ),
        ];
  const nodes: SceneNode[] = [
    columnLayer(columns, headsTop, lanesEnd - headsTop),
    section(
      `${journey.id}#header`,
      journey.label,
      { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: head.height },
      head.nodes,
    ),
    ...lanes.map((lane) => laneLayer(context, lane)),
    ...columns.map((column) =>
      stageSection(context, column, lanes, {
        top: headsTop,
        bottom: lanesEnd,
        head: heads.heads.get(column.id) ?? [],
      }),
    ),
  ];
  const end = key.height === 0 ? lanesEnd : lanesEnd + LEGEND_GAP + key.height;
  return { nodes: [...nodes, ...keySection], width, height: end + MARGIN };
}

function placeLanes(context: LaneContext, ids: readonly LaneId[], top: number): PlacedLane[] {
  let y = top;
  return ids.flatMap((id) => {
    const content = LANES[id].build(context);
    if (!content) return [];
    const title = laneTitle(context, id);
    const height = Math.max(content.height, title.height) + 2 * LANE_PADDING;
    const lane = { id, content, title, top: y, height };
    y += lane.height;
    return [lane];
  });
}

function laneTitle(context: LaneContext, id: LaneId): Block {
  return paragraph(
    LANES[id].title[context.speech.language],
    TITLE.width,
    text(context, 'lane', { maxLines: 4 }),
  );
}

/** The tinted grounds of the columns, under everything. */
function columnLayer(columns: readonly Column[], top: number, height: number): GroupNode {
  const grounds = columns.map((column) =>
    box(column.x, 0, column.width, height, 'column', {
      radius: 12,
      ...(column.stage ? { hue: column.hue } : {}),
    }),
  );
  return {
    kind: 'group',
    id: '#columns',
    role: 'layer',
    x: MARGIN + RAIL,
    y: top,
    width: contentWidth(columns),
    height,
    children: grounds,
  };
}

/** A lane's title, the line over it, and what runs across all columns. */
function laneLayer(context: LaneContext, { id, content, title, top, height }: PlacedLane): GroupNode {
  const children: SceneNode[] = [
    box(0, 0, RAIL + context.width, 1, 'rule'),
    icon(LANES[id].icon, 0, LANE_PADDING, 20, 'muted'),
    ...shift(title.nodes, TITLE.lead, LANE_PADDING + 1),
    ...shift(content.scale ?? [], RAIL, LANE_PADDING),
  ];
  const across: GroupNode = {
    kind: 'group',
    id: `#lane:${id}/across`,
    role: 'layer',
    x: RAIL,
    y: LANE_PADDING,
    width: context.width,
    height: content.height,
    children: content.across,
  };
  return {
    kind: 'group',
    id: `#lane:${id}`,
    role: 'section',
    name: LANES[id].title[context.speech.language],
    x: MARGIN,
    y: top,
    width: RAIL + context.width,
    height,
    children: content.across.length === 0 ? children : [...children, across],
  };
}

function stageSection(
  context: LaneContext,
  column: Column,
  lanes: readonly PlacedLane[],
  place: { readonly top: number; readonly bottom: number; readonly head: readonly SceneNode[] },
): GroupNode {
  const { speech } = context;
  const cells = lanes.flatMap((lane) => {
    const nodes = lane.content.cells.get(column.id) ?? [];
    if (nodes.length === 0) return [];
    return [
      section(
        `${column.id}#lane:${lane.id}`,
        LANES[lane.id].title[speech.language],
        {
          x: COLUMN_PADDING,
          y: lane.top + LANE_PADDING - place.top,
          width: column.width - 2 * COLUMN_PADDING,
          height: lane.content.height,
        },
        nodes,
      ),
    ];
  });
  return section(
    `${column.id}#stage`,
    column.label,
    { x: MARGIN + RAIL + column.x, y: place.top, width: column.width, height: place.bottom - place.top },
    [...place.head, ...cells],
  );
}
