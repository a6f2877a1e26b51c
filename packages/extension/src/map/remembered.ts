import type { Memento } from 'vscode';

/** What a map needs to come back as it was after the window is loaded again. */
export interface RememberedMap {
  /** The panel's title, by which VS Code hands the panel back. */
  readonly title: string;
  /** The document's URI. */
  readonly document: string;
  readonly bound: boolean;
}

const KEY = 'journey.maps';

/** The maps that were open in this workspace. */
export class RememberedMaps {
  private readonly memento: Memento;
  private left: RememberedMap[];

  constructor(memento: Memento) {
    this.memento = memento;
    this.left = memento.get<RememberedMap[]>(KEY, []);
  }

  /** Hands out a map of that title that was open the last time; each only once. */
  take(title: string): RememberedMap | undefined {
    const index = this.left.findIndex((map) => map.title === title);
    return index < 0 ? undefined : this.left.splice(index, 1)[0];
  }

  save(maps: readonly RememberedMap[]): void {
    void this.memento.update(KEY, maps);
  }
}
