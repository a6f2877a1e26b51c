import type { Journey, MapEdit } from '@journey/model';
import type { ControlWords } from './words.ts';
import { Dragging, type DragGround } from './dragging.ts';
import { feelAs, feelingFrom, moveBy } from './moves.ts';
import { NameField } from './name-field.ts';
import { partOf, type Part } from './parts.ts';
import type { Place } from './places.ts';

/** What one can do to the part that is chosen. */
export const EDIT_COMMANDS = [
  'rename',
  'addTouchpoint',
  'addStage',
  'earlier',
  'later',
  'better',
  'worse',
] as const;
export type EditCommand = (typeof EDIT_COMMANDS)[number];

export interface EditingGround extends DragGround {
  words(): ControlWords;
  /** Where an item stands on the page. */
  onPage(place: Place): { readonly x: number; readonly y: number; readonly width: number };
}

/** Changes the journey from its map: each change is told to the editor, which makes it in the text. */
export class Editing {
  readonly element: HTMLElement;
  readonly dragging: Dragging;
  private readonly ground: EditingGround;
  private readonly field = new NameField();

  constructor(ground: EditingGround) {
    this.ground = ground;
    this.dragging = new Dragging(ground);
    this.element = this.field.element;
  }

  /** Whether the command can be given for an item. */
  can(command: EditCommand, id: string | undefined): boolean {
    const journey = this.ground.journey();
    if (!journey) return false;
    const part = id === undefined ? undefined : partOf(journey, id);
    switch (command) {
      case 'rename':
        return part !== undefined;
      case 'addTouchpoint':
        return part?.stage !== undefined;
      case 'addStage':
        return true;
      default:
        return part !== undefined && this.changeOf(command, journey, part) !== undefined;
    }
  }

  do(command: EditCommand, id: string | undefined): void {
    const journey = this.ground.journey();
    if (!journey || !this.can(command, id)) return;
    const part = id === undefined ? undefined : partOf(journey, id);
    const place = id === undefined ? undefined : this.ground.places().get(id);
    if (command === 'addStage') this.addStage(journey, part, place);
    else if (!part || !place) return;
    else if (command === 'rename') this.rename(part, place);
    else if (command === 'addTouchpoint') this.addTouchpoint(part, place);
    else this.ground.edit(this.changeOf(command, journey, part));
  }

  private changeOf(
    command: 'earlier' | 'later' | 'better' | 'worse',
    journey: Journey,
    part: Part,
  ): MapEdit | undefined {
    switch (command) {
      case 'earlier':
        return moveBy(journey, part, -1);
      case 'later':
        return moveBy(journey, part, 1);
      case 'better':
        return feelAs(journey, part, feelingFrom(journey, part, 1));
      case 'worse':
        return feelAs(journey, part, feelingFrom(journey, part, -1));
    }
  }

  private rename({ label, source }: Part, place: Place): void {
    this.ask(this.ground.words().rename, label, place, (name) => ({
      kind: 'rename',
      part: source,
      label: name,
    }));
  }

  private addTouchpoint({ stage }: Part, place: Place): void {
    if (!stage) return;
    this.ask(this.ground.words().addTouchpoint, '', place, (label) => ({
      kind: 'addTouchpoint',
      stage: stage.source,
      label,
    }));
  }

  private addStage(journey: Journey, part: Part | undefined, place: Place | undefined): void {
    const after = part?.stage ?? journey.stages.at(-1);
    this.ask(this.ground.words().addStage, '', place, (label) => ({
      kind: 'addStage',
      journey: journey.source,
      ...(after ? { after: after.source } : {}),
      label,
    }));
  }

  private ask(label: string, value: string, place: Place | undefined, make: (name: string) => MapEdit): void {
    const at = place ? this.ground.onPage(place) : { x: 24, y: 24, width: 240 };
    this.field.ask({ label, value, ...at, onName: (name) => this.ground.edit(make(name)) });
  }
}

const WITH_ALT: Readonly<Record<string, EditCommand>> = {
  PageUp: 'earlier',
  PageDown: 'later',
  ArrowUp: 'better',
  ArrowDown: 'worse',
};

/** The command that a key means, with Alt and Shift; undefined for all other keys. */
export function commandOfKey({ key, altKey, shiftKey }: KeyboardEvent): EditCommand | undefined {
  if (key === 'F2') return 'rename';
  if (key === 'Insert') return shiftKey ? 'addStage' : 'addTouchpoint';
  return altKey ? WITH_ALT[key] : undefined;
}
