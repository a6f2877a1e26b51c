import type { Stage } from '@journey/model';
import { iconAndText, inset, paragraph, shift, stack } from './blocks.ts';
import { innerWidth } from './columns.ts';
import { item, text } from './lanes/lane.ts';
import { triggerWords } from './phrases/trigger.ts';
import { box } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Column } from './columns.ts';
import type { LaneContext } from './lanes/lane.ts';
import type { GroupNode, PathNode, SceneNode } from './scene.ts';

const NUMBER = 26;
const TIP = 12;
const LEAD = 26;

/** What heads the columns: an arrow with the stage's number and label, and under it what brings a customer there. */
export interface StageHeads {
  readonly height: number;
  readonly heads: ReadonlyMap<string, readonly SceneNode[]>;
}

export function stageHeads(context: LaneContext): StageHeads {
  const { columns } = context;
  const labels = columns.map((column) => label(context, column));
  const arrowHeight = Math.max(52, ...labels.map(({ height }) => height + 24));
  const entries = columns.map((column) => entry(context, column));
  const entryHeight = Math.max(0, ...entries.map(({ height }) => height));
  const heads = columns.map((column, index) => {
    const words = labels[index];
    const arrow = arrowItem(context, column, words ? words.nodes : [], words?.height ?? 0, arrowHeight);
    return [column.id, [arrow, ...shift(entries[index]?.nodes ?? [], 0, arrowHeight + 10)]] as const;
  });
  return { height: arrowHeight + (entryHeight > 0 ? entryHeight + 10 : 0), heads: new Map(heads) };
}

function labelStart(column: Column): number {
  return column.number === undefined ? LEAD : LEAD + NUMBER + 10;
}

function label(context: LaneContext, column: Column): Block {
  const width = column.width - labelStart(column) - TIP - 8;
  return paragraph(
    column.label,
    width,
    text(context, 'stage', { ink: column.stage ? 'onStage' : 'ink', maxLines: 3 }),
  );
}

function arrowItem(
  context: LaneContext,
  column: Column,
  words: readonly SceneNode[],
  wordsHeight: number,
  height: number,
): GroupNode {
  const { width, number, hue } = column;
  const { speech } = context;
  return item({
    id: column.id,
    name:
      number === undefined
        ? column.label
        : speech.fill(speech.words.stage, { number: speech.number(number), label: column.label }),
    source: column.source,
    width,
    height,
    children: [
      number === undefined
        ? box(0, 0, width, height, 'card', { radius: 10 })
        : arrow(width, height, hue, number === 1),
      ...(number === undefined ? [] : numberNodes(context, number, hue, height)),
      ...shift(words, labelStart(column), (height - wordsHeight) / 2),
    ],
  });
}

/** The tip reaches over the gap into the next arrow's notch; the first has no notch. */
function arrow(width: number, height: number, hue: number, isFirst: boolean): PathNode {
  const body = width + 2;
  return {
    kind: 'path',
    surface: 'stage',
    hue,
    commands: [
      ['M', 0, 0],
      ['L', body, 0],
      ['L', body + TIP, height / 2],
      ['L', body, height],
      ['L', 0, height],
      ...(isFirst ? [] : ([['L', TIP, height / 2]] as const)),
      ['Z'],
    ],
  };
}

function numberNodes(context: LaneContext, number: number, hue: number, height: number): SceneNode[] {
  const top = (height - NUMBER) / 2;
  const digits = paragraph(
    context.speech.number(number),
    NUMBER,
    text(context, 'lane', { ink: 'accent', align: 'middle', maxLines: 1, hue }),
  );
  return [
    box(LEAD - 2, top, NUMBER, NUMBER, 'stageNumber', { radius: NUMBER / 2, hue }),
    ...shift(digits.nodes, LEAD - 2, top + (NUMBER - digits.height) / 2),
  ];
}

function entry(context: LaneContext, column: Column): Block {
  const { speech } = context;
  if (column.isFolded && column.stage) return contents(context, column, column.stage);
  return stack(
    column.enter.map((trigger, index): Block => {
      const words = triggerWords(speech, trigger);
      const content = inset(
        iconAndText(
          'enter',
          words,
          innerWidth(column),
          text(context, 'small', { ink: 'muted', maxLines: 3 }),
        ),
        14,
        0,
      );
      return {
        height: content.height,
        nodes: [
          item({
            id: `${column.id}#enter:${index}`,
            name: speech.fill(speech.words.labelled, {
              label: speech.fill(speech.words.enters, { stage: column.label }),
              text: words,
            }),
            source: trigger.source,
            width: column.width,
            height: content.height,
            children: content.nodes,
          }),
        ],
      };
    }),
    4,
  );
}

/** How much is in a stage whose column doesn't show it. */
function contents({ speech, base }: LaneContext, column: Column, stage: Stage): Block {
  const { touchpoints, automations, kpis } = speech.words.counts;
  const counted = [
    [touchpoints, stage.touchpoints.length],
    [automations, stage.automations.length],
    [kpis, stage.kpis.length],
  ] as const;
  const lines = counted
    .filter(([, count]) => count > 0)
    .map(([forms, count]) =>
      paragraph(speech.plural(forms, count), innerWidth(column), { base, type: 'small', ink: 'muted' }),
    );
  return inset(stack(lines, 2), 14, 0);
}
