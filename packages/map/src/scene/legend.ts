import { byId } from '@journey/model';
import type { Touchpoint } from '@journey/model';
import { box, icon, paragraph, shift } from './blocks.ts';
import { placeOf } from './phrases/place.ts';
import { text } from './lanes/lane.ts';
import { textWidth } from './measure.ts';
import type { Block } from './blocks.ts';
import type { IconName } from './icons.ts';
import type { Ink, SceneNode, Surface } from './scene.ts';
import type { LaneContext } from './lanes/lane.ts';
import type { LaneId } from './lanes/registry.ts';

const SAMPLE = { width: 24, height: 20, gap: 8 };
const LINE = 3;
const BETWEEN = 26;
const ROW = 28;

/** A sign of the map and what it means. */
interface Entry {
  readonly label: string;
  readonly sample: readonly SceneNode[];
}

/** What the signs mean that the map shows; nothing of those that it doesn't. */
export function legend(context: LaneContext, lanes: readonly LaneId[], width: number): Block {
  const entries = lanes.flatMap((lane) => ENTRIES[lane]?.(context) ?? []);
  const nodes: SceneNode[] = [];
  let x = 0;
  let y = 0;
  for (const { label, sample } of unique(entries)) {
    const most = width - SAMPLE.width - SAMPLE.gap;
    const inner = Math.min(most, textWidth(label, 'small'));
    const entryWidth = SAMPLE.width + SAMPLE.gap + inner;
    if (x > 0 && x + entryWidth > width) {
      x = 0;
      y += ROW;
    }
    const words = paragraph(label, inner, text(context, 'small', { ink: 'muted', maxLines: 1 }));
    nodes.push(
      ...shift(sample, x, y),
      ...shift(words.nodes, x + SAMPLE.width + SAMPLE.gap, y + (SAMPLE.height - words.height) / 2),
    );
    x += entryWidth + BETWEEN;
  }
  return { height: nodes.length === 0 ? 0 : y + SAMPLE.height, nodes };
}

const ENTRIES: Partial<Record<LaneId, (context: LaneContext) => readonly Entry[]>> = {
  touchpoints: marks,
  emotion: (context) => [...curves(context), ...marks(context)],
  pains: (context) => notes(context),
  channels: presences,
};

function touchpointsOf({ columns }: LaneContext): Touchpoint[] {
  return columns.flatMap(({ slots }) => slots.map(({ touchpoint }) => touchpoint));
}

function marks(context: LaneContext): Entry[] {
  const { words } = context.speech;
  const all = touchpointsOf(context);
  return [
    ...(all.some(({ momentOfTruth }) => momentOfTruth) ? [sign(words.momentOfTruth, 'star', 'truth')] : []),
    ...(all.some(({ breakPoint }) => breakPoint) ? [sign(words.breakPoint, 'break', 'breaking')] : []),
  ];
}

function notes(context: LaneContext): Entry[] {
  const { words } = context.speech;
  const owners = [...touchpointsOf(context), ...context.journey.stages];
  return [
    ...(owners.some(({ pains }) => pains.length > 0) ? [sign(words.pain, 'pain', 'pain')] : []),
    ...(owners.some(({ opportunities }) => opportunities.length > 0)
      ? [sign(words.opportunity, 'bulb', 'opportunity')]
      : []),
  ];
}

/** Whose feelings the curves are, where there are several. */
function curves(context: LaneContext): Entry[] {
  const felt = touchpointsOf(context).flatMap(({ emotions }) => emotions.map(({ persona }) => persona));
  const named = [...new Set(felt)].flatMap((id) => byId(context.speech.model.personas, id) ?? []);
  if (named.length < 2) return [];
  return named.map(({ label }, index) => ({ label, sample: [line(index === 0)] }));
}

function line(isFirst: boolean): SceneNode {
  const y = SAMPLE.height / 2;
  return isFirst
    ? box(0, y - LINE / 2, SAMPLE.width, LINE, 'face4', { radius: LINE / 2 })
    : {
        kind: 'path',
        surface: 'curveOther',
        commands: [
          ['M', 0, y],
          ['L', SAMPLE.width, y],
        ],
      };
}

/** Signs of places are round online and square offline. */
function presences(context: LaneContext): Entry[] {
  const { speech } = context;
  const all = new Set(touchpointsOf(context).map((touchpoint) => placeOf(speech, touchpoint).presence));
  if (!all.has('online') || !all.has('offline')) return [];
  const shape = (presence: 'online' | 'offline', radius: number): Entry => ({
    label: speech.words[presence],
    sample: [box(2, 0, SAMPLE.height, SAMPLE.height, 'flowEnd', { radius })],
  });
  return [shape('online', SAMPLE.height / 2), shape('offline', 6)];
}

function sign(label: string, name: IconName, look: Surface & Ink): Entry {
  const side = SAMPLE.height;
  return {
    label,
    sample: [box(2, 0, side, side, look, { radius: 6 }), icon(name, 6, 4, side - 8, look)],
  };
}

function unique(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.label, entry])).values()];
}
