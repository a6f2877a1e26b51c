import type { Automation, Trigger } from '@journey/model';
import { GAP, innerWidth } from '../columns.ts';
import { box, iconAndText, inset, masonry, place, stack } from '../blocks.ts';
import { stepLines } from '../phrases/steps.ts';
import { TRIGGER_ICONS, triggerWords } from '../phrases/trigger.ts';
import { withoutIsolates } from '../bidi.ts';
import { cellLane, item, text } from './lane.ts';
import type { Block } from '../blocks.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';
import type { SceneNode } from '../scene.ts';
import type { StepLine } from '../phrases/steps.ts';

const PADDING = 12;
const INDENT = 16;
const WIDTHS = { minWidth: 250, maxWidth: 560, gap: GAP };
const STEP_GAP = 5;

/** A card for each automation: what starts it, then its steps line by line with their timing. */
export const automations: LaneBuilder = cellLane((context, column) =>
  masonry(column.automations, innerWidth(column), WIDTHS, (automation, width) =>
    card(context, automation, column.hue, width),
  ),
);

function card(context: LaneContext, automation: Automation, hue: number, width: number): Block {
  const inner = width - 2 * PADDING;
  const name = context.speech.fill(context.speech.words.automation, { label: automation.label });
  const head = iconAndText(
    'bolt',
    automation.label,
    inner,
    text(context, 'label', { iconInk: 'accent', hue }),
  );
  const headItem: Block = {
    height: head.height,
    nodes: [
      item({
        id: automation.id,
        name,
        source: automation.source,
        width: inner,
        height: head.height,
        children: head.nodes,
      }),
    ],
  };
  const triggers = stack(
    automation.triggers.map((trigger, index) => triggerBlock(context, automation, trigger, index, inner)),
    4,
  );
  const content = inset(
    stack([headItem, triggers, stepsBlock(context, automation, inner)], 9),
    PADDING,
    PADDING,
  );
  return {
    height: content.height,
    nodes: [
      {
        kind: 'group',
        role: 'section',
        id: `${automation.id}#card`,
        name: withoutIsolates(name),
        x: 0,
        y: 0,
        width,
        height: content.height,
        ground: { surface: 'card', radius: 10 },
        children: content.nodes,
      },
    ],
  };
}

function triggerBlock(
  context: LaneContext,
  automation: Automation,
  trigger: Trigger,
  index: number,
  width: number,
): Block {
  const { speech } = context;
  const words = speech.fill(speech.words.when, { event: triggerWords(speech, trigger) });
  const content = inset(
    iconAndText(
      TRIGGER_ICONS[trigger.kind],
      trigger.kind === 'events' ? words : triggerWords(speech, trigger),
      width - 20,
      text(context, 'small', { iconInk: 'muted', maxLines: 5 }),
    ),
    10,
    6,
  );
  return {
    height: content.height,
    nodes: [
      item({
        id: `${automation.id}#on:${index}`,
        name: words,
        source: trigger.source,
        width,
        height: content.height,
        ground: { surface: 'strip', radius: 7 },
        children: content.nodes,
      }),
    ],
  };
}

function stepsBlock(context: LaneContext, automation: Automation, width: number): Block {
  const lines = stepLines(context.speech, automation.steps);
  const nodes: SceneNode[] = [];
  const tops: number[] = [];
  let height = 0;
  for (const line of lines) {
    tops.push(height);
    const block = stepBlock(context, automation, line, width);
    place(nodes, block, 0, height);
    height += block.height + STEP_GAP;
  }
  const total = Math.max(0, height - STEP_GAP);
  return { height: total, nodes: [...guides(lines, tops, total, width), ...nodes] };
}

/** However deep the steps nest, their text keeps two thirds of the card. */
function indentOf(line: StepLine, width: number): number {
  return Math.min(line.depth * INDENT, width / 3);
}

function stepBlock(context: LaneContext, automation: Automation, line: StepLine, width: number): Block {
  const indent = indentOf(line, width);
  const inner = width - indent;
  const content = iconAndText(
    line.icon,
    line.text,
    inner,
    text(context, 'body', { ink: line.kind === 'branch' ? 'muted' : 'ink', iconInk: 'muted', maxLines: 4 }),
  );
  return {
    height: content.height,
    nodes: [
      item({
        id: `${automation.id}/${line.id}`,
        name: line.spoken,
        source: line.source,
        x: indent,
        width: inner,
        height: content.height,
        children: content.nodes,
      }),
    ],
  };
}

/** A thin line beside everything that is inside a step, from under its icon to its last line. */
function guides(
  lines: readonly StepLine[],
  tops: readonly number[],
  total: number,
  width: number,
): SceneNode[] {
  return lines.flatMap((line, index) => {
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((later) => later.depth <= line.depth);
    const inside = end === -1 ? rest.length : end;
    if (inside === 0) return [];
    const top = (tops[index] ?? 0) + 20;
    const bottom = (tops[index + inside + 1] ?? total + STEP_GAP) - STEP_GAP;
    return [box(indentOf(line, width) + 7, top, 1, bottom - top - 2, 'guide')];
  });
}
