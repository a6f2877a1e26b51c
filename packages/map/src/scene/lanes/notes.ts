import type { Note, Stage, Touchpoint } from '@journey/model';
import { innerWidth } from '../columns.ts';
import { shift, stack } from '../blocks.ts';
import { cellLane, item, noteBlock } from './lane.ts';
import type { Block } from '../blocks.ts';
import type { IconName } from '../icons.ts';
import type { Ink, Surface } from '../scene.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';

type Owner = Pick<Touchpoint, 'id' | 'pains' | 'opportunities' | 'backstage'> & {
  readonly evidence?: readonly Note[];
};

/** A kind of remark that touchpoints and stages carry. */
interface NoteKind {
  readonly key: 'pain' | 'opportunity' | 'backstage' | 'evidence';
  readonly icon: IconName;
  readonly surface: Surface;
  readonly ink: Ink;
  readonly of: (owner: Owner) => readonly Note[];
}

const PAIN: NoteKind = { key: 'pain', icon: 'pain', surface: 'pain', ink: 'pain', of: ({ pains }) => pains };
const OPPORTUNITY: NoteKind = {
  key: 'opportunity',
  icon: 'bulb',
  surface: 'opportunity',
  ink: 'opportunity',
  of: ({ opportunities }) => opportunities,
};
const BACKSTAGE: NoteKind = {
  key: 'backstage',
  icon: 'gear',
  surface: 'note',
  ink: 'muted',
  of: ({ backstage }) => backstage,
};
const EVIDENCE: NoteKind = {
  key: 'evidence',
  icon: 'evidence',
  surface: 'note',
  ink: 'muted',
  of: ({ evidence = [] }) => evidence,
};

/** What hurts and what could be better, under the touchpoints; a stage's own notes stand above them. */
export const painsAndOpportunities: LaneBuilder = notesLane([PAIN, OPPORTUNITY]);

/** What the company does where the customer doesn't look, and what it leaves for them to see. */
export const backstage: LaneBuilder = notesLane([BACKSTAGE, EVIDENCE]);

function notesLane(kinds: readonly NoteKind[]): LaneBuilder {
  return cellLane((context, column) => {
    const own = column.stage
      ? notesBlock(context, stageOwner(column.stage), kinds, innerWidth(column))
      : undefined;
    const slots = column.slots.map((slot) => ({
      slot,
      block: notesBlock(context, slot.touchpoint, kinds, slot.width),
    }));
    const below: Block = {
      height: Math.max(0, ...slots.map(({ block }) => block.height)),
      nodes: slots.flatMap(({ slot, block }) => shift(block.nodes, slot.x, 0)),
    };
    return stack([...(own ? [own] : []), below], 8);
  });
}

function stageOwner({ id, pains, opportunities, backstage: behind }: Stage): Owner {
  return { id, pains, opportunities, backstage: behind };
}

function notesBlock(context: LaneContext, owner: Owner, kinds: readonly NoteKind[], width: number): Block {
  return stack(
    kinds.flatMap((kind) =>
      kind.of(owner).map((note, index): Block => {
        const content = noteBlock(context, { ...kind, text: note.text }, width);
        const name = context.speech.fill(context.speech.words.labelled, {
          label: context.speech.words[kind.key],
          text: note.text,
        });
        const id = `${owner.id}#${kind.key}:${index}`;
        return {
          height: content.height,
          nodes: [
            item({ id, name, source: note.source, width, height: content.height, children: content.nodes }),
          ],
        };
      }),
    ),
    6,
  );
}
