import type { EmotionValue, Journey } from '@journey/model';
import { LEVEL_HEIGHT } from '../../scene/lanes/emotion.ts';
import { CONTROL_WORDS } from '../words.ts';
import { itemIdOf } from '../page.ts';
import { addStage, addTouchpoint, feel, feelBy, levelAt, moveBy, moveTo, rename } from './intents.ts';
import { Dragging } from './dragging.ts';
import { commandOf } from './commands.ts';
import { dropAt } from './drop.ts';
import { LabelField } from './label-field.ts';
import { labelOf, partOf } from './parts.ts';
import type { Command } from './commands.ts';
import type { Drag } from './dragging.ts';
import type { Drop } from './drop.ts';
import type { Intent } from './intents.ts';
import type { Part } from './parts.ts';
import type { MapToHost } from '../../protocol.ts';
import type { Language } from '../../scene/languages.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Place } from '../places.ts';
import type { Viewport } from '../viewport.ts';

/** What the map shows at the moment. */
export interface Shown {
  readonly journey: Journey;
  readonly scene: Scene;
  readonly places: ReadonlyMap<string, Place>;
  /** The version of the text that the picture is of. */
  readonly version: number;
}

export interface EditingHost {
  readonly svg: SVGSVGElement;
  readonly overlay: SVGGElement;
  readonly viewport: Viewport;
  /** Undefined where the picture isn't one in which parts are changed. */
  readonly shown: () => Shown | undefined;
  readonly language: () => Language;
  readonly post: (message: MapToHost) => void;
  readonly say: (sentence: string) => void;
  readonly focus: (id: string) => void;
  readonly elementOf: (id: string) => Element | null;
}

/** Changes a journey from its map: asks the editor for each change, which makes it in the text, whence it comes back. */
export class Editing {
  readonly field = new LabelField();
  private readonly host: EditingHost;
  /** The change that was asked for and isn't in the picture yet; there is one at a time. */
  private asked:
    | { readonly version: number; readonly then: string | undefined; readonly known: ReadonlySet<string> }
    | undefined;

  constructor(host: EditingHost) {
    this.host = host;
    new Dragging({
      svg: host.svg,
      overlay: host.overlay,
      begin: (target) => this.dragOf(target),
      toPicture: (x, y) => host.viewport.toPicture(x, y),
      elementOf: host.elementOf,
    });
  }

  /** Whether pressing something there takes an item rather than the whole picture. */
  takes(target: EventTarget | null): boolean {
    const part = this.partOf(itemIdOf(target));
    return part?.kind === 'touchpoint' || (part?.kind === 'emotion' && part.emotion !== undefined);
  }

  isNamed(id: string | undefined): boolean {
    return this.partOf(id) !== undefined;
  }

  /** Does what a key stands for; false where it stands for nothing here. */
  press(event: KeyboardEvent, id: string): boolean {
    const command = commandOf(event, this.host.shown()?.scene.direction === 'rtl');
    if (!command || !this.host.shown()) return false;
    this.run(command, id);
    return true;
  }

  run(command: Command, id: string | undefined): void {
    const shown = this.host.shown();
    if (!shown) return;
    const part = this.partOf(id);
    const { journey } = shown;
    const words = CONTROL_WORDS[this.host.language()];
    switch (command) {
      case 'undo':
        this.host.post({ type: 'undo' });
        return;
      case 'addTouchpoint':
        this.write(id, words.edits.addTouchpoint, '', (label) => addTouchpoint(journey, part, label));
        return;
      case 'addStage':
        this.write(id, words.edits.addStage, '', (label) => addStage(journey, part, label));
        return;
      case 'rename':
        if (part)
          this.write(id, words.edits.rename, labelOf(part).label, (label) => rename(journey, part, label));
        return;
      default:
        if (part) this.ask(INTENTS[command](journey, part));
    }
  }

  /** The editor's answer. */
  answer({ changed, refusal }: { readonly changed: boolean; readonly refusal?: string }): void {
    if (!changed) this.asked = undefined;
    if (refusal !== undefined) this.host.say(refusal);
  }

  /** A picture of a text that is newer: what was asked for is in it. */
  shows({ version, places }: Shown): void {
    const { asked } = this;
    if (!asked || version <= asked.version) return;
    this.asked = undefined;
    const added = [...places.keys()].find((id) => !asked.known.has(id));
    const next = asked.then ?? added;
    // Whoever has gone elsewhere meanwhile keeps the keyboard there.
    if (next !== undefined && places.has(next) && document.hasFocus()) this.host.focus(next);
  }

  private partOf(id: string | undefined): Part | undefined {
    const shown = this.host.shown();
    if (!shown || id === undefined) return undefined;
    return partOf(shown.journey, id, shown.places.get(id)?.group.source);
  }

  /** @param id what is focused when the change is in the picture, where the change itself doesn't say */
  private ask(intent: Intent | undefined, id?: string): void {
    const shown = this.host.shown();
    if (!intent || !shown || this.asked) return;
    const { version, places } = shown;
    this.asked = { version, then: intent.then ?? id, known: new Set(places.keys()) };
    this.host.say('');
    this.host.post({ type: 'edit', edit: intent.edit, version });
  }

  private write(
    id: string | undefined,
    label: string,
    value: string,
    intent: (label: string) => Intent | undefined,
  ): void {
    const { viewport } = this.host;
    const place = id === undefined ? undefined : this.host.shown()?.places.get(id);
    if (place) viewport.reveal(place);
    this.field.ask(
      viewport.fieldPlace(place),
      { label, value },
      (written) => this.ask(intent(written)),
      () => {
        if (id !== undefined) this.host.focus(id);
      },
    );
  }

  private dragOf(target: EventTarget | null): Drag | undefined {
    const id = itemIdOf(target);
    const shown = this.host.shown();
    const part = this.partOf(id);
    const place = id === undefined ? undefined : shown?.places.get(id);
    if (!shown || !part || !place) return undefined;
    if (part.kind === 'touchpoint') return this.cardDrag(shown, part, place);
    return part.kind === 'emotion' && part.emotion
      ? this.pointDrag(shown, part, place, part.emotion.value)
      : undefined;
  }

  private cardDrag({ journey, places, scene }: Shown, part: Part, place: Place): Drag {
    let drop: Drop | undefined;
    return {
      place,
      follow: (by, at) => {
        drop = dropAt(journey, places, scene.direction, at.x, place);
        return { dx: by.x, dy: by.y, mark: drop?.mark };
      },
      drop: () => this.ask(drop && moveTo(journey, part, drop)),
    };
  }

  /** A point moves from one feeling to another, and nowhere between. */
  private pointDrag({ journey }: Shown, part: Part, place: Place, before: EmotionValue): Drag {
    let value = before;
    return {
      place,
      follow: (by) => {
        value = levelAt(before - by.y / LEVEL_HEIGHT);
        return { dx: 0, dy: (before - value) * LEVEL_HEIGHT };
      },
      drop: () => this.ask(feel(journey, part, value)),
    };
  }
}

const INTENTS = {
  moveBack: (journey: Journey, part: Part) => moveBy(journey, part, -1),
  moveOn: (journey: Journey, part: Part) => moveBy(journey, part, 1),
  feelBetter: (journey: Journey, part: Part) => feelBy(journey, part, 1),
  feelWorse: (journey: Journey, part: Part) => feelBy(journey, part, -1),
};
