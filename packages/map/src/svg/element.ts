/** A part of an SVG picture before it is text or DOM. Whatever stands in it is text: nothing is ever parsed as markup. */
export interface SvgElement {
  readonly tag: string;
  /** What makes it the same element in the next picture. */
  readonly key?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  /** Letters inside the element; an element has either these or children. */
  readonly text?: string;
}

type AttributeValue = string | number | boolean | undefined;

/** An element; attributes that are undefined or false are left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  children: readonly SvgElement[] | string = [],
): SvgElement {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    written[name] = typeof value === 'number' ? figure(value) : String(value);
  }
  return typeof children === 'string'
    ? { tag, attributes: written, children: [], text: children }
    : { tag, attributes: written, children };
}

/** A number with at most two decimals. */
export function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
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

/** The element as XML text. */
export function serialize(element: SvgElement): string {
  const parts: string[] = [];
  write(element, parts);
  return parts.join('');
}

function write({ tag, attributes, children, text }: SvgElement, parts: string[]): void {
  parts.push('<', tag);
  for (const name in attributes) parts.push(' ', name, '="', escapeXml(attributes[name] ?? ''), '"');
  if (text === undefined ? children.length === 0 : text === '') {
    parts.push('/>');
    return;
  }
  parts.push('>');
  if (text === undefined) for (const child of children) write(child, parts);
  else parts.push(escapeXml(text));
  parts.push('</', tag, '>');
}

export function escapeXml(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(NOT_XML, '\uFFFD').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
