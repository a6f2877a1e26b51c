import { createButton, createCheckbox, createPicker } from './controls.ts';
import { CONTROL_WORDS } from './words.ts';
import { LANE_IDS, LANES } from '../scene/lanes/registry.ts';
import type { LaneId } from '../scene/lanes/registry.ts';
import type { Language } from '../scene/languages.ts';

/** What the toolbar shows. */
export interface ToolbarState {
  readonly language: Language;
  readonly journeys: readonly { readonly id: string; readonly label: string }[];
  readonly journeyId: string | undefined;
  readonly hidden: ReadonlySet<LaneId>;
}

export interface ToolbarActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly chooseJourney: (id: string) => void;
  readonly showLane: (id: LaneId, shown: boolean) => void;
}

/** Zoom, the lanes to show, and the journey where the file has several. Built anew only where what it shows changed. */
export class Toolbar {
  readonly element = document.createElement('header');
  private readonly actions: ToolbarActions;
  private shown = '';

  constructor(actions: ToolbarActions) {
    this.actions = actions;
    this.element.className = 'jm-toolbar';
  }

  update(state: ToolbarState): void {
    const { language, journeys, journeyId } = state;
    const shows = JSON.stringify([language, journeys.map(({ id, label }) => [id, label]), journeyId]);
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
      ...this.laneMenu(state),
      ...this.journeyPicker(state),
    );
    this.element.replaceChildren(bar);
  }

  private laneMenu({ language, hidden }: ToolbarState): HTMLElement[] {
    const menu = document.createElement('div');
    menu.className = 'jm-menu';
    menu.hidden = true;
    menu.setAttribute('role', 'group');
    menu.setAttribute('aria-label', CONTROL_WORDS[language].lanes);
    menu.append(
      ...LANE_IDS.map((id) =>
        createCheckbox({
          label: LANES[id].title[language],
          checked: !hidden.has(id),
          onChange: (checked) => this.actions.showLane(id, checked),
        }),
      ),
    );
    const open = (opened: boolean): void => {
      menu.hidden = !opened;
      button.setAttribute('aria-expanded', String(opened));
    };
    const button = createButton({
      icon: 'layers',
      label: CONTROL_WORDS[language].lanes,
      onPress: () => open(menu.hidden !== false),
    });
    open(false);
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) open(false);
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      open(false);
      button.focus();
    });
    return [button, menu];
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
