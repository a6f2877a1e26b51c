import type { Automation } from '@journey/model';
import { box, iconAndText, inset, paragraph, shift, stack, widthOf } from '../blocks.ts';
import { flowNodes } from './flow-graph.ts';
import { heading, MARGIN, nothingYet, section } from './picture.ts';
import { item, text } from '../lanes/lane.ts';
import { ended, sequence, under } from './flow-block.ts';
import { TRIGGER_ICONS, triggerWords } from '../phrases/trigger.ts';
import type { Block } from '../blocks.ts';
import type { Column } from '../columns.ts';
import type { FlowBlock } from './flow-block.ts';
import type { LaneContext } from '../lanes/lane.ts';
import type { Picture } from './picture.ts';

const TRIGGER = 240;
/** Beside the words of a trigger. */
const PILL = 14;
const PADDING = 18;
const GAP = 18;
const STAGE = 44;
/** A single small graph still leaves room for the journey's name. */
const NARROWEST = 700;
/** One automation, or all of a journey stage beside stage, as flow graphs: from its triggers to its ends. */
export function flow(context: LaneContext, only?: string): Picture {
  const stages = context.columns.flatMap((column) => {
    const shown = column.automations.filter(({ id }) => only === undefined || id === only);
    return shown.length === 0 ? [] : [stageColumn(context, column, shown)];
  });
  if (stages.length === 0) return nothingYet(context, 'automations', NARROWEST + 2 * MARGIN);
  const inner = stages.reduce((sum, { width }) => sum + width + GAP, 0) - GAP;
  const width = Math.max(NARROWEST, inner) + 2 * MARGIN;
  const head = heading(context, width);
  let x = MARGIN;
  const sections = stages.map(({ column, width: wide, height, nodes }) => {
    const place = { x, y: head.bottom, width: wide, height };
    x += wide + GAP;
    return section(`${column.id}#flow`, column.label, place, nodes);
  });
  const tallest = Math.max(0, ...stages.map(({ height }) => height));
  return { nodes: [head.section, ...sections], width, height: head.bottom + tallest + MARGIN };
}

interface Graph extends Block {
  readonly width: number;
}

/** A stage's automations one under the other, under the stage's name. */
function stageColumn(context: LaneContext, column: Column, automations: readonly Automation[]) {
  const graphs = automations.map((automation) => graph(context, column, automation));
  const width = Math.max(...graphs.map((one) => one.width));
  const centred = graphs.map((one) => ({
    height: one.height,
    nodes: shift(one.nodes, (width - one.width) / 2, 0),
  }));
  return { column, width, ...stack([stageBand(context, column, width), ...centred], GAP) };
}

function stageBand(context: LaneContext, column: Column, width: number): Block {
  const { speech } = context;
  const label = paragraph(
    column.label,
    width - 2 * PADDING,
    text(context, 'stage', { ink: 'onStage', maxLines: 1 }),
  );
  return {
    height: STAGE,
    nodes: [
      item({
        id: column.id,
        name:
          column.number === undefined
            ? column.label
            : speech.fill(speech.words.stage, { number: speech.number(column.number), label: column.label }),
        source: column.source,
        width,
        height: STAGE,
        ground: { surface: 'stage', radius: 10, hue: column.hue },
        children: shift(label.nodes, PADDING, (STAGE - label.height) / 2),
      }),
    ],
  };
}

/** A card with an automation's name, and its graph from the triggers on. */
function graph(context: LaneContext, column: Column, automation: Automation): Graph {
  const { speech } = context;
  const body = ended(
    under(
      triggers(context, column, automation),
      sequence({ context, prefix: automation.id, hue: column.hue }, flowNodes(speech, automation.steps)),
    ),
  );
  const inner = Math.max(TRIGGER, body.width);
  const title = iconAndText(
    'bolt',
    automation.label,
    inner,
    text(context, 'label', { iconInk: 'accent', hue: column.hue }),
  );
  const name = speech.fill(speech.words.automation, { label: automation.label });
  const titleItem = item({
    id: automation.id,
    name,
    source: automation.source,
    width: inner,
    height: title.height,
    children: title.nodes,
  });
  const content = inset(
    stack(
      [
        { height: title.height, nodes: [titleItem] },
        { height: body.height, nodes: shift(body.nodes, (inner - body.width) / 2, 0) },
      ],
      14,
    ),
    PADDING,
    PADDING,
  );
  const width = inner + 2 * PADDING;
  const place = { x: 0, y: 0, width, height: content.height };
  const ground = box(0, 0, width, content.height, 'column', { radius: 14, hue: column.hue });
  return {
    width,
    height: content.height,
    nodes: [section(`${automation.id}#graph`, name, place, [ground, ...content.nodes])],
  };
}

/** What starts it; of several triggers any does. */
function triggers(context: LaneContext, column: Column, automation: Automation): FlowBlock {
  const { speech } = context;
  const hue = column.hue;
  const blocks = automation.triggers.map((trigger, index): Block => {
    const words = triggerWords(speech, trigger);
    const said = iconAndText(
      TRIGGER_ICONS[trigger.kind],
      words,
      TRIGGER - 2 * PILL,
      text(context, 'small', { ink: 'onStage', maxLines: 5 }),
    );
    const content = inset(said, PILL, 8);
    const width = widthOf(said) + 2 * PILL;
    return {
      height: content.height,
      nodes: [
        item({
          id: `${automation.id}#on:${index}`,
          name: speech.fill(speech.words.when, { event: words }),
          source: trigger.source,
          x: (TRIGGER - width) / 2,
          width,
          height: content.height,
          ground: { surface: 'stage', radius: 16, hue },
          children: content.nodes,
        }),
      ],
    };
  });
  const all = stack(blocks, 6);
  return { width: TRIGGER, height: all.height, axis: TRIGGER / 2, isEnd: false, nodes: all.nodes };
}
