import { createButton, createCheckbox, createCommand, createPicker, createSearchField } from './controls.ts';
import { CONTROL_WORDS } from './words.ts';
import { FILTER_KEYS } from './filter.ts';
import { LANES } from '../scene/lanes/registry.ts';
import { COMMANDS, KEYS } from './editing/commands.ts';
import { createMenu } from './menu.ts';
import { VIEW_IDS, VIEWS } from '../scene/views/registry.ts';
import type { Command } from './editing/commands.ts';
import type { Filter, FilterKey } from './filter.ts';
import type { Direction } from '@journey/model';
import type { LaneId } from '../scene/lanes/registry.ts';
import type { Language } from '../scene/languages.ts';
import type { ViewId } from '../scene/views/registry.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What the toolbar shows. */
export interface ToolbarState {
  readonly language: Language;
  /** Which way the journey reads. */
  readonly direction: Direction;
  readonly journeys: readonly Choice[];
  readonly journeyId: string | undefined;
  readonly picture: ViewId;
  readonly order: readonly LaneId[];
  readonly hidden: ReadonlySet<LaneId>;
  readonly stages: readonly Choice[];
  readonly folded: ReadonlySet<string>;
  readonly choices: Readonly<Record<FilterKey, readonly Choice[]>>;
  readonly filter: Filter;
  readonly searched: string;
}

export interface ToolbarActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly chooseJourney: (id: string) => void;
  readonly choosePicture: (id: ViewId) => void;
  readonly showLane: (id: LaneId, shown: boolean) => void;
  readonly foldStages: (ids: readonly string[], folded: boolean) => void;
  readonly moveLaneUp: (id: LaneId) => void;
  readonly filterBy: (key: FilterKey, id: string | undefined) => void;
  readonly search: (words: string) => void;
  readonly nextFound: () => void;
  readonly exportMap: () => void;
  readonly run: (command: Command) => void;
}

/** Everything that one does with the picture as a whole. Built anew only where what it shows changed. */
export class Toolbar {
  readonly element = document.createElement('header');
  private readonly actions: ToolbarActions;
  private readonly status = document.createElement('span');
  private shown = '';
  private opened: string | undefined;

  constructor(actions: ToolbarActions) {
    this.actions = actions;
    this.element.className = 'jm-toolbar';
    this.status.className = 'jm-status';
    this.status.setAttribute('role', 'status');
  }

  update(state: ToolbarState): void {
    const { language, direction, journeys, journeyId, picture, order, stages, folded, choices } = state;
    const shows = JSON.stringify([
      language,
      direction,
      labelled(journeys),
      journeyId,
      picture,
      order,
      labelled(stages),
      [...folded],
      FILTER_KEYS.map((key) => labelled(choices[key])),
    ]);
    if (shows === this.shown) return;
    this.shown = shows;
    const words = CONTROL_WORDS[language];
    const bar = document.createElement('div');
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', words.toolbar);
    const { zoomIn, zoomOut, fit } = this.actions;
    bar.append(
      createButton({ icon: 'minus', label: words.zoomOut, onPress: zoomOut }),
      createButton({ icon: 'plus', label: words.zoomIn, onPress: zoomIn }),
      createButton({ icon: 'fit', label: words.fit, onPress: fit }),
      this.picturePicker(state),
      ...(picture === 'map'
        ? [...this.editMenu(state), ...this.laneMenu(state), ...this.stageMenu(state)]
        : []),
      ...this.filterMenu(state),
      createButton({ icon: 'download', label: words.export, onPress: this.actions.exportMap }),
      ...this.journeyPicker(state),
      createSearchField({
        label: words.search,
        value: state.searched,
        onSearch: this.actions.search,
        onNext: this.actions.nextFound,
      }),
      this.status,
    );
    this.element.replaceChildren(bar);
  }

  /** What became of a search, for eyes and ears. */
  say(text: string): void {
    this.status.textContent = text;
  }

  focusSearch(): void {
    const field = this.element.querySelector('vscode-text-field');
    if (field instanceof HTMLElement) field.focus();
  }

  private picturePicker({ language, picture }: ToolbarState): HTMLElement {
    return createPicker({
      label: CONTROL_WORDS[language].view,
      options: VIEW_IDS.map((id) => ({ id, label: VIEWS[id].title[language] })),
      value: picture,
      onChoose: (chosen) => {
        const id = VIEW_IDS.find((view) => view === chosen);
        if (id) this.actions.choosePicture(id);
      },
    });
  }

  /** What can be done to the item that is marked. */
  private editMenu({ language, direction }: ToolbarState): HTMLElement[] {
    const words = CONTROL_WORDS[language];
    const rows = COMMANDS.map((command) =>
      createCommand({
        label: words.edits[command],
        keys: KEYS[direction][command],
        onPress: () => this.actions.run(command),
      }),
    );
    return this.menu('edit', 'pencil', words.edit, rows);
  }

  private laneMenu({ language, order, hidden }: ToolbarState): HTMLElement[] {
    const words = CONTROL_WORDS[language];
    const rows = order.map((id, index) => {
      const title = LANES[id].title[language];
      const row = document.createElement('div');
      row.className = 'jm-menu-row';
      const checkbox = createCheckbox({
        label: title,
        checked: !hidden.has(id),
        onChange: (checked) => this.actions.showLane(id, checked),
      });
      const up = createButton({
        icon: 'upward',
        label: words.moveUp.replace('{lane}', title),
        onPress: () => this.actions.moveLaneUp(id),
      });
      row.append(checkbox, ...(index === 0 ? [] : [up]));
      return row;
    });
    return this.menu('lanes', 'layers', words.lanes, rows);
  }

  /** Which stages are shown with all that is in them, and which by their heads alone. */
  private stageMenu({ language, stages, folded }: ToolbarState): HTMLElement[] {
    if (stages.length < 2) return [];
    const words = CONTROL_WORDS[language];
    const ids = stages.map(({ id }) => id);
    const all = document.createElement('div');
    all.className = 'jm-menu-row';
    all.append(
      createCommand({ label: words.openAll, keys: '', onPress: () => this.actions.foldStages(ids, false) }),
      createCommand({ label: words.foldAll, keys: '', onPress: () => this.actions.foldStages(ids, true) }),
    );
    const rows = stages.map(({ id, label }) => {
      const row = document.createElement('div');
      row.className = 'jm-menu-row';
      const checkbox = createCheckbox({
        label,
        checked: !folded.has(id),
        onChange: (checked) => this.actions.foldStages([id], !checked),
      });
      row.append(checkbox);
      return row;
    });
    return this.menu('stages', 'columns', words.stages, [all, ...rows]);
  }

  private filterMenu({ language, choices, filter }: ToolbarState): HTMLElement[] {
    const words = CONTROL_WORDS[language];
    const pickers = FILTER_KEYS.filter((key) => choices[key].length > 1).map((key) => {
      const row = document.createElement('div');
      row.className = 'jm-menu-row';
      const label = document.createElement('span');
      label.textContent = words.filters[key];
      const picker = createPicker({
        label: words.filters[key],
        options: [{ id: '', label: words.all }, ...choices[key]],
        value: filter[key] ?? '',
        onChoose: (id) => this.actions.filterBy(key, id === '' ? undefined : id),
      });
      row.append(label, picker);
      return row;
    });
    return pickers.length === 0 ? [] : this.menu('filter', 'filter', words.filter, pickers);
  }

  private menu(
    id: string,
    icon: 'layers' | 'columns' | 'filter' | 'pencil',
    label: string,
    rows: readonly HTMLElement[],
  ): HTMLElement[] {
    return createMenu({
      icon,
      label,
      rows,
      bar: this.element,
      isOpen: this.opened === id,
      onOpen: (opened) => {
        if (opened) this.opened = id;
        else if (this.opened === id) this.opened = undefined;
      },
    });
  }

  private journeyPicker({ language, journeys, journeyId }: ToolbarState): HTMLElement[] {
    if (journeys.length < 2 || journeyId === undefined) return [];
    return [
      createPicker({
        label: CONTROL_WORDS[language].journey,
        options: journeys,
        value: journeyId,
        onChoose: this.actions.chooseJourney,
      }),
    ];
  }
}

/** What is shown of choices that may be whole journeys. */
function labelled(choices: readonly Choice[]): Choice[] {
  return choices.map(({ id, label }) => ({ id, label }));
}
