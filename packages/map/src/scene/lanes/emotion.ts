import { byId } from '@journey/model';
import type { Emotion, EmotionValue, SourceRange, Touchpoint } from '@journey/model';
import { box, callout, mark, paragraph, shift, stack } from '../blocks.ts';
import { COLUMN_PADDING } from '../columns.ts';
import { textWidth } from '../measure.ts';
import { MARKS } from '../marks.ts';
import { smoothCurve } from '../curve.ts';
import { item, spoken, text } from './lane.ts';
import type { Block } from '../blocks.ts';
import type { IconName } from '../icons.ts';
import type { MarkName } from '../marks.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';
import type { GroupNode, MarkNode, PathCommand, PathNode, SceneNode } from '../scene.ts';

/** Between one feeling and the next. */
export const LEVEL_HEIGHT = 42;
const PLOT_HEIGHT = 4 * LEVEL_HEIGHT;
const FACE = MARKS.face1.size;
const SCALE_FACE = MARKS.smallFace1.size;
/** Where the scale's faces stand before the columns, and their words behind them. */
const SCALE = { start: -158, width: 104, gap: 8 };
/** From a point to the bubble with what is said there. */
const REACH = FACE / 2 + 9;
const EDGE = 24;
/** The lane's title stands over the word for the best feeling. */
const UNDER_TITLE = 40;

interface Face {
  readonly icon: IconName;
  readonly large: MarkName;
  readonly small: MarkName;
}

const FACES: Readonly<Record<`${EmotionValue}`, Face>> = {
  '-2': { icon: 'faceVeryBad', large: 'face1', small: 'smallFace1' },
  '-1': { icon: 'faceBad', large: 'face2', small: 'smallFace2' },
  '0': { icon: 'faceNeutral', large: 'face3', small: 'smallFace3' },
  '1': { icon: 'faceGood', large: 'face4', small: 'smallFace4' },
  '2': { icon: 'faceVeryGood', large: 'face5', small: 'smallFace5' },
};

/** A touchpoint where somebody feels something, with its place in the plot. */
interface FeltPoint {
  readonly column: string;
  readonly touchpoint: Touchpoint;
  readonly emotion: Emotion;
  /** Across the whole lane, and across the column's inner width. */
  readonly x: number;
  readonly cellX: number;
  readonly room: number;
}

interface Said {
  readonly point: FeltPoint;
  readonly words: readonly string[];
  readonly bubble: Block;
  readonly bubbleWidth: number;
  readonly above: boolean;
}

/** The curve of how it feels, through the touchpoints, with what people say at each. */
export const emotion: LaneBuilder = (context) => {
  const curves = curvesOf(context);
  const main = curves[0];
  if (!main) return undefined;
  const said = main.map((point, index) => saidAt(context, point, main[index - 1], main[index + 1]));
  const top = Math.max(
    UNDER_TITLE,
    ...said.filter(({ above }) => above).map((entry) => overhang(entry, levelY)),
  );
  const bottom = Math.max(
    EDGE,
    ...said
      .filter(({ above }) => !above)
      .map((entry) => overhang(entry, (value) => PLOT_HEIGHT - levelY(value))),
  );
  const y = (value: EmotionValue): number => top + levelY(value);
  const cells = new Map<string, SceneNode[]>(context.columns.map(({ id }) => [id, []]));
  for (const entry of said) cells.get(entry.point.column)?.push(pointGroup(context, entry, y));
  return {
    height: top + PLOT_HEIGHT + bottom,
    cells,
    across: [...levels(context.width, y), ...curvePaths(curves, y), ...otherFaces(curves, y)],
    scale: scale(context, y),
  };
};

/** Below the line of very good. */
function levelY(value: EmotionValue): number {
  return (2 - value) * LEVEL_HEIGHT;
}

/** How far a bubble stands out over the edge of the plot, by its point's distance from that edge. */
function overhang({ point, bubble }: Said, distance: (value: EmotionValue) => number): number {
  const needed = bubble.height === 0 ? FACE / 2 : REACH + bubble.height;
  return needed - distance(point.emotion.value) + 2;
}

/** One curve a persona where they feel differently, else one for all; the first is the one that is drawn strongest. */
function curvesOf(context: LaneContext): FeltPoint[][] {
  const emotions = context.columns.flatMap(({ slots }) =>
    slots.flatMap(({ touchpoint }) => touchpoint.emotions),
  );
  const personas = [...new Set(emotions.map(({ persona }) => persona))];
  const named = personas.filter((persona) => persona !== undefined);
  const series = named.length === 0 ? [undefined] : named;
  return series.map((persona) => feltPoints(context, persona)).filter((points) => points.length > 0);
}

function feltPoints(context: LaneContext, persona: string | undefined): FeltPoint[] {
  return context.columns.flatMap((column) =>
    column.slots.flatMap(({ touchpoint, x, width }) => {
      const { emotions } = touchpoint;
      const felt =
        emotions.find((candidate) => candidate.persona === persona) ??
        emotions.find((candidate) => candidate.persona === undefined);
      if (!felt) return [];
      const cellX = x + width / 2;
      return [
        {
          column: column.id,
          touchpoint,
          emotion: felt,
          cellX,
          x: column.x + COLUMN_PADDING + cellX,
          room: width,
        },
      ];
    }),
  );
}

/** A bubble stands on the side that the curves leave free: away from those who feel otherwise, else from the neighbours. */
function saidAt(
  context: LaneContext,
  point: FeltPoint,
  before: FeltPoint | undefined,
  after: FeltPoint | undefined,
): Said {
  const { value } = point.emotion;
  const elsewhere = point.touchpoint.emotions.find((other) => other.value !== value)?.value;
  const neighbours = ((before?.emotion.value ?? value) + (after?.emotion.value ?? value)) / 2;
  const words = quotations(context, point.touchpoint);
  const above = value >= (elsewhere ?? neighbours);
  const { block, width } = bubble(context, words, point.room, above);
  return { point, words, bubble: block, bubbleWidth: width, above };
}

function quotations(context: LaneContext, { emotions, quotes }: Touchpoint): string[] {
  const { speech } = context;
  const quote = (words: string): string => speech.fill(speech.words.quotation, { text: words });
  const felt = emotions.flatMap(({ quote: words, persona }) => {
    if (words === undefined) return [];
    const who = byId(speech.model.personas, persona);
    return [
      who ? speech.fill(speech.words.labelled, { label: who.label, text: quote(words) }) : quote(words),
    ];
  });
  return [...felt, ...quotes.map((note) => quote(note.text))];
}

function bubble(
  context: LaneContext,
  words: readonly string[],
  room: number,
  above: boolean,
): { block: Block; width: number } {
  const padding = 9;
  const options = text(context, 'small', { align: 'middle', maxLines: 4 });
  const most = Math.min(room - 4, 240) - 2 * padding;
  const natural = Math.max(0, ...words.map((quotation) => textWidth(quotation, 'small')));
  const inner = Math.min(most, Math.max(40, natural));
  const content = stack(
    words.map((quotation) => paragraph(quotation, inner, options)),
    4,
  );
  if (content.height === 0) return { block: content, width: 0 };
  const width = inner + 2 * padding;
  const height = content.height + 12;
  const ground = callout(0, 0, width, height, 'bubble', above ? 'down' : 'up');
  return { width, block: { height, nodes: [ground, ...shift(content.nodes, padding, 6)] } };
}

function pointGroup(context: LaneContext, said: Said, y: (value: EmotionValue) => number): GroupNode {
  const { point, words: quoted, bubble: words, bubbleWidth, above } = said;
  const { touchpoint, emotion: felt, cellX } = point;
  const width = Math.max(FACE, bubbleWidth);
  const hasWords = words.height > 0;
  const height = hasWords ? FACE / 2 + REACH + words.height : FACE;
  const faceY = hasWords && above ? words.height + REACH - FACE / 2 : 0;
  const wordsY = above ? 0 : FACE / 2 + REACH;
  const center = y(felt.value);
  const { speech } = context;
  return item({
    id: `${touchpoint.id}#emotion`,
    name: spoken([
      speech.fill(speech.words.feeling, {
        label: touchpoint.label,
        feeling: speech.words.feelings[`${felt.value}`],
      }),
      ...quoted,
    ]),
    source: emotionSource(touchpoint, felt),
    x: cellX - width / 2,
    y: center - faceY - FACE / 2,
    width,
    height,
    children: [
      ...shift(words.nodes, (width - bubbleWidth) / 2, wordsY),
      face(felt.value, 'large', width / 2, faceY + FACE / 2),
      ...standout(touchpoint, width / 2 + FACE / 2 - 9, faceY - 7),
    ],
  });
}

function emotionSource(touchpoint: Touchpoint, felt: Emotion): SourceRange {
  return touchpoint.emotions.includes(felt) ? felt.source : touchpoint.source;
}

/** A face with its centre at the place. */
function face(value: EmotionValue, size: 'large' | 'small', x: number, y: number): MarkNode {
  const { icon, [size]: name } = FACES[`${value}`];
  const half = MARKS[name].size / 2;
  return mark(name, icon, x - half, y - half);
}

function standout({ momentOfTruth, breakPoint }: Touchpoint, x: number, y: number): MarkNode[] {
  if (momentOfTruth) return [mark('truth', 'star', x, y)];
  return breakPoint ? [mark('breaking', 'break', x, y)] : [];
}

function levels(width: number, y: (value: EmotionValue) => number): SceneNode[] {
  const values: readonly EmotionValue[] = [2, 1, 0, -1, -2];
  return values.map((value) => box(0, y(value), width, 1, value === 0 ? 'rule' : 'level'));
}

/** The faces of the best, the plain and the worst feeling, each with its word, in the lane's margin. */
function scale(context: LaneContext, y: (value: EmotionValue) => number): SceneNode[] {
  const values = [2, 0, -2] as const;
  return values.flatMap((value) => {
    const words = paragraph(
      context.speech.words.feelings[`${value}`],
      SCALE.width,
      text(context, 'small', { ink: 'muted', maxLines: 2 }),
    );
    return [
      face(value, 'small', SCALE.start + SCALE_FACE / 2, y(value)),
      ...shift(words.nodes, SCALE.start + SCALE_FACE + SCALE.gap, y(value) - words.height / 2),
    ];
  });
}

function curvePaths(
  curves: readonly (readonly FeltPoint[])[],
  y: (value: EmotionValue) => number,
): PathNode[] {
  return curves
    .map((points, index): PathNode[] => {
      const commands = smoothCurve(points.map((point) => [point.x, y(point.emotion.value)]));
      const first = points[0];
      const last = points.at(-1);
      if (index > 0 || !first || !last) return [{ kind: 'path', surface: 'curveOther', commands }];
      const feelings = [y(2), y(-2)] as const;
      const closed: PathCommand[] = [...commands, ['L', last.x, y(0)], ['L', first.x, y(0)], ['Z']];
      return [
        { kind: 'path', surface: 'curveArea', commands: closed, feelings },
        { kind: 'path', surface: 'curve', commands, feelings },
      ];
    })
    .reverse()
    .flat();
}

/** Where somebody else feels differently than the first persona. */
function otherFaces(
  curves: readonly (readonly FeltPoint[])[],
  y: (value: EmotionValue) => number,
): SceneNode[] {
  const [main = [], ...others] = curves;
  const isShown = (point: FeltPoint): boolean =>
    main.some(({ x, emotion: { value } }) => x === point.x && value === point.emotion.value);
  return others
    .flat()
    .filter((point) => !isShown(point))
    .map(({ x, emotion: { value } }) => face(value, 'small', x, y(value)));
}
