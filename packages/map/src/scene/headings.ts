import type { GroupNode, Hue, Scene, SceneNode } from './scene.ts';
import type { IconName } from './icons.ts';

/** A stage's name, and the place of all that it stands over; `headEnd` is how far down its own head reaches. */
export interface StageHeading {
  readonly id: string;
  readonly label: string;
  readonly hue: Hue | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly headEnd: number;
}

/** A lane's name, and how far down it reaches. */
export interface LaneHeading {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName | undefined;
  readonly y: number;
  readonly height: number;
}

export interface Headings {
  readonly stages: readonly StageHeading[];
  readonly lanes: readonly LaneHeading[];
  /** Where, across the picture, the lanes' own titles end and the stages begin. */
  readonly titlesEnd: number;
}

/** Sections that stand under a stage's name: on the journey map, in the flow, in the table of KPIs. */
const UNDER_STAGE = /^(.+)#(?:stage|flow|kpis)$/u;
const LANE = /^#lane:/u;

/** What a picture's parts are called: names that stay in sight where their own are scrolled out of it. */
export function headingsOf({ children, direction }: Scene): Headings {
  const sections = children.filter(isSection);
  const stages = sections.flatMap(stageHeading);
  const edges = stages.map(({ x, width }) => (direction === 'rtl' ? x + width : x));
  return {
    stages,
    lanes: sections.filter(({ id }) => LANE.test(id)).map(laneHeading),
    titlesEnd: direction === 'rtl' ? Math.max(...edges) : Math.min(...edges),
  };
}

function isSection(node: SceneNode): node is GroupNode {
  return node.kind === 'group' && node.role === 'section';
}

function stageHeading({ id, name = '', x, y, width, height, children }: GroupNode): StageHeading[] {
  const stage = UNDER_STAGE.exec(id)?.[1];
  const head = children.find((node): node is GroupNode => node.kind === 'group' && node.id === stage);
  if (!head) return [];
  return [{ id, label: name, hue: hueOf(head), x, y, width, height, headEnd: y + head.y + head.height }];
}

function hueOf({ ground, children }: GroupNode): Hue | undefined {
  if (ground) return ground.hue;
  return children.find((node) => node.kind === 'path')?.hue;
}

function laneHeading({ id, name = '', y, height, children }: GroupNode): LaneHeading {
  return { id, label: name, icon: children.find((node) => node.kind === 'icon')?.icon, y, height };
}
