import { header } from '../header.ts';
import { paragraph, shift } from '../blocks.ts';
import { text } from '../lanes/lane.ts';
import type { GroupNode, SceneNode } from '../scene.ts';
import type { LaneContext } from '../lanes/lane.ts';
import type { Words } from '../words.ts';

/** Round every picture. */
export const MARGIN = 32;
const HEADER_GAP = 22;

/** What a view draws, in reading direction. */
export interface Picture {
  readonly nodes: readonly SceneNode[];
  readonly width: number;
  readonly height: number;
}

/** A named part of a picture that is no item itself. */
export function section(
  id: string,
  name: string,
  place: Pick<GroupNode, 'x' | 'y' | 'width' | 'height'>,
  children: readonly SceneNode[],
): GroupNode {
  return { kind: 'group', role: 'section', id, name, ...place, children };
}

/** The journey's name and what holds for all of it, over a picture of that width; `bottom` is where the rest begins. */
export function heading(context: LaneContext, width: number): { section: GroupNode; bottom: number } {
  const { journey } = context;
  const head = header(context, width - 2 * MARGIN);
  const place = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: head.height };
  return {
    section: section(`${journey.id}#header`, journey.label, place, head.nodes),
    bottom: MARGIN + head.height + HEADER_GAP,
  };
}

/** A picture of what the journey doesn't have yet. */
export function nothingYet(context: LaneContext, what: keyof Words['nothing'], width: number): Picture {
  const head = heading(context, width);
  const said = paragraph(
    context.speech.words.nothing[what],
    width - 2 * MARGIN,
    text(context, 'body', { ink: 'muted' }),
  );
  return {
    nodes: [head.section, ...shift(said.nodes, MARGIN, head.bottom)],
    width,
    height: head.bottom + said.height + MARGIN,
  };
}
