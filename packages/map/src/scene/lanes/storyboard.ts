import { item, spoken } from './lane.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';
import type { GroupNode, SceneNode } from '../scene.ts';
import type { Slot } from '../columns.ts';

/** As wide as a picture becomes, and how high in parts of that. */
const FRAME = { widest: 240, ratio: 0.625 };
const RADIUS = 8;

/** What the customer sees at each touchpoint, under its card. */
export const storyboard: LaneBuilder = (context) => {
  const slots = context.columns.flatMap((column) => column.slots);
  const height = Math.max(0, ...slots.filter(({ touchpoint }) => touchpoint.image).map(frameHeight));
  if (height === 0) return undefined;
  const cells = context.columns.map(({ id, slots: own }): [string, SceneNode[]] => [
    id,
    own.flatMap((slot) => frame(context, slot)),
  ]);
  return { height, cells: new Map(cells), across: [] };
};

function frameWidth({ width }: Slot): number {
  return Math.min(width, FRAME.widest);
}

function frameHeight(slot: Slot): number {
  return Math.round(frameWidth(slot) * FRAME.ratio);
}

function frame({ speech }: LaneContext, slot: Slot): GroupNode[] {
  const { id, label, image } = slot.touchpoint;
  if (!image) return [];
  const width = frameWidth(slot);
  const height = frameHeight(slot);
  return [
    item({
      id: `${id}#image`,
      name: spoken([speech.fill(speech.words.image, { label }), image.text ?? '']),
      source: image.source,
      x: slot.x + (slot.width - width) / 2,
      width,
      height,
      ground: { surface: 'card', radius: RADIUS },
      children: [
        { kind: 'image', x: 0, y: 0, width, height, radius: RADIUS, fit: 'whole', file: image.file },
      ],
    }),
  ];
}
