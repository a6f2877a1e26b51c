import type { Touchpoint } from '@journey/model';
import { box, icon, iconAndText, inset, paragraph, shift, stack } from '../blocks.ts';
import { channelIcon } from '../icons.ts';
import { departmentLabel } from '../phrases/steps.ts';
import { item, noteBlock, spoken, text } from './lane.ts';
import { placeOf } from '../phrases/place.ts';
import type { Block } from '../blocks.ts';
import type { Slot } from '../columns.ts';
import type { LaneBuilder, LaneContext, NoteBox } from './lane.ts';
import type { GroupNode } from '../scene.ts';

const PADDING = 12;
const BADGE = 30;

const TRUTH = { icon: 'star', surface: 'truth', ink: 'truth' } as const;
const BREAK = { icon: 'break', surface: 'breaking', ink: 'breaking' } as const;
const STATUS = { icon: 'clock', surface: 'note', ink: 'muted' } as const;

/** A card for each touchpoint, side by side and equally high. */
export const touchpoints: LaneBuilder = (context) => {
  const cards = context.columns.map((column) => ({
    column,
    blocks: column.slots.map((slot) => cardContent(context, slot.touchpoint, column.hue, slot.width)),
  }));
  const height = Math.max(0, ...cards.flatMap(({ blocks }) => blocks.map((block) => block.height)));
  if (height === 0) return undefined;
  const cells = cards.map(({ column, blocks }) => {
    const nodes = column.slots.map((slot, index) => card(context, slot, blocks[index], height));
    return [column.id, nodes] as const;
  });
  return { height, cells: new Map(cells), across: [] };
};

function card(context: LaneContext, slot: Slot, content: Block | undefined, height: number): GroupNode {
  return item({
    id: slot.touchpoint.id,
    name: cardName(context, slot.touchpoint),
    source: slot.touchpoint.source,
    x: slot.x,
    width: slot.width,
    height,
    children: [box(0, 0, slot.width, height, 'card', { radius: 10 }), ...(content?.nodes ?? [])],
  });
}

function cardContent(context: LaneContext, touchpoint: Touchpoint, hue: number, width: number): Block {
  const inner = width - 2 * PADDING;
  const marks = marksOf(context, touchpoint).map((mark) => noteBlock(context, mark, inner));
  const departments = departmentNames(context, touchpoint);
  const head = headBlock(context, touchpoint, hue, inner);
  const facts = stack(
    [
      paragraph(
        placeWords(context, touchpoint),
        inner,
        text(context, 'small', { ink: 'muted', maxLines: 2 }),
      ),
      iconAndText('people', departments, inner, text(context, 'small', { ink: 'muted', maxLines: 2 })),
    ],
    3,
  );
  return inset(stack([head, facts, ...marks], 8), PADDING, PADDING);
}

function headBlock(context: LaneContext, touchpoint: Touchpoint, hue: number, width: number): Block {
  const label = paragraph(touchpoint.label, width - BADGE - 9, text(context, 'label', { maxLines: 4 }));
  const height = Math.max(BADGE, label.height);
  const { channelId, presence } = placeOf(context.speech, touchpoint);
  const offline = presence === 'offline';
  const symbol = channelIcon(channelId, offline ? 'offline' : 'online');
  return {
    height,
    nodes: [
      box(0, 0, BADGE, BADGE, 'stageNumber', { radius: offline ? 8 : BADGE / 2, hue }),
      icon(symbol, 6, 6, BADGE - 12, 'accent', hue),
      ...shift(label.nodes, BADGE + 9, Math.max(0, (BADGE - label.height) / 2)),
    ],
  };
}

/** What stands out of a touchpoint, each with its sign. */
function marksOf(context: LaneContext, { momentOfTruth, breakPoint, status }: Touchpoint): NoteBox[] {
  const { words, fill } = context.speech;
  const withNote = (title: string, note: string): string =>
    note === '' || note === title ? title : fill(words.labelled, { label: title, text: note });
  return [
    ...(momentOfTruth ? [{ ...TRUTH, text: withNote(words.momentOfTruth, momentOfTruth.text) }] : []),
    ...(breakPoint ? [{ ...BREAK, text: withNote(words.breakPoint, breakPoint.text) }] : []),
    ...(status === 'live' ? [] : [{ ...STATUS, text: words[status] }]),
  ];
}

/** Where it happens: the channel or point of sale, and whether online. */
function placeWords({ speech }: LaneContext, touchpoint: Touchpoint): string {
  const { channel, presence } = placeOf(speech, touchpoint);
  return [channel, presence && speech.words[presence]].filter((part) => part !== undefined).join(' · ');
}

function departmentNames(context: LaneContext, touchpoint: Touchpoint): string {
  return touchpoint.departments
    .map((id) => departmentLabel(context.speech, id))
    .join(context.speech.words.listSeparator);
}

function cardName(context: LaneContext, touchpoint: Touchpoint): string {
  const { speech } = context;
  return spoken([
    speech.fill(speech.words.touchpoint, { label: touchpoint.label }),
    placeWords(context, touchpoint),
    departmentNames(context, touchpoint),
    ...marksOf(context, touchpoint).map((mark) => mark.text),
  ]);
}
