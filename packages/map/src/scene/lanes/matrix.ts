import type { Touchpoint } from '@journey/model';
import { box, icon, iconAndText, shift } from '../blocks.ts';
import { channelIcon } from '../icons.ts';
import { COLUMN_PADDING } from '../columns.ts';
import { departmentLabel } from '../phrases/steps.ts';
import { item, spoken, text } from './lane.ts';
import { placeOf } from '../phrases/place.ts';
import { smoothCurve } from '../curve.ts';
import type { IconName } from '../icons.ts';
import type { LaneBuilder, LaneContent, LaneContext } from './lane.ts';
import type { GroupNode, PathNode, SceneNode } from '../scene.ts';

const ROW = 34;
/** Under the lane's title. */
const TOP = 26;
const MARK = 24;
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
interface Mark {
  readonly touchpoint: Touchpoint;
  readonly column: string;
  readonly hue: number;
  readonly x: number;
  readonly cellX: number;
  readonly width: number;
  readonly row: number;
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
    const places = context.columns.flatMap((column) =>
      column.slots.map(({ touchpoint, x, width }) => ({
        touchpoint,
        column: column.id,
        hue: column.hue,
        width,
        cellX: x + width / 2,
        x: column.x + COLUMN_PADDING + x + width / 2,
        rows: matrix.rowsOf(context, touchpoint),
      })),
    );
    const rows = uniqueRows(places.flatMap((place) => place.rows));
    if (rows.length === 0) return undefined;
    const marks = places.flatMap(({ rows: own, ...place }) =>
      own.map(({ id }): Mark => ({ ...place, row: rows.findIndex((row) => row.id === id) })),
    );
    return content(context, matrix, rows, marks);
  };
}

function uniqueRows(rows: readonly Row[]): Row[] {
  const unique = new Map(rows.map((row) => [row.id, row]));
  return [...unique.values()].sort((one, other) => one.rank - other.rank);
}

function content(
  context: LaneContext,
  matrix: Matrix,
  rows: readonly Row[],
  marks: readonly Mark[],
): LaneContent {
  const cells = new Map<string, SceneNode[]>(context.columns.map(({ id }) => [id, []]));
  for (const mark of marks) {
    const row = rows[mark.row];
    if (row) cells.get(mark.column)?.push(markItem(matrix, row, mark));
  }
  return {
    height: TOP + rows.length * ROW,
    cells,
    across: [
      ...rows.map((_row, index) => box(0, center(index), context.width, 1, 'level')),
      ...(matrix.shape === 'way' && marks.length > 1 ? [way(marks)] : []),
    ],
    scale: rows.flatMap((row, index) => rowLabel(context, row, index)),
  };
}

function center(row: number): number {
  return TOP + row * ROW + ROW / 2;
}

function way(marks: readonly Mark[]): PathNode {
  return {
    kind: 'path',
    surface: 'way',
    commands: smoothCurve(marks.map(({ x, row }) => [x, center(row)])),
  };
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

function markItem({ key, shape }: Matrix, row: Row, mark: Mark) {
  const { touchpoint, cellX, row: index } = mark;
  const drawn = shape === 'bars' ? bar(mark) : station(row, mark);
  return item({
    id: `${touchpoint.id}#${key}:${row.id}`,
    name: spoken([touchpoint.label, row.label]),
    source: touchpoint.source,
    x: cellX - drawn.width / 2,
    y: center(index) - drawn.height / 2,
    ...drawn,
  });
}

type Drawn = Pick<GroupNode, 'width' | 'height' | 'children'>;

function bar({ hue, width }: Mark): Drawn {
  return { width, height: BAR, children: [box(0, 0, width, BAR, 'bar', { radius: BAR / 2, hue })] };
}

function station(row: Row, { hue }: Mark): Drawn {
  const radius = row.rank === 0 ? MARK / 2 : 7;
  return {
    width: MARK,
    height: MARK,
    children: [box(0, 0, MARK, MARK, 'stage', { radius, hue }), icon(row.icon, 5, 5, MARK - 10, 'onStage')],
  };
}
