import type { FrameLocator, Locator } from 'playwright-core';

/** The map in its webview. */
export class MapView {
  private readonly frame: FrameLocator;

  constructor(frame: FrameLocator) {
    this.frame = frame;
  }

  /** The whole picture. */
  picture(): Locator {
    return this.frame.locator('svg[aria-label]').filter({ has: this.frame.locator('g[data-id]') });
  }

  /** A part of the picture that leads to its text, by the model's id of what it shows. */
  part(id: string): Locator {
    return this.frame.locator(`g[data-id="${id}"]`);
  }

  /** The part that the editor's cursor stands in. */
  selectedPart(): Locator {
    return this.frame.locator('g[aria-current=true]');
  }

  /** All that is written on the picture. */
  async texts(): Promise<readonly string[]> {
    return this.frame.locator('svg g[data-id] text').allTextContents();
  }

  /** The names of the stages as they are read: from the right where the journey is Hebrew or Arabic. */
  async stages(): Promise<readonly string[]> {
    const direction = await this.picture().getAttribute('direction');
    const places = await this.frame.locator('g[role=group][data-id$="#stage"]').evaluateAll((groups) =>
      groups.map((group) => ({
        name: group.getAttribute('aria-label') ?? '',
        x: group.getBoundingClientRect().x,
      })),
    );
    const reading = direction === 'rtl' ? -1 : 1;
    return places.sort((one, other) => reading * (one.x - other.x)).map(({ name }) => name);
  }
}
