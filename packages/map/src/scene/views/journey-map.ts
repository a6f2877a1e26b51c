import { box, icon, paragraph, shift } from '../blocks.ts';
import { COLUMN_PADDING, contentWidth, inRows } from '../columns.ts';
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
/** Between one row of stages and the next. */
const ROW_GAP = 36;
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

/**
 * Stages as columns in reading direction, and what the journey says of them in lanes.
 * @param widest where the map would be wider, in pixels, it goes on in further rows of stages
 */
export function journeyMap(context: LaneContext, lanesShown: readonly LaneId[], widest?: number): Picture {
  const { journey } = context;
  const rows = rowsOf(context, lanesShown, widest);
  const inner = RAIL + Math.max(...rows.map((row) => row.width)) + ARROW_ROOM;
  const head = header(context, inner);
  let y = MARGIN + head.height + 22;
  const nodes: SceneNode[] = [
    section(
      `${journey.id}#header`,
      journey.label,
      { x: MARGIN, y: MARGIN, width: inner, height: head.height },
      head.nodes,
    ),
  ];
  for (const [index, row] of rows.entries()) {
    if (index > 0) y += ROW_GAP;
    const placed = stagesAndLanes(row, index === 0 ? lanesShown : withoutPersonas(lanesShown), y, index);
    nodes.push(...placed.nodes);
    y = placed.bottom;
  }
  const key = legend(context, lanesShown, inner - RAIL - ARROW_ROOM);
  if (key.height > 0) {
    const place = { x: MARGIN + RAIL, y: y + LEGEND_GAP, width: inner - RAIL, height: key.height };
    nodes.push(section(`${journey.id}#legend`, context.speech.words.legend, place, key.nodes));
    y += LEGEND_GAP + key.height;
  }
  return { nodes, width: inner + 2 * MARGIN, height: y + MARGIN };
}

/** Personas go through all of the journey, and stand over its first row. */
function withoutPersonas(lanes: readonly LaneId[]): LaneId[] {
  return lanes.filter((id) => id !== 'personas');
}

/** The stages in one row, or in rows of about that width; in longer ones where the map would become a ribbon downwards. */
function rowsOf(context: LaneContext, lanes: readonly LaneId[], widest = Infinity): LaneContext[] {
  const around = MARGIN * 2 + RAIL + ARROW_ROOM;
  if (context.width + around <= widest) return [context];
  const { bottom } = stagesAndLanes(context, lanes, 0, 0);
  const square = Math.sqrt(context.width * bottom);
  return inRows(context.columns, Math.max(widest - around, square * 1.2)).map((columns) => ({
    ...context,
    columns,
    width: contentWidth(columns),
  }));
}

/** Stages with their lanes, from that height on; `bottom` is where they end. */
function stagesAndLanes(
  context: LaneContext,
  lanesShown: readonly LaneId[],
  top: number,
  row: number,
): { readonly nodes: readonly SceneNode[]; readonly bottom: number } {
  const { columns } = context;
  const heads = stageHeads(context);
  const lanesTop = top + heads.height + LANE_PADDING;
  const lanes = placeLanes(context, lanesShown, lanesTop);
  const last = lanes.at(-1);
  const bottom = last ? last.top + last.height : lanesTop;
  const nodes = [
    columnLayer(context, top, bottom - top, row),
    ...lanes.map((lane) => laneLayer(context, lane, row)),
    ...columns.map((column) =>
      stageSection(context, column, lanes, { top, bottom, head: heads.heads.get(column.id) ?? [] }),
    ),
  ];
  return { nodes, bottom };
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

function rowId(id: string, row: number): string {
  return row === 0 ? id : `${id}~${row + 1}`;
}

function laneTitle(context: LaneContext, id: LaneId): Block {
  return paragraph(
    LANES[id].title[context.speech.language],
    TITLE.width,
    text(context, 'lane', { maxLines: 4 }),
  );
}

/** The tinted grounds of the columns, under everything. */
function columnLayer({ columns, width }: LaneContext, top: number, height: number, row: number): GroupNode {
  const grounds = columns.map((column) =>
    box(column.x, 0, column.width, height, 'column', {
      radius: 12,
      ...(column.stage ? { hue: column.hue } : {}),
    }),
  );
  return {
    kind: 'group',
    id: rowId('#columns', row),
    role: 'layer',
    x: MARGIN + RAIL,
    y: top,
    width,
    height,
    children: grounds,
  };
}

/** A lane's title, the line over it, and what runs across all columns. */
function laneLayer(
  context: LaneContext,
  { id, content, title, top, height }: PlacedLane,
  row: number,
): GroupNode {
  const children: SceneNode[] = [
    box(0, 0, RAIL + context.width, 1, 'rule'),
    icon(LANES[id].icon, 0, LANE_PADDING, 20, 'muted'),
    ...shift(title.nodes, TITLE.lead, LANE_PADDING + 1),
    ...shift(content.scale ?? [], RAIL, LANE_PADDING),
  ];
  const across: GroupNode = {
    kind: 'group',
    id: rowId(`#lane:${id}/across`, row),
    role: 'layer',
    x: RAIL,
    y: LANE_PADDING,
    width: context.width,
    height: content.height,
    children: content.across,
  };
  return {
    kind: 'group',
    id: rowId(`#lane:${id}`, row),
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
