/** Attributes that are undefined are left out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/**
 * What a picture is drawn with, element by element: as XML text, or as a tree to compare with the last one. Whatever it
 * is given is text: nothing is ever parsed as markup.
 */
export interface Pen {
  /** Begins an element. The key is what makes it the same element in the next picture. */
  open(tag: string, attributes: SvgAttributes, key?: string): void;
  close(): void;
  /** An element that holds nothing, or only letters. */
  leaf(tag: string, attributes: SvgAttributes, letters?: string): void;
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

  open(tag: string, attributes: SvgAttributes, key?: string): void {
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

  private add(element: SvgElement): void {
    (this.begun.at(-1) ?? this.elements).push(element);
  }
}

const NO_CHILDREN: readonly SvgElement[] = [];

/** How many elements are kept apart before they become one text: a long list of short texts is slow to move about. */
const PIECES = 1024;

/** Draws XML text. */
export class XmlPen implements Pen {
  private readonly tags: string[] = [];
  private readonly chunks: string[] = [];
  private pieces: string[] = [];

  open(tag: string, attributes: SvgAttributes): void {
    this.pieces.push(`${startOf(tag, attributes)}>`);
    this.tags.push(tag);
  }

  close(): void {
    this.pieces.push(`</${this.tags.pop() ?? ''}>`);
    if (this.pieces.length > PIECES) this.gather();
  }

  leaf(tag: string, attributes: SvgAttributes, letters = ''): void {
    const start = startOf(tag, attributes);
    this.pieces.push(letters === '' ? `${start}/>` : `${start}>${escapeXml(letters)}</${tag}>`);
  }

  /** What was drawn. */
  xml(): string {
    this.gather();
    return this.chunks.join('');
  }

  private gather(): void {
    this.chunks.push(this.pieces.join(''));
    this.pieces = [];
  }
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
