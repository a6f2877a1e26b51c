import { select, zoom, zoomIdentity, zoomTransform } from 'd3';
import { BAR } from './bearings/headings.ts';
import { setAttribute } from './dom.ts';
import type { ZoomTransform } from 'd3';
import type { Direction } from '@journey/model';
import type { Place } from './places.ts';

const SCALES: [number, number] = [0.1, 4];
const STEP = 1.25;
const DURATION = 200;
/** The first sight of a wide map is not smaller than this; the rest is reached by panning. */
const LEGIBLE = 0.55;
const MARGIN = 24;
/** As wide as a label is easily written in. */
const FIELD = 260;

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly direction: Direction;
}

/** The panel's size, and by what a point of the picture is multiplied and then moved to stand where it is seen. */
export interface Sight {
  readonly k: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of the picture is seen: panning by drag and wheel, zooming by pinch, Ctrl and wheel, or buttons. */
export class Viewport {
  private readonly svg: SVGSVGElement;
  private readonly zoom = zoom<SVGSVGElement, unknown>();
  private readonly isStill: () => boolean;
  private size: Size = { width: 1, height: 1, direction: 'ltr' };
  /** Whether somebody chose what is seen; until then it follows the panel's size. */
  private chosen = false;

  constructor(
    svg: SVGSVGElement,
    layer: SVGGElement,
    options: {
      readonly isStill: () => boolean;
      readonly onChange: (transform: ZoomTransform) => void;
      /** Whether pressing something there does something else than to take the whole picture. */
      readonly isTaken: (target: EventTarget | null) => boolean;
    },
  ) {
    this.svg = svg;
    this.isStill = options.isStill;
    this.zoom
      .scaleExtent(SCALES)
      .filter((event: Event) =>
        event instanceof WheelEvent ? event.ctrlKey : isPrimary(event, options.isTaken),
      )
      .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
        setAttribute(layer, 'transform', transform.toString());
        if (sourceEvent) this.chosen = true;
        options.onChange(transform);
      });
    select(svg).call(this.zoom).on('dblclick.zoom', null);
    svg.addEventListener('wheel', (event) => this.pan(event), { passive: false });
    new ResizeObserver(() => {
      if (!this.chosen) this.fit();
    }).observe(svg);
  }

  /** The picture's size; a first picture is fitted, a later one stays where it was. */
  resize(size: Size): void {
    this.size = size;
    const { width, height } = size;
    this.zoom.translateExtent([
      [-width / 2, -height / 2],
      [width * 1.5, height * 1.5],
    ]);
    if (!this.chosen) this.fit();
  }

  restore({ x, y, k }: { readonly x: number; readonly y: number; readonly k: number }): void {
    this.chosen = true;
    this.zoom.transform(select(this.svg), zoomIdentity.translate(x, y).scale(k));
  }

  /** The part of the picture that is seen, in its own pixels. */
  seen(): { x: number; y: number; width: number; height: number } {
    const { x, y, k, width, height } = this.sight();
    return { x: -x / k, y: -y / k, width: width / k, height: height / k };
  }

  /** The same, in the page's pixels. */
  sight(): Sight {
    const { x, y, k } = zoomTransform(this.svg);
    return { x, y, k, ...this.box() };
  }

  /** A point of the page in the picture's own pixels. */
  toPicture(clientX: number, clientY: number): { x: number; y: number } {
    const { left, top } = this.svg.getBoundingClientRect();
    const [x, y] = zoomTransform(this.svg).invert([clientX - left, clientY - top]);
    return { x, y };
  }

  /** Where a field that is about an item stands, over the picture; in its middle where it is about none. */
  fieldPlace(place: Place | undefined): { x: number; y: number; width: number } {
    const { width, height } = this.box();
    const room = Math.min(FIELD, width - 2 * MARGIN);
    if (!place) return { x: (width - room) / 2, y: height / 3, width: room };
    const [x, y] = zoomTransform(this.svg).apply([place.x, place.y]);
    return { x: within(x, width - room), y: within(y, height - MARGIN), width: room };
  }

  /** Brings a point of the picture to the middle. */
  centre(x: number, y: number): void {
    this.chosen = true;
    this.zoom.translateTo(select(this.svg), x, y);
  }

  /** Another picture: it is fitted, whatever was seen of the one before. */
  startAnew(): void {
    this.chosen = false;
  }

  zoomIn(): void {
    this.scaleBy(STEP);
  }

  zoomOut(): void {
    this.scaleBy(1 / STEP);
  }

  /** All of the picture. */
  fitAll(): void {
    const { width, height } = this.box();
    const scale = Math.min(width / this.size.width, height / this.size.height, 1);
    this.chosen = true;
    this.show(this.aligned(Math.max(SCALES[0], scale)), true);
  }

  /** Brings an item into sight where it is out of it. */
  reveal(place: Place): void {
    const { width, height } = this.box();
    const transform = zoomTransform(this.svg);
    const [left, top] = transform.apply([place.x, place.y]);
    const [right, bottom] = transform.apply([place.x + place.width, place.y + place.height]);
    const dx = shiftInto(left, right, width);
    const dy = shiftInto(top, bottom, height, BAR + MARGIN);
    if (dx === 0 && dy === 0) return;
    this.chosen = true;
    this.show(zoomIdentity.translate(transform.x + dx, transform.y + dy).scale(transform.k), true);
  }

  private scaleBy(factor: number): void {
    this.chosen = true;
    const svg = select(this.svg);
    if (this.isStill()) this.zoom.scaleBy(svg, factor);
    else this.zoom.scaleBy(svg.transition().duration(DURATION), factor);
  }

  /** The whole width where that is legible. */
  private fit(): void {
    const scale = Math.min(1, Math.max(LEGIBLE, this.box().width / this.size.width));
    this.show(this.aligned(scale), false);
  }

  /** At the top, in the middle, or at the side where reading starts where it is wider than the panel. */
  private aligned(scale: number): ZoomTransform {
    const room = this.box().width - this.size.width * scale;
    const start = this.size.direction === 'rtl' ? room : 0;
    return zoomIdentity.translate(room > 0 ? room / 2 : start, 0).scale(scale);
  }

  private show(transform: ZoomTransform, animated: boolean): void {
    const svg = select(this.svg);
    if (animated && !this.isStill()) this.zoom.transform(svg.transition().duration(DURATION), transform);
    else this.zoom.transform(svg, transform);
  }

  private pan(event: WheelEvent): void {
    if (event.ctrlKey) return;
    event.preventDefault();
    this.chosen = true;
    const { k } = zoomTransform(this.svg);
    const [across, down] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
    this.zoom.translateBy(select(this.svg), -across / k, -down / k);
  }

  private box(): { width: number; height: number } {
    const { clientWidth, clientHeight } = this.svg;
    return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) };
  }
}

function isPrimary(event: Event, isTaken: (target: EventTarget | null) => boolean): boolean {
  if (!(event instanceof MouseEvent)) return true;
  return event.button === 1 || (event.button === 0 && !isTaken(event.target));
}

function within(start: number, end: number): number {
  return Math.max(MARGIN, Math.min(start, end - MARGIN));
}

/** How far a span must move to stand inside the view, behind what is kept free; its start counts where it is longer. */
function shiftInto(start: number, end: number, length: number, free = MARGIN): number {
  if (start < free || end - start > length - free) return free - start;
  return end > length - MARGIN ? length - MARGIN - end : 0;
}
