import type { Touchpoint } from '@journey/model';
import { iconAndText, inset, mark, paragraph, shift, stack } from '../blocks.ts';
import { channelIcon } from '../icons.ts';
import { MARKS } from '../marks.ts';
import { departmentLabel } from '../phrases/steps.ts';
import { item, noteBlock, spoken, text } from './lane.ts';
import { placeOf } from '../phrases/place.ts';
import type { Block } from '../blocks.ts';
import type { Place } from '../phrases/place.ts';
import type { Slot } from '../columns.ts';
import type { LaneBuilder, LaneContext, NoteBox } from './lane.ts';
import type { GroupNode } from '../scene.ts';

const PADDING = 12;
const BADGE = MARKS.touchpoint.size;

const TRUTH = { icon: 'star', surface: 'truth', ink: 'truth' } as const;
const BREAK = { icon: 'break', surface: 'breaking', ink: 'breaking' } as const;
const STATUS = { icon: 'clock', surface: 'note', ink: 'muted' } as const;

/** What a touchpoint's card says, and how that stands in it. */
interface Card {
  readonly slot: Slot;
  readonly name: string;
  readonly content: Block;
}

/** A card for each touchpoint, side by side and equally high. */
export const touchpoints: LaneBuilder = (context) => {
  const cards = context.columns.map((column) => ({
    id: column.id,
    cards: column.slots.map((slot) => cardOf(context, slot, column.hue)),
  }));
  const height = Math.max(0, ...cards.flatMap((cell) => cell.cards.map(({ content }) => content.height)));
  if (height === 0) return undefined;
  const cells = cards.map((cell) => [cell.id, cell.cards.map((one) => card(one, height))] as const);
  return { height, cells: new Map(cells), across: [] };
};

function card({ slot, name, content }: Card, height: number): GroupNode {
  return item({
    id: slot.touchpoint.id,
    name,
    source: slot.touchpoint.source,
    x: slot.x,
    width: slot.width,
    height,
    ground: { surface: 'card', radius: 10 },
    children: content.nodes,
  });
}

function cardOf(context: LaneContext, slot: Slot, hue: number): Card {
  const { touchpoint } = slot;
  const { speech } = context;
  const inner = slot.width - 2 * PADDING;
  const marks = marksOf(context, touchpoint);
  const departments = departmentNames(context, touchpoint);
  const place = placeOf(speech, touchpoint);
  const where = placeWords(context, place);
  const small = text(context, 'small', { ink: 'muted', maxLines: 2 });
  const facts = stack([paragraph(where, inner, small), iconAndText('people', departments, inner, small)], 3);
  const notes = marks.map((note) => noteBlock(context, note, inner));
  const head = headBlock(context, touchpoint, place, hue, inner);
  const label = speech.fill(speech.words.touchpoint, { label: touchpoint.label });
  return {
    slot,
    name: spoken([label, where, departments, ...marks.map((note) => note.text)]),
    content: inset(stack([head, facts, ...notes], 8), PADDING, PADDING),
  };
}

function headBlock(
  context: LaneContext,
  touchpoint: Touchpoint,
  { channelId, presence }: Place,
  hue: number,
  width: number,
): Block {
  const label = paragraph(touchpoint.label, width - BADGE - 9, text(context, 'label', { maxLines: 4 }));
  const height = Math.max(BADGE, label.height);
  const offline = presence === 'offline';
  const symbol = channelIcon(channelId, offline ? 'offline' : 'online');
  return {
    height,
    nodes: [
      mark(offline ? 'touchpointOffline' : 'touchpoint', symbol, 0, 0, hue),
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
function placeWords({ speech }: LaneContext, { channel, presence }: Place): string {
  return [channel, presence && speech.words[presence]].filter((part) => part !== undefined).join(' · ');
}

function departmentNames(context: LaneContext, touchpoint: Touchpoint): string {
  return touchpoint.departments
    .map((id) => departmentLabel(context.speech, id))
    .join(context.speech.words.listSeparator);
}
