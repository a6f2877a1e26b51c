import { setAttribute } from '../dom.ts';
import type { Place } from '../places.ts';
import type { Size } from '../viewport.ts';

const SVG = 'http://www.w3.org/2000/svg';
const LARGEST = { width: 180, height: 130 };
/** A ribbon is drawn higher than it is, so that one can point at it. */
const LOWEST = 28;
/** Where the picture is seen whole, or nearly, a small one of it says nothing. */
const WORTH_IT = 1.6;

/** What part of the picture is seen, in the picture's own pixels. */
export interface Seen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The whole picture small, with the part that is seen: for finding one's way in large ones by pointer. */
export class Minimap {
  readonly element = document.createElementNS(SVG, 'svg');
  private readonly items = document.createElementNS(SVG, 'path');
  private readonly frame = document.createElementNS(SVG, 'rect');
  private size: Size | undefined;

  constructor(onMove: (x: number, y: number) => void) {
    this.element.setAttribute('class', 'jm-minimap');
    this.element.setAttribute('aria-hidden', 'true');
    this.element.setAttribute('preserveAspectRatio', 'none');
    this.items.setAttribute('class', 'jm-minimap-items');
    this.frame.setAttribute('class', 'jm-minimap-frame');
    this.element.append(this.items, this.frame);
    this.element.toggleAttribute('hidden', true);
    const move = (event: PointerEvent): void => {
      if (!this.size || event.buttons === 0) return;
      const { left, top, width, height } = this.element.getBoundingClientRect();
      onMove(
        ((event.clientX - left) / width) * this.size.width,
        ((event.clientY - top) / height) * this.size.height,
      );
    };
    this.element.addEventListener('pointerdown', move);
    this.element.addEventListener('pointermove', move);
  }

  draw(size: Size, places: Iterable<Place>): void {
    this.size = size;
    // Titles of lanes stand where reading begins.
    this.element.setAttribute('data-side', size.direction === 'rtl' ? 'left' : 'right');
    const scale = Math.min(LARGEST.width / size.width, LARGEST.height / size.height);
    this.element.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    this.element.setAttribute('width', String(Math.round(size.width * scale)));
    this.element.setAttribute('height', String(Math.max(LOWEST, Math.round(size.height * scale))));
    const boxes = [...places].map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`);
    setAttribute(this.items, 'd', boxes.join(''));
  }

  follow(seen: Seen): void {
    if (!this.size) return;
    const isLarge = this.size.width > seen.width * WORTH_IT || this.size.height > seen.height * WORTH_IT;
    this.element.toggleAttribute('hidden', !isLarge);
    for (const name of ['x', 'y', 'width', 'height'] as const)
      this.frame.setAttribute(name, String(seen[name]));
  }
}
