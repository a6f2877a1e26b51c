import type { Frame, FrameLocator, Locator } from 'playwright-core';

/** The map in its webview. */
export class MapView {
  private readonly frame: Frame | FrameLocator;

  constructor(frame: Frame | FrameLocator) {
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

  /** Chooses another view of the journey, by its title. */
  async showOnly(view: string): Promise<void> {
    await this.frame.getByRole('combobox', { name: 'View' }).click();
    await this.frame.getByRole('option', { name: view }).click();
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
