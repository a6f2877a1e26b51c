import type { Notes } from '@journey/model';
import { innerWidth } from '../columns.ts';
import { place, stack } from '../blocks.ts';
import { cellLane, item, NOTE_RADIUS, noteWords } from './lane.ts';
import type { Block } from '../blocks.ts';
import type { IconName } from '../icons.ts';
import type { Ink, SceneNode, Surface } from '../scene.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';

type Owner = Notes & { readonly id: string };

type Note = Notes[keyof Notes][number];

/** A kind of remark that touchpoints and stages carry: how it is called, and how it looks. */
interface NoteKind {
  readonly key: NoteWord;
  readonly icon: IconName;
  readonly surface: Surface;
  readonly ink: Ink;
  readonly of: (owner: Notes) => Notes[keyof Notes];
}

type NoteWord = 'motivation' | 'behaviour' | 'question' | 'pain' | 'opportunity' | 'backstage' | 'evidence';

const plain = { surface: 'note', ink: 'muted' } as const;
const KINDS: Readonly<Record<NoteWord, NoteKind>> = {
  motivation: { key: 'motivation', icon: 'flag', ...plain, of: ({ motivations }) => motivations },
  behaviour: { key: 'behaviour', icon: 'hand', ...plain, of: ({ behaviours }) => behaviours },
  question: { key: 'question', icon: 'question', ...plain, of: ({ questions }) => questions },
  pain: { key: 'pain', icon: 'pain', surface: 'pain', ink: 'pain', of: ({ pains }) => pains },
  opportunity: {
    key: 'opportunity',
    icon: 'bulb',
    surface: 'opportunity',
    ink: 'opportunity',
    of: ({ opportunities }) => opportunities,
  },
  backstage: { key: 'backstage', icon: 'gear', ...plain, of: ({ backstage: behind }) => behind },
  evidence: { key: 'evidence', icon: 'evidence', ...plain, of: ({ evidence }) => evidence },
};

/** What the customer wants there, does, and asks. */
export const thoughts: LaneBuilder = notesLane(['motivation', 'behaviour', 'question']);

/** What hurts and what could be better, under the touchpoints; a stage's own notes stand above them. */
export const painsAndOpportunities: LaneBuilder = notesLane(['pain', 'opportunity']);

/** What the company does where the customer doesn't look, and what all this is known from. */
export const backstage: LaneBuilder = notesLane(['backstage', 'evidence']);

function notesLane(keys: readonly NoteWord[]): LaneBuilder {
  const kinds = keys.map((key) => KINDS[key]);
  return cellLane((context, column) => {
    const own =
      column.stage && !column.isFolded
        ? notesBlock(context, column.stage, kinds, innerWidth(column))
        : undefined;
    const slots = column.slots.map((slot) => ({
      slot,
      block: notesBlock(context, slot.touchpoint, kinds, slot.width),
    }));
    const nodes: SceneNode[] = [];
    for (const { slot, block } of slots) place(nodes, block, slot.x, 0);
    const below: Block = { height: Math.max(0, ...slots.map(({ block }) => block.height)), nodes };
    return stack([...(own ? [own] : []), below], 8);
  });
}

function notesBlock(context: LaneContext, owner: Owner, kinds: readonly NoteKind[], width: number): Block {
  const blocks: Block[] = [];
  for (const kind of kinds)
    kind.of(owner).forEach((note, index) => {
      blocks.push(noteItem(context, kind, note, `${owner.id}#${kind.key}:${index}`, width));
    });
  return stack(blocks, 6);
}

function noteItem(context: LaneContext, kind: NoteKind, note: Note, id: string, width: number): Block {
  const { speech } = context;
  const { height, nodes: children } = noteWords(context, kind, note.text, width);
  const ground = { surface: kind.surface, radius: NOTE_RADIUS };
  const name = speech.fill(speech.words.labelled, { label: speech.words[kind.key], text: note.text });
  return { height, nodes: [item({ id, name, source: note.source, width, height, ground, children })] };
}
