import { byId } from '@journey/model';
import type { Persona } from '@journey/model';
import { box, icon, iconAndText, inset, masonry, paragraph, shift, stack } from '../blocks.ts';
import { item, spoken, text } from './lane.ts';
import type { Block } from '../blocks.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';

const PADDING = 16;
const AVATAR = 44;
const SECTIONS = { minWidth: 200, maxWidth: 360, gap: 24 };

type Section = (context: LaneContext, persona: Persona, width: number) => Block;

/** Who goes on the journey: what they want, what troubles them, what they say. */
export const personas: LaneBuilder = (context) => {
  const people = context.journey.personas.flatMap((id) => byId(context.speech.model.personas, id) ?? []);
  if (people.length === 0) return undefined;
  const cards = stack(
    people.map((persona) => card(context, persona)),
    10,
  );
  return { height: cards.height, cells: new Map(), across: cards.nodes };
};

function card(context: LaneContext, persona: Persona): Block {
  const { width } = context;
  const sections = [identity, goals, motives, pains, quotes].filter(
    (section) => section(context, persona, 400).height > 0,
  );
  const inner = width - 2 * PADDING;
  const fit = Math.floor((inner + SECTIONS.gap) / (SECTIONS.minWidth + SECTIONS.gap));
  const build = (section: Section, sectionWidth: number): Block => section(context, persona, sectionWidth);
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
        children: [box(0, 0, width, content.height, 'card', { radius: 10 }), ...content.nodes],
      }),
    ],
  };
}

/** Side by side, with their middles on one line; close to each other where the map is wide. */
function row(
  sections: readonly Section[],
  width: number,
  build: (section: Section, width: number) => Block,
): Block {
  const room = (width - SECTIONS.gap * (sections.length - 1)) / sections.length;
  const sectionWidth = Math.min(SECTIONS.maxWidth, room);
  const blocks = sections.map((section) => build(section, sectionWidth));
  const height = Math.max(...blocks.map((block) => block.height));
  let x = 0;
  const nodes = blocks.flatMap((block) => {
    const placed = shift(block.nodes, x, (height - block.height) / 2);
    x += sectionWidth + SECTIONS.gap;
    return placed;
  });
  return { height, nodes };
}

function identity(context: LaneContext, persona: Persona, width: number): Block {
  const lead = AVATAR + 12;
  const words = stack(
    [
      paragraph(persona.label, width - lead, text(context, 'label')),
      paragraph(
        [persona.role, persona.description].filter((part) => part !== undefined).join(' · '),
        width - lead,
        text(context, 'body', { ink: 'muted', maxLines: 4 }),
      ),
    ],
    2,
  );
  return {
    height: Math.max(AVATAR, words.height),
    nodes: [
      box(0, 0, AVATAR, AVATAR, 'strip', { radius: AVATAR / 2 }),
      icon('person', 10, 10, AVATAR - 20, 'muted'),
      ...shift(words.nodes, lead, Math.max(0, (AVATAR - words.height) / 2)),
    ],
  };
}

function goals(context: LaneContext, persona: Persona, width: number): Block {
  return stack(
    persona.goals.map((goal) =>
      iconAndText('flag', goal, width, text(context, 'body', { iconInk: 'opportunity' })),
    ),
    5,
  );
}

function motives(context: LaneContext, { motivations, behaviours }: Persona, width: number): Block {
  return stack(
    [...motivations, ...behaviours].map((words) =>
      iconAndText('heart', words, width, text(context, 'body', { iconInk: 'muted' })),
    ),
    5,
  );
}

function pains(context: LaneContext, persona: Persona, width: number): Block {
  return stack(
    persona.pains.map((pain) => iconAndText('pain', pain, width, text(context, 'body', { iconInk: 'pain' }))),
    5,
  );
}

function quotes(context: LaneContext, persona: Persona, width: number): Block {
  return stack(
    persona.quotes.map((quote) =>
      iconAndText('quote', quote, width, text(context, 'body', { iconInk: 'muted' })),
    ),
    5,
  );
}

function cardName(context: LaneContext, persona: Persona): string {
  const { speech } = context;
  const { label, role = '', description = '' } = persona;
  const told = [persona.goals, persona.motivations, persona.behaviours, persona.pains, persona.quotes].flat();
  return spoken([speech.fill(speech.words.persona, { label }), role, description, ...told]);
}
