import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The map in its webview. */
export class MapView {
  private readonly page: Page;
  private readonly frame: FrameLocator;

  constructor(page: Page, frame: FrameLocator) {
    this.page = page;
    this.frame = frame;
  }

  /** The whole picture. */
  picture(): Locator {
    return this.frame.locator('svg.jm-picture');
  }

  /** A part of the picture that leads to its text, by the model's id of what it shows. */
  part(id: string): Locator {
    return this.frame.locator(`g[data-id="${id}"]`);
  }

  /** The part that the editor's cursor stands in. */
  selectedPart(): Locator {
    return this.frame.locator('g[aria-current=true]');
  }

  /** Brings the whole picture into view. */
  async fit(): Promise<void> {
    await this.frame.getByTitle('Fit to the panel').click();
  }

  /** Writes a part's label anew, by keyboard. */
  async rename(id: string, label: string): Promise<void> {
    await this.part(id).focus();
    await this.part(id).press('F2');
    const field = this.frame.locator('.jm-label-field input');
    await field.waitFor();
    await field.fill(label);
    await field.press('Enter');
  }

  /** Drags a part to where another one stands across the picture. */
  async drag(id: string, to: string): Promise<void> {
    const from = await this.part(id).boundingBox();
    const target = await this.part(to).boundingBox();
    if (!from || !target) throw new Error(`${id} or ${to} is not to be seen.`);
    const { mouse } = this.page;
    await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(target.x + target.width / 2, from.y + from.height / 2 + 10, { steps: 8 });
    await mouse.up();
  }

  /** All that is written on the picture. */
  async texts(): Promise<readonly string[]> {
    return this.frame.locator('svg g[data-id] text').allTextContents();
  }

  /** The names of the stages from the right of the picture to its left. */
  async stagesFromRight(): Promise<readonly string[]> {
    const places = await this.frame.locator('g[role=group][data-id$="#stage"]').evaluateAll((groups) =>
      groups.map((group) => ({
        name: group.getAttribute('aria-label') ?? '',
        x: group.getBoundingClientRect().x,
      })),
    );
    return places.sort((one, other) => other.x - one.x).map(({ name }) => name);
  }
}
