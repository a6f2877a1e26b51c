import type { Direction, SourceRange } from '@journey/model';
import type { IconName } from './icons.ts';
import type { Language } from './languages.ts';
import type { MarkName } from './marks.ts';
import type { TypeName } from './type.ts';

/** What a shape stands for; the theme says how that looks. */
export type Surface =
  | 'page'
  | 'column'
  | 'stage'
  | 'stageNumber'
  | 'bar'
  | 'card'
  | 'strip'
  | 'chip'
  | 'bubble'
  | 'pain'
  | 'opportunity'
  | 'note'
  | 'truth'
  | 'breaking'
  | 'face1'
  | 'face2'
  | 'face3'
  | 'face4'
  | 'face5'
  | 'rule'
  | 'guide'
  | 'level'
  | 'curve'
  | 'curveOther'
  | 'curveArea'
  | 'way'
  | 'bulletTrack'
  | 'bulletActual'
  | 'bulletReached'
  | 'bulletMissed'
  | 'bulletTarget'
  | 'bulletBaseline'
  | 'openHours'
  | 'quietHours'
  | 'closedHours'
  | 'flowEdge'
  | 'flowBack'
  | 'flowEnd';

/** The colour of letters and icons. */
export type Ink =
  | 'ink'
  | 'muted'
  | 'accent'
  | 'onStage'
  | 'onMark'
  | 'onFace'
  | 'pain'
  | 'opportunity'
  | 'truth'
  | 'breaking';

/** One of the stage colours, counted from 0. */
export type Hue = number;

/**
 * A node's place is where it stands in the group around it. Only layout changes it, while the node is still in no scene:
 * what is placed in a block, and that in another, moves and isn't copied.
 */
export interface BoxNode {
  readonly kind: 'box';
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly surface: Surface;
  readonly hue?: Hue | undefined;
}

/** A box with a tip that leads from the middle of an edge to what it belongs to, outside its height. */
export interface CalloutNode {
  readonly kind: 'callout';
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  readonly points: 'up' | 'down';
  readonly surface: Surface;
}

/** One line of text; `x` is where it is aligned and `y` its baseline. */
export interface TextNode {
  readonly kind: 'text';
  x: number;
  y: number;
  /** At least as wide as the line becomes in the common interface fonts. */
  readonly width: number;
  readonly text: string;
  readonly type: TypeName;
  readonly ink: Ink;
  /** In the map's reading direction, whatever the line's own. */
  readonly align: 'start' | 'middle' | 'end';
  /** The line's own base direction. */
  readonly direction: Direction;
  readonly hue?: Hue | undefined;
}

export interface IconNode {
  readonly kind: 'icon';
  x: number;
  y: number;
  readonly size: number;
  readonly icon: IconName;
  readonly ink: Ink;
  /** Turned round because the map reads from the right. */
  flipped?: boolean | undefined;
  readonly hue?: Hue | undefined;
}

/** An icon on a ground of its own. */
export interface MarkNode {
  readonly kind: 'mark';
  x: number;
  y: number;
  readonly mark: MarkName;
  readonly icon: IconName;
  /** Turned round because the map reads from the right. */
  flipped?: boolean | undefined;
  readonly hue?: Hue | undefined;
}

/** A picture from a file: all of it where it is to be seen whole, its middle where it fills the place. */
export interface ImageNode {
  readonly kind: 'image';
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fit: 'whole' | 'filled';
  /** As the model names it; who draws the scene knows its content. */
  readonly file: string;
}

export type PathCommand =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface PathNode {
  readonly kind: 'path';
  commands: readonly PathCommand[];
  readonly surface: Surface;
  readonly hue?: Hue | undefined;
  /** Coloured from very good at the first height to very bad at the second. */
  readonly feelings?: readonly [number, number];
}

/** What fills a group, under all that stands in it. */
export interface Ground {
  readonly surface: Surface;
  readonly radius: number;
  readonly hue?: Hue | undefined;
}

/** A part with a name of its own; its children's coordinates count from its corner. */
export interface GroupNode {
  readonly kind: 'group';
  /** Derived from ids of the model, never from order alone; unique in the scene. */
  readonly id: string;
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  /** `item`: something to point at and follow to its source; `section`: a named group; `layer`: only a layer of the drawing. */
  readonly role: 'item' | 'section' | 'layer';
  /** What a screen reader says and a tooltip shows; every item and section has one. */
  readonly name?: string;
  readonly source?: SourceRange;
  readonly ground?: Ground | undefined;
  readonly children: readonly SceneNode[];
}

export type SceneNode =
  BoxNode | CalloutNode | TextNode | IconNode | MarkNode | ImageNode | PathNode | GroupNode;

/** A picture as plain data: what is where, what it is called, and which text it came from. */
export interface Scene {
  readonly journey: string;
  readonly name: string;
  readonly language: Language;
  readonly direction: Direction;
  readonly width: number;
  readonly height: number;
  readonly children: readonly SceneNode[];
}

/** Every group of the scene, parents before children. */
export function* groupsOf(nodes: readonly SceneNode[]): Generator<GroupNode> {
  for (const node of nodes) {
    if (node.kind !== 'group') continue;
    yield node;
    yield* groupsOf(node.children);
  }
}
