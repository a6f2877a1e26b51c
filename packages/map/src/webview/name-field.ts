import { createNameField } from './controls.ts';

export interface NameQuestion {
  readonly label: string;
  readonly value: string;
  /** Where on the page, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The new name, where it is another one. */
  readonly onName: (name: string) => void;
}

const NARROWEST = 160;

/** A field over the map in which a part's label is written. Enter takes it, Escape and leaving it don't. */
export class NameField {
  readonly element = document.createElement('div');
  private before: Element | null = null;

  constructor() {
    this.element.className = 'jm-name';
    this.element.hidden = true;
  }

  ask({ label, value, x, y, width, onName }: NameQuestion): void {
    this.before = document.activeElement;
    const field = createNameField({
      label,
      value,
      onDone: (name) => {
        this.close();
        if (name !== undefined && name.trim() !== '' && name.trim() !== value) onName(name.trim());
      },
    });
    this.element.style.insetInlineStart = 'auto';
    this.element.style.left = `${Math.max(0, x)}px`;
    this.element.style.top = `${Math.max(0, y)}px`;
    this.element.style.width = `${Math.max(NARROWEST, width)}px`;
    this.element.replaceChildren(field.element);
    this.element.hidden = false;
    field.focus();
  }

  private close(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.element.replaceChildren();
    if (this.before instanceof HTMLElement || this.before instanceof SVGElement) this.before.focus();
  }
}
