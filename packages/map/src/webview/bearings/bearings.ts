import { Minimap } from './minimap.ts';
import { StickyHeadings } from './headings.ts';
import type { Place } from '../places.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Viewport } from '../viewport.ts';

/** What tells where in a large picture one is: a small one of it all, and the names of stages and lanes at its edges. */
export class Bearings {
  private readonly minimap: Minimap;
  private readonly headings = new StickyHeadings();

  constructor(onMove: (x: number, y: number) => void) {
    this.minimap = new Minimap(onMove);
  }

  /** Names stand under a message that is read, and the small map beside it. */
  around(preview: HTMLElement): readonly Element[] {
    return [this.headings.element, preview, this.minimap.element];
  }

  draw(scene: Scene, places: Iterable<Place>): void {
    this.minimap.draw(scene, places);
    this.headings.draw(scene);
  }

  clear(): void {
    this.headings.draw(undefined);
  }

  follow(viewport: Viewport): void {
    this.minimap.follow(viewport.seen());
    this.headings.follow(viewport.sight());
  }
}
