/**
 * The ordinary controls round the picture, and the only module that knows which library draws them: another one takes
 * its place by writing these functions anew.
 */
import {
  Checkbox,
  Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  TextField,
  vsCodeOption,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { createIcon } from './icon.ts';
import type { IconName } from '../scene/icons.ts';

export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
}

export interface Button {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
}

/** A button that shows an icon; its label is what a screen reader says and the tooltip shows. */
export function createButton({ icon, label, onPress }: Button): HTMLElement {
  const button = document.createElement('vscode-button');
  button.setAttribute('appearance', 'icon');
  button.setAttribute('aria-label', label);
  button.title = label;
  button.append(createIcon(icon));
  button.addEventListener('click', onPress);
  return button;
}

export interface Switch {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function createCheckbox({ label, checked, onChange }: Switch): HTMLElement {
  const checkbox = document.createElement('vscode-checkbox');
  checkbox.textContent = label;
  if (checkbox instanceof Checkbox) checkbox.checked = checked;
  checkbox.addEventListener('change', () => {
    if (checkbox instanceof Checkbox && checkbox.checked !== checked) onChange(checkbox.checked);
  });
  return checkbox;
}

export interface Picker {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

export function createPicker({ label, options, value, onChoose }: Picker): HTMLElement {
  const dropdown = document.createElement('vscode-dropdown');
  dropdown.setAttribute('aria-label', label);
  for (const option of options) {
    const element = document.createElement('vscode-option');
    element.setAttribute('value', option.id);
    element.textContent = option.label;
    if (option.id === value) element.setAttribute('selected', '');
    dropdown.append(element);
  }
  dropdown.addEventListener('change', () => {
    if (dropdown instanceof Dropdown) onChoose(dropdown.value);
  });
  return dropdown;
}

export interface SearchField {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
  /** Enter: the next one that was found. */
  readonly onNext: () => void;
}

export function createSearchField({ label, value, onSearch, onNext }: SearchField): HTMLElement {
  const field = document.createElement('vscode-text-field');
  field.setAttribute('placeholder', label);
  field.setAttribute('aria-label', label);
  if (field instanceof TextField) field.value = value;
  field.addEventListener('input', () => {
    if (field instanceof TextField) onSearch(field.value);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onNext();
    if (event.key !== 'Escape' || !(field instanceof TextField)) return;
    field.value = '';
    onSearch('');
  });
  return field;
}

export interface Command {
  readonly label: string;
  /** The keys that do the same. */
  readonly keys: string;
  readonly onPress: () => void;
}

/** A button that says what it does, and which keys do it. */
export function createCommand({ label, keys, onPress }: Command): HTMLElement {
  const button = document.createElement('vscode-button');
  button.setAttribute('appearance', 'secondary');
  button.className = 'jm-command';
  const letters = document.createElement('span');
  letters.textContent = label;
  const hint = document.createElement('kbd');
  hint.textContent = keys;
  hint.dir = 'ltr';
  button.append(letters, hint);
  button.addEventListener('click', onPress);
  return button;
}

export interface WritingField {
  readonly label: string;
  readonly value: string;
  readonly onEnter: (value: string) => void;
  /** Escape, or going elsewhere. */
  readonly onLeave: () => void;
}

/** A field for a few words, with the direction of what is written in it. */
export function createTextField({ label, value, onEnter, onLeave }: WritingField): {
  readonly element: HTMLElement;
  readonly focus: () => void;
} {
  const field = document.createElement('vscode-text-field');
  field.setAttribute('placeholder', label);
  field.setAttribute('aria-label', label);
  if (field instanceof TextField) field.value = value;
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') onLeave();
    if (event.key === 'Enter' && field instanceof TextField && !event.isComposing) onEnter(field.value);
  });
  field.addEventListener('focusout', onLeave);
  return {
    element: field,
    focus: () => {
      if (!(field instanceof TextField)) return;
      field.control.dir = 'auto';
      field.focus();
      field.control.select();
    },
  };
}
