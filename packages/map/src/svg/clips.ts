import type { Pen } from './element.ts';

interface Clip {
  readonly width: number;
  readonly height: number;
  readonly rx: number;
}

/** The rounded edges of images, each size once. */
export class Clips {
  private readonly used = new Map<string, Clip>();
  private readonly pen: Pen;
  private readonly suffix: string;

  /** @param suffix what its ids end in, where the picture shares a page with others */
  constructor(pen: Pen, suffix: string) {
    this.pen = pen;
    this.suffix = suffix;
  }

  /** What cuts off the corners of an image of that size at the origin. */
  of(width: number, height: number, radius: number): string {
    const id = `jm-clip-${width}-${height}-${radius}${this.suffix}`;
    this.used.set(id, { width, height, rx: radius });
    return `url(#${id})`;
  }

  define(): void {
    if (this.used.size === 0) return;
    const { pen } = this;
    pen.open('defs', {});
    for (const [id, clip] of this.used) {
      pen.open('clipPath', { id });
      pen.leaf('rect', { ...clip });
      pen.close();
    }
    pen.close();
  }
}
