import { describeSource } from '@journey/model';
import type { SourceRange } from '@journey/model';

/** Attributes that are undefined are left out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** A rectangle, in the picture's own pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a picture is drawn with, element by element: as XML text, or as a tree to compare with the last one. Names and
 * letters are text, whatever they hold: nothing is ever parsed as markup. What pictures have thousands of has a stroke
 * of its own.
 */
export interface Pen {
  /** Begins an element. */
  open(tag: string, attributes: SvgAttributes): void;
  /** Begins a part; its id is what makes it the same element in the next picture. */
  part(part: Part): void;
  /** Ends what was begun last. */
  close(): void;
  /** An element that holds nothing, or only letters. */
  leaf(tag: string, attributes: SvgAttributes, letters?: string): void;
  /** @param look its classes, which are written as they are */
  box(look: string, place: Rect, radius: number): void;
  /**
   * A line of letters, with a space at its end that isn't drawn: it keeps lines apart for who reads or copies the text.
   * @param look its classes, which are written as they are
   */
  line(look: string, place: LinePlace, letters: string): void;
  /**
   * What was drawn before, once more.
   * @param look its classes, which are written as they are, as are the id and the transform
   */
  again(look: string | undefined, id: string, transform: string): void;
}

/** A group of elements that has an id, and with it what assistive technology is told of it. */
export interface Part {
  readonly id: string;
  /** Its classes, which are written as they are. */
  readonly look: string;
  readonly x: number;
  readonly y: number;
  readonly source: SourceRange | undefined;
  readonly role: 'button' | 'img' | 'group' | undefined;
  readonly label?: string | undefined;
  /** What is shown where the pointer rests on it. */
  readonly title?: string | undefined;
  readonly tabindex?: '0' | '-1' | undefined;
  readonly current?: 'true' | undefined;
}

/** Where a line of letters begins, or its middle or end is, in which direction it is read where that isn't the picture's. */
export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'end' | undefined;
  readonly direction: 'ltr' | 'rtl' | undefined;
}

/** A part of a picture before it is in the page. */
export interface SvgElement {
  readonly tag: string;
  readonly key?: string | undefined;
  readonly attributes: SvgAttributes;
  readonly children: readonly SvgElement[];
  /** Letters inside the element; an element has either these or children. */
  readonly text?: string | undefined;
}

/** Draws a tree. */
export class TreePen implements Pen {
  readonly elements: SvgElement[] = [];
  private readonly begun: SvgElement[][] = [];

  open(tag: string, attributes: SvgAttributes): void {
    this.begin(tag, attributes);
  }

  part({ id, look, x, y, source, role, label, title, tabindex, current }: Part): void {
    const attributes = {
      class: look,
      transform: `translate(${figure(x)} ${figure(y)})`,
      'data-id': id,
      'data-source': source && describeSource(source),
      role,
      'aria-label': label,
      tabindex,
      'aria-current': current,
    };
    this.begin('g', attributes, id);
    if (title !== undefined) this.leaf('title', NO_ATTRIBUTES, title);
  }

  private begin(tag: string, attributes: SvgAttributes, key?: string): void {
    const children: SvgElement[] = [];
    this.add({ tag, key, attributes, children });
    this.begun.push(children);
  }

  close(): void {
    this.begun.pop();
  }

  leaf(tag: string, attributes: SvgAttributes, letters?: string): void {
    this.add({ tag, attributes, children: NO_CHILDREN, text: letters });
  }

  box(look: string, { x, y, width, height }: Rect, radius: number): void {
    this.leaf('rect', { class: look, x, y, width, height, rx: radius === 0 ? undefined : radius });
  }

  line(look: string, { x, y, anchor, direction }: LinePlace, letters: string): void {
    this.leaf('text', { class: look, x, y, 'text-anchor': anchor, direction }, `${letters} `);
  }

  again(look: string | undefined, id: string, transform: string): void {
    this.leaf('use', { class: look, 'xlink:href': `#${id}`, transform });
  }

  private add(element: SvgElement): void {
    (this.begun.at(-1) ?? this.elements).push(element);
  }
}

const NO_CHILDREN: readonly SvgElement[] = [];
const NO_ATTRIBUTES: SvgAttributes = {};

/**
 * How many elements are kept apart before they become one text: a long list of short texts is slow to move about, and
 * so is one text that is too large for where young ones are kept.
 */
const PIECES = 256;

/** Draws XML text. */
export class XmlPen implements Pen {
  private readonly tags: string[] = [];
  private pieces: string[] = [];
  private text = '';

  open(tag: string, attributes: SvgAttributes): void {
    this.add(`${startOf(tag, attributes)}>`);
    this.tags.push(tag);
  }

  part(part: Part): void {
    const { id, look, x, y, source, role, label, title, tabindex, current } = part;
    const place = `translate(${figure(x)} ${figure(y)})`;
    const said =
      also('data-source', source && describeSource(source)) + known('role', role) + also('aria-label', label);
    const state = known('tabindex', tabindex) + known('aria-current', current);
    const shown = title === undefined ? '' : `<title>${escapeXml(title)}</title>`;
    this.add(`<g class="${look}" transform="${place}" data-id="${escapeXml(id)}"${said}${state}>${shown}`);
    this.tags.push('g');
  }

  close(): void {
    this.add(`</${this.tags.pop() ?? ''}>`);
  }

  leaf(tag: string, attributes: SvgAttributes, letters = ''): void {
    const start = startOf(tag, attributes);
    this.add(letters === '' ? `${start}/>` : `${start}>${escapeXml(letters)}</${tag}>`);
  }

  box(look: string, { x, y, width, height }: Rect, radius: number): void {
    const size = `width="${figure(width)}" height="${figure(height)}"`;
    const round = radius === 0 ? '' : ` rx="${figure(radius)}"`;
    this.add(`<rect class="${look}" x="${figure(x)}" y="${figure(y)}" ${size}${round}/>`);
  }

  line(look: string, { x, y, anchor, direction }: LinePlace, letters: string): void {
    const way = known('text-anchor', anchor) + known('direction', direction);
    const place = `x="${figure(x)}" y="${figure(y)}"`;
    this.add(`<text class="${look}" ${place}${way}>${escapeXml(letters)} </text>`);
  }

  again(look: string | undefined, id: string, transform: string): void {
    this.add(`<use${known('class', look)} xlink:href="#${id}" transform="${transform}"/>`);
  }

  /** What was drawn. */
  xml(): string {
    this.gather();
    return this.text;
  }

  private add(piece: string): void {
    if (this.pieces.push(piece) >= PIECES) this.gather();
  }

  private gather(): void {
    this.text += this.pieces.join('');
    this.pieces = [];
  }
}

/** An attribute, where there is a value for it. */
function also(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeXml(value)}"`;
}

/** An attribute whose value is one of ours, and has nothing to escape. */
function known(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${value}"`;
}

function startOf(tag: string, attributes: SvgAttributes): string {
  let start = `<${tag}`;
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) continue;
    start += ` ${name}="${typeof value === 'number' ? figure(value) : escapeXml(value)}"`;
  }
  return start;
}

/** A number with at most two decimals. */
export function figure(value: number): string {
  return String(Number.isInteger(value) ? value : Math.round(value * 100) / 100);
}

/** How a value stands in an attribute. */
export function attributeText(value: string | number): string {
  return typeof value === 'number' ? figure(value) : value;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 has no place for, not even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Most texts have nothing to escape, and are told by one look. */
const SUSPECT = /[&<>"'\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

export function escapeXml(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(NOT_XML, '\uFFFD').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
