import type { Place } from '../places.ts';

/** How far the pointer goes before a press becomes a drag. */
const SLACK = 4;

/** What becomes of an item that is dragged. */
export interface Drag {
  readonly place: Place;
  /** Where the item is drawn meanwhile, and the line that shows where it would go. */
  readonly follow: (by: { x: number; y: number }, at: { x: number; y: number }) => Followed;
  readonly drop: () => void;
}

export interface Followed {
  readonly dx: number;
  readonly dy: number;
  readonly mark?: { readonly x: number; readonly y: number; readonly height: number } | undefined;
}

export interface DragHost {
  readonly svg: SVGSVGElement;
  /** Drawn over the picture, in its pixels. */
  readonly overlay: SVGGElement;
  readonly begin: (target: EventTarget | null) => Drag | undefined;
  /** A point of the page in the picture's pixels. */
  readonly toPicture: (clientX: number, clientY: number) => { x: number; y: number };
  readonly elementOf: (id: string) => Element | null;
}

const SVG = 'http://www.w3.org/2000/svg';
const MARK_WIDTH = 4;

/** Takes items by mouse or pen and lets them go elsewhere; touch pans, and the keyboard has keys of its own. */
export class Dragging {
  private readonly host: DragHost;
  private pressed:
    { readonly drag: Drag; readonly x: number; readonly y: number; readonly pointer: number } | undefined;
  private ghost: SVGGElement | undefined;
  private lifted: SVGElement | undefined;
  private justDropped = false;
  private readonly mark = document.createElementNS(SVG, 'rect');

  constructor(host: DragHost) {
    this.host = host;
    this.mark.setAttribute('class', 'jm-drop');
    this.mark.setAttribute('rx', String(MARK_WIDTH / 2));
    this.mark.setAttribute('width', String(MARK_WIDTH));
    const { svg } = host;
    svg.addEventListener('pointerdown', (event) => this.press(event));
    svg.addEventListener('pointermove', (event) => this.move(event));
    svg.addEventListener('pointerup', () => this.end(true));
    svg.addEventListener('pointercancel', () => this.end(false));
    svg.addEventListener('click', (event) => this.swallow(event), { capture: true });
    window.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.end(false);
    });
  }

  private press(event: PointerEvent): void {
    this.justDropped = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const drag = this.host.begin(event.target);
    if (drag) this.pressed = { drag, x: event.clientX, y: event.clientY, pointer: event.pointerId };
  }

  private move({ clientX, clientY }: PointerEvent): void {
    const { pressed, host } = this;
    if (!pressed) return;
    if (!this.ghost) {
      if (Math.hypot(clientX - pressed.x, clientY - pressed.y) < SLACK) return;
      host.svg.setPointerCapture(pressed.pointer);
      this.ghost = this.lift(pressed.drag.place.id);
    }
    const from = host.toPicture(pressed.x, pressed.y);
    const at = host.toPicture(clientX, clientY);
    const { dx, dy, mark } = pressed.drag.follow({ x: at.x - from.x, y: at.y - from.y }, at);
    const { x, y } = pressed.drag.place;
    this.ghost.setAttribute('transform', `translate(${x + dx} ${y + dy})`);
    this.mark.toggleAttribute('hidden', mark === undefined);
    if (!mark) return;
    this.mark.setAttribute('x', String(mark.x - MARK_WIDTH / 2));
    this.mark.setAttribute('y', String(mark.y));
    this.mark.setAttribute('height', String(mark.height));
  }

  /** A likeness of the item that follows the pointer; the item itself stays, and is drawn fainter. */
  private lift(id: string): SVGGElement {
    const ghost = document.createElementNS(SVG, 'g');
    ghost.setAttribute('class', 'jm-ghost');
    const item = this.host.elementOf(id);
    for (const part of item?.children ?? []) ghost.append(part.cloneNode(true));
    if (item instanceof SVGElement) this.lifted = item;
    this.lifted?.style.setProperty('opacity', '0.35');
    this.host.overlay.replaceChildren(ghost, this.mark);
    this.host.svg.classList.add('jm-dragging');
    return ghost;
  }

  private end(dropped: boolean): void {
    const { pressed, ghost } = this;
    this.pressed = undefined;
    if (!pressed || !ghost) return;
    this.ghost = undefined;
    this.lifted?.style.removeProperty('opacity');
    this.lifted = undefined;
    this.justDropped = true;
    this.host.overlay.replaceChildren();
    this.host.svg.classList.remove('jm-dragging');
    if (dropped) pressed.drag.drop();
  }

  /** Letting go is no click. */
  private swallow(event: Event): void {
    if (!this.justDropped) return;
    this.justDropped = false;
    event.stopPropagation();
  }
}
