import type { Touchpoint } from '@journey/model';
import { box, iconAndText, mark, shift } from '../blocks.ts';
import { channelIcon } from '../icons.ts';
import { COLUMN_PADDING } from '../columns.ts';
import { departmentLabel } from '../phrases/steps.ts';
import { item, spoken, text } from './lane.ts';
import { MARKS } from '../marks.ts';
import { placeOf } from '../phrases/place.ts';
import { smoothCurve } from '../curve.ts';
import type { IconName } from '../icons.ts';
import type { Column } from '../columns.ts';
import type { LaneBuilder, LaneContent, LaneContext } from './lane.ts';
import type { GroupNode, PathNode, SceneNode } from '../scene.ts';

const ROW = 34;
/** Under the lane's title. */
const TOP = 26;
const BAR = 8;
const LABEL = { width: 140, end: 14 };

/** What touchpoints stand under: one row each, in the order of the map. */
interface Row {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** Rows of the first rank stand above those of the second. */
  readonly rank: number;
}

/** A touchpoint in a row. */
interface Visit {
  readonly touchpoint: Touchpoint;
  readonly row: Row;
  readonly column: string;
  readonly hue: number;
  readonly x: number;
  readonly cellX: number;
  readonly width: number;
}

interface Matrix {
  readonly key: string;
  readonly rowsOf: (context: LaneContext, touchpoint: Touchpoint) => readonly Row[];
  /** Stations of the customer's way, with a line from each to the next; or bars, as long as the touchpoint is wide. */
  readonly shape: 'way' | 'bars';
}

/** The customer's way through the channels: online above, offline below. */
export const channels: LaneBuilder = matrixLane({
  key: 'channel',
  shape: 'way',
  rowsOf: (context, touchpoint) => {
    const place = placeOf(context.speech, touchpoint);
    if (place.channel === undefined) return [];
    return [
      {
        id: touchpoint.pointOfSale ?? touchpoint.channel ?? '',
        label: place.channel,
        icon: channelIcon(place.channelId, place.presence),
        rank: place.presence === 'offline' ? 1 : 0,
      },
    ];
  },
});

/** Which departments the customer meets where. */
export const departments: LaneBuilder = matrixLane({
  key: 'department',
  shape: 'bars',
  rowsOf: ({ speech }, touchpoint) =>
    touchpoint.departments.map((id) => ({
      id,
      label: departmentLabel(speech, id),
      icon: 'people',
      rank: 0,
    })),
});

function matrixLane(matrix: Matrix): LaneBuilder {
  return (context) => {
    const visits = context.columns.flatMap((column) => visitsOf(context, matrix, column));
    const rows = uniqueRows(visits.map(({ row }) => row));
    return rows.length === 0 ? undefined : content(context, matrix, rows, visits);
  };
}

function visitsOf(context: LaneContext, { rowsOf }: Matrix, { id, hue, x: start, slots }: Column): Visit[] {
  return slots.flatMap(({ touchpoint, x, width }) => {
    const cellX = x + width / 2;
    return rowsOf(context, touchpoint).map((row): Visit => ({
      touchpoint,
      row,
      column: id,
      hue,
      width,
      cellX,
      x: start + COLUMN_PADDING + cellX,
    }));
  });
}

function uniqueRows(rows: readonly Row[]): Row[] {
  const unique = new Map(rows.map((row) => [row.id, row]));
  return [...unique.values()].sort((one, other) => one.rank - other.rank);
}

function content(
  context: LaneContext,
  matrix: Matrix,
  rows: readonly Row[],
  visits: readonly Visit[],
): LaneContent {
  const centers = new Map(rows.map(({ id }, index) => [id, center(index)]));
  const centerOf = ({ row }: Visit): number => centers.get(row.id) ?? 0;
  const cells = new Map<string, SceneNode[]>(context.columns.map(({ id }) => [id, []]));
  for (const visit of visits) cells.get(visit.column)?.push(visitItem(matrix, visit, centerOf(visit)));
  const way = (): PathNode => ({
    kind: 'path',
    surface: 'way',
    commands: smoothCurve(visits.map((visit) => [visit.x, centerOf(visit)])),
  });
  return {
    height: TOP + rows.length * ROW,
    cells,
    across: [
      ...rows.map((_row, index) => box(0, center(index), context.width, 1, 'level')),
      ...(matrix.shape === 'way' && visits.length > 1 ? [way()] : []),
    ],
    scale: rows.flatMap((row, index) => rowLabel(context, row, index)),
  };
}

function center(row: number): number {
  return TOP + row * ROW + ROW / 2;
}

function rowLabel(context: LaneContext, row: Row, index: number): readonly SceneNode[] {
  const label = iconAndText(
    row.icon,
    row.label,
    LABEL.width,
    text(context, 'small', { ink: 'muted', maxLines: 2 }),
  );
  return shift(label.nodes, -LABEL.width - LABEL.end, center(index) - label.height / 2);
}

function visitItem({ key, shape }: Matrix, visit: Visit, y: number): GroupNode {
  const { touchpoint, row, cellX } = visit;
  const drawn = shape === 'bars' ? bar(visit) : station(visit);
  return item({
    id: `${touchpoint.id}#${key}:${row.id}`,
    name: spoken([touchpoint.label, row.label]),
    source: touchpoint.source,
    x: cellX - drawn.width / 2,
    y: y - drawn.height / 2,
    ...drawn,
  });
}

type Drawn = Pick<GroupNode, 'width' | 'height' | 'ground' | 'children'>;

function bar({ hue, width }: Visit): Drawn {
  return { width, height: BAR, ground: { surface: 'bar', radius: BAR / 2, hue }, children: [] };
}

function station({ row, hue }: Visit): Drawn {
  const { size } = MARKS.station;
  return {
    width: size,
    height: size,
    children: [mark(row.rank === 0 ? 'station' : 'stationOffline', row.icon, 0, 0, hue)],
  };
}
