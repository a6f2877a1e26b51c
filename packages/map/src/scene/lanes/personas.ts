import { byId } from '@journey/model';
import type { Persona } from '@journey/model';
import { box, iconAndText, inset, masonry, NOTHING, paragraph, shift, stack } from '../blocks.ts';
import { HUES } from '../columns.ts';
import { item, spoken, text } from './lane.ts';
import { photo, portrait, PORTRAIT } from './portrait.ts';
import type { Block } from '../blocks.ts';
import type { Hue, Ink } from '../scene.ts';
import type { IconName } from '../icons.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';

const PADDING = 18;
const SECTIONS = { minWidth: 210, maxWidth: 520, gap: 36 };

/** Somebody, with a colour of their own. */
interface Shown {
  readonly persona: Persona;
  readonly hue: Hue;
}

type Section = (context: LaneContext, shown: Shown, width: number) => Block;

/** Who goes on the journey: what they want, what troubles them, what they say. */
export const personas: LaneBuilder = (context) => {
  const people = context.journey.personas.flatMap((id) => byId(context.speech.model.personas, id) ?? []);
  if (people.length === 0) return undefined;
  const cards = stack(
    people.map((persona, index) => card(context, { persona, hue: index % HUES })),
    12,
  );
  return { height: cards.height, cells: new Map(), across: cards.nodes };
};

function card(context: LaneContext, shown: Shown): Block {
  const { width } = context;
  const { persona } = shown;
  const sections = [identity, goals, motives, pains, quotes].filter(
    (section) => section(context, shown, 400).height > 0,
  );
  const inner = width - 2 * PADDING;
  const fit = Math.floor((inner + SECTIONS.gap) / (SECTIONS.minWidth + SECTIONS.gap));
  const build = (section: Section, sectionWidth: number): Block => section(context, shown, sectionWidth);
  const content = inset(
    sections.length <= fit ? row(sections, inner, build) : masonry(sections, inner, SECTIONS, build),
    PADDING,
    PADDING,
  );
  return {
    height: content.height,
    nodes: [
      item({
        id: `${context.journey.id}#persona:${persona.id}`,
        name: cardName(context, persona),
        source: persona.source,
        width,
        height: content.height,
        ground: { surface: 'card', radius: 12 },
        children: content.nodes,
      }),
    ],
  };
}

/** Side by side from the top, with a line between one and the next. */
function row(
  sections: readonly Section[],
  width: number,
  build: (section: Section, width: number) => Block,
): Block {
  const { gap, maxWidth } = SECTIONS;
  const room = (width - gap * (sections.length - 1)) / sections.length;
  const sectionWidth = Math.floor(Math.min(maxWidth, room));
  const blocks = sections.map((section) => build(section, sectionWidth));
  const height = Math.max(...blocks.map((block) => block.height));
  const nodes = blocks.flatMap((block, index) => {
    const x = index * (sectionWidth + gap);
    const line = index === 0 ? [] : [box(x - gap / 2, 0, 1, height, 'rule')];
    return [...line, ...shift(block.nodes, x, index === 0 ? (height - block.height) / 2 : 0)];
  });
  return { height, nodes };
}

function identity(context: LaneContext, { persona, hue }: Shown, width: number): Block {
  const lead = PORTRAIT + 14;
  const words = stack(
    [
      paragraph(persona.label, width - lead, text(context, 'stage')),
      paragraph(
        [persona.role, persona.description].filter((part) => part !== undefined).join(' · '),
        width - lead,
        text(context, 'body', { ink: 'muted', maxLines: 4 }),
      ),
    ],
    3,
  );
  const height = Math.max(PORTRAIT, words.height);
  return {
    height,
    nodes: [
      ...shift(persona.image ? photo(persona.image) : portrait(hue), 0, (height - PORTRAIT) / 2),
      ...shift(words.nodes, lead, (height - words.height) / 2),
    ],
  };
}

function goals(context: LaneContext, { persona }: Shown, width: number): Block {
  const { personaHeads } = context.speech.words;
  return told(context, personaHeads.goals, persona.goals, { icon: 'flag', ink: 'opportunity' }, width);
}

function motives(context: LaneContext, { persona }: Shown, width: number): Block {
  const { motivations, behaviours } = persona;
  const { personaHeads } = context.speech.words;
  const look = { icon: 'heart', ink: 'truth' } as const;
  return told(context, personaHeads.motives, [...motivations, ...behaviours], look, width);
}

function pains(context: LaneContext, { persona }: Shown, width: number): Block {
  const { personaHeads } = context.speech.words;
  return told(context, personaHeads.pains, persona.pains, { icon: 'pain', ink: 'pain' }, width);
}

/** What is told of somebody, line by line under what it is. */
function told(
  context: LaneContext,
  head: string,
  lines: readonly string[],
  look: { readonly icon: IconName; readonly ink: Ink },
  width: number,
): Block {
  if (lines.length === 0) return NOTHING;
  return stack(
    [
      paragraph(head, width, text(context, 'small', { ink: 'muted' })),
      ...lines.map((words) =>
        iconAndText(look.icon, words, width, text(context, 'body', { iconInk: look.ink })),
      ),
    ],
    6,
  );
}

/** What they say, on a ground of their colour. */
function quotes(context: LaneContext, { persona, hue }: Shown, width: number): Block {
  return stack(
    persona.quotes.map((quote) => {
      const words = inset(
        iconAndText('quote', quote, width - 28, text(context, 'label', { iconInk: 'accent', hue })),
        14,
        12,
      );
      return {
        height: words.height,
        nodes: [box(0, 0, width, words.height, 'stageNumber', { radius: 10, hue }), ...words.nodes],
      };
    }),
    6,
  );
}

function cardName(context: LaneContext, persona: Persona): string {
  const { speech } = context;
  const { personaHeads } = speech.words;
  const { label, role = '', description = '', motivations, behaviours } = persona;
  const headed = (head: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [head, ...lines];
  return spoken([
    speech.fill(speech.words.persona, { label }),
    role,
    description,
    ...headed(personaHeads.goals, persona.goals),
    ...headed(personaHeads.motives, [...motivations, ...behaviours]),
    ...headed(personaHeads.pains, persona.pains),
    ...persona.quotes,
  ]);
}
