import type { EmotionValue, Journey, MapEdit } from '@journey/model';
import { LEVEL_HEIGHT } from '../scene/lanes/emotion.ts';
import type { Direction } from '@journey/model';
import { itemIdOf } from './page.ts';
import { feelAs, feelingFrom, moveTo, type Spot } from './moves.ts';
import { isEmotionItem, partOf, type Part } from './parts.ts';
import type { Place } from './places.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** How far the pointer moves before a press is a drag, in pixels of the page. */
const THRESHOLD = 4;

/** What dragging looks at; asked anew each time, since the picture changes under it. */
export interface DragGround {
  readonly svg: SVGSVGElement;
  readonly layer: SVGGElement;
  /** The journey that can be changed where it is shown, if any. */
  journey(): Journey | undefined;
  places(): ReadonlyMap<string, Place>;
  direction(): Direction;
  /** How large a pixel of the picture is on the page. */
  scale(): number;
  edit(edit: MapEdit | undefined): void;
}

interface Drag {
  readonly part: Part;
  readonly place: Place;
  readonly isFeeling: boolean;
  readonly overlay: SVGGElement;
  readonly ghost: SVGGElement;
  readonly mark: SVGRectElement;
  edit: MapEdit | undefined;
}

/** Drags touchpoints to other places of the journey, and points of the curve up and down. Escape gives it up. */
export class Dragging {
  private readonly ground: DragGround;
  private pressed: { readonly id: string; readonly x: number; readonly y: number } | undefined;
  private drag: Drag | undefined;
  /** Whether the click that ends a drag is still to come. */
  private hasDragged = false;

  constructor(ground: DragGround) {
    this.ground = ground;
    ground.svg.addEventListener('pointerdown', (event) => this.press(event));
    window.addEventListener('pointermove', (event) => this.move(event));
    window.addEventListener('pointerup', () => this.drop());
    window.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.end();
    });
  }

  /** Whether what is pressed there is dragged rather than the whole picture. */
  takes(target: EventTarget | null): boolean {
    const id = itemIdOf(target);
    const journey = this.ground.journey();
    const part = id !== undefined && journey ? partOf(journey, id) : undefined;
    return part?.touchpoint !== undefined && this.ground.places().has(id ?? '');
  }

  /** Whether the click that is heard now only ends a drag. */
  endsWithClick(): boolean {
    const ends = this.hasDragged;
    this.hasDragged = false;
    return ends;
  }

  private press(event: PointerEvent): void {
    this.hasDragged = false;
    const id = itemIdOf(event.target);
    if (event.button !== 0 || id === undefined || !this.takes(event.target)) return;
    this.pressed = { id, x: event.clientX, y: event.clientY };
  }

  private move(event: PointerEvent): void {
    const { pressed } = this;
    if (!pressed) return;
    const [across, down] = [event.clientX - pressed.x, event.clientY - pressed.y];
    if (!this.drag && Math.hypot(across, down) < THRESHOLD) return;
    this.drag ??= this.begin(pressed.id);
    if (!this.drag) return;
    const scale = this.ground.scale();
    if (this.drag.isFeeling) this.feel(this.drag, down / scale);
    else this.carry(this.drag, across / scale, down / scale);
  }

  private begin(id: string): Drag | undefined {
    const { layer } = this.ground;
    const journey = this.ground.journey();
    const place = this.ground.places().get(id);
    const part = journey && partOf(journey, id);
    const item = layer.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (!place || !part || !item) return undefined;
    const ghost = document.createElementNS(SVG, 'g');
    ghost.setAttribute('class', 'jm-ghost');
    ghost.setAttribute('aria-hidden', 'true');
    const copy = item.cloneNode(true);
    if (copy instanceof SVGElement) {
      copy.removeAttribute('data-id');
      copy.removeAttribute('tabindex');
      copy.setAttribute('transform', `translate(${place.x} ${place.y})`);
      ghost.append(copy);
    }
    const mark = document.createElementNS(SVG, 'rect');
    mark.setAttribute('class', 'jm-drop');
    // Beside the picture, which is drawn anew whenever the text changes.
    const overlay = document.createElementNS(SVG, 'g');
    overlay.setAttribute('transform', layer.getAttribute('transform') ?? '');
    overlay.append(mark, ghost);
    this.ground.svg.append(overlay);
    return { part, place, isFeeling: isEmotionItem(id), overlay, ghost, mark, edit: undefined };
  }

  private feel(drag: Drag, down: number): void {
    const journey = this.ground.journey();
    if (!journey) return;
    const levels = -Math.round(down / LEVEL_HEIGHT);
    const value: EmotionValue | undefined = feelingFrom(journey, drag.part, levels);
    const now = feelingFrom(journey, drag.part, 0);
    if (value === undefined || now === undefined) return;
    drag.ghost.setAttribute('transform', `translate(0 ${(now - value) * LEVEL_HEIGHT})`);
    drag.edit = feelAs(journey, drag.part, value);
  }

  private carry(drag: Drag, across: number, down: number): void {
    drag.ghost.setAttribute('transform', `translate(${across} ${down})`);
    const { place, part, mark } = drag;
    const spot = this.spotAt(place.x + place.width / 2 + across, part);
    drag.edit = spot && moveTo(part, spot);
    this.showSpot(mark, spot, place);
  }

  /** The nearest stage across, and in it the first touchpoint that begins behind there. */
  private spotAt(x: number, { touchpoint }: Part): Spot | undefined {
    const stages = this.ground.journey()?.stages ?? [];
    const places = this.ground.places();
    const distance = (id: string): number => {
      const head = places.get(id);
      return head ? Math.max(0, head.x - x, x - head.x - head.width) : Infinity;
    };
    const stage = stages.reduce<(typeof stages)[number] | undefined>(
      (best, each) => (best && distance(best.id) <= distance(each.id) ? best : each),
      undefined,
    );
    const isBehind = (id: string): boolean => {
      const card = places.get(id);
      if (!card) return false;
      const middle = card.x + card.width / 2;
      return this.ground.direction() === 'rtl' ? middle < x : middle > x;
    };
    const before = stage?.touchpoints.find((each) => each !== touchpoint && isBehind(each.id));
    return stage && { stage, before };
  }

  private showSpot(mark: SVGRectElement, spot: Spot | undefined, like: Place): void {
    const places = this.ground.places();
    const isRtl = this.ground.direction() === 'rtl';
    const next = spot?.before && places.get(spot.before.id);
    const head = spot && places.get(spot.stage.id);
    mark.toggleAttribute('hidden', !head);
    if (!head) return;
    const last = spot.stage.touchpoints.at(-1);
    const end = (last && places.get(last.id)) ?? head;
    const x = next
      ? isRtl
        ? next.x + next.width + 6
        : next.x - 6
      : isRtl
        ? end.x - 6
        : end.x + end.width + 6;
    const place = { x: x - 2, y: like.y, width: 4, height: like.height, rx: 2 };
    for (const [name, value] of Object.entries(place)) mark.setAttribute(name, String(value));
  }

  private drop(): void {
    const edit = this.drag?.edit;
    this.hasDragged = this.drag !== undefined;
    this.end();
    this.ground.edit(edit);
  }

  private end(): void {
    this.drag?.overlay.remove();
    this.drag = undefined;
    this.pressed = undefined;
  }
}
