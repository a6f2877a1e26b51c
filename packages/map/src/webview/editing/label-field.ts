import { createTextField } from '../controls.ts';

/** Where a field stands on the page, in its pixels. */
export interface FieldPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A field over the picture in which one label is written: Enter takes it, Escape or going elsewhere leaves it. */
export class LabelField {
  readonly element = document.createElement('div');
  private leave: () => void = () => undefined;

  constructor() {
    this.element.className = 'jm-label-field';
    this.element.hidden = true;
  }

  /** @param onLeave called once the field is gone, whether a label was taken or not */
  ask(
    place: FieldPlace,
    asked: { readonly label: string; readonly value: string },
    onTaken: (label: string) => void,
    onLeave: () => void,
  ): void {
    this.leave();
    const close = (): void => {
      this.leave = () => undefined;
      this.element.hidden = true;
      this.element.replaceChildren();
      onLeave();
    };
    this.leave = close;
    const field = createTextField({
      ...asked,
      onEnter: (label) => {
        if (label.trim() === '') return;
        this.leave();
        onTaken(label);
      },
      onLeave: () => this.leave(),
    });
    const { style } = this.element;
    style.setProperty('left', `${place.x}px`);
    style.setProperty('top', `${place.y}px`);
    style.setProperty('width', `${place.width}px`);
    this.element.hidden = false;
    this.element.replaceChildren(field.element);
    field.focus();
  }
}
