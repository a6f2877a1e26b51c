import { createButton } from './controls.ts';
import type { IconName } from '../scene/icons.ts';

export interface Menu {
  readonly icon: IconName;
  readonly label: string;
  readonly rows: readonly HTMLElement[];
  /** Leaving it with the keyboard or the pointer closes the menu. */
  readonly bar: HTMLElement;
  readonly isOpen: boolean;
  readonly onOpen: (opened: boolean) => void;
}

/** A button, and the controls that it opens under it. */
export function createMenu({ icon, label, rows, bar, isOpen, onOpen }: Menu): HTMLElement[] {
  const menu = document.createElement('div');
  menu.className = 'jm-menu';
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', label);
  menu.append(...rows);
  const open = (opened: boolean): void => {
    menu.hidden = !opened;
    button.setAttribute('aria-expanded', String(opened));
    onOpen(opened);
  };
  const button = createButton({ icon, label, onPress: () => open(menu.hidden !== false) });
  open(isOpen);
  bar.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !bar.contains(relatedTarget)) open(false);
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    open(false);
    button.focus();
  });
  return [button, menu];
}
