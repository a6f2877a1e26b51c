import { select } from 'd3';
import { attributeText } from '../svg/element.ts';
import type { SvgElement } from '../svg/element.ts';

const SVG = 'http://www.w3.org/2000/svg';
const DURATION = 220;

/** What each element of the page was drawn from: what is the same in the next picture isn't touched. */
const drawn = new WeakMap<Element, SvgElement>();

/** Makes the parent's children these elements; only what changed changes, and what is keyed stays the same element. */
export function patchChildren(parent: Element, elements: readonly SvgElement[], animated: boolean): void {
  select(parent)
    .selectChildren<Element, SvgElement>()
    .data(elements, keyOf)
    .join(
      (enter) =>
        enter.append((next) => {
          const element = document.createElementNS(SVG, next.tag);
          if (animated && next.key !== undefined) fadeIn(element);
          return element;
        }),
      (update) => update,
      (exit) => exit.remove(),
    )
    .order()
    .each(function (next) {
      patch(this, next, animated);
    });
}

/** Without a key of its own an element is what it is by its tag and its place. */
function keyOf(element: SvgElement, index: number): string {
  return element.key ?? `${element.tag} ${index}`;
}

function patch(element: Element, next: SvgElement, animated: boolean): void {
  const before = drawn.get(element);
  if (before && isSame(before, next)) return;
  drawn.set(element, next);
  patchAttributes(element, before?.attributes ?? {}, next.attributes, animated && before !== undefined);
  if (next.text === undefined) patchChildren(element, next.children, animated);
  else if (element.textContent !== next.text) element.textContent = next.text;
}

function patchAttributes(
  element: Element,
  before: SvgElement['attributes'],
  next: SvgElement['attributes'],
  animated: boolean,
): void {
  for (const name of Object.keys(before)) if (next[name] === undefined) element.removeAttribute(name);
  for (const [name, written] of Object.entries(next)) {
    if (written === undefined || before[name] === written) continue;
    const value = attributeText(written);
    if (animated && name === 'transform' && next['data-id'] !== undefined) move(element, value);
    else select(element).interrupt(name).attr(name, value);
  }
}

function move(element: Element, transform: string): void {
  select(element).transition('transform').duration(DURATION).attr('transform', transform);
}

function fadeIn(element: Element): void {
  select(element)
    .attr('opacity', 0)
    .transition('opacity')
    .duration(DURATION)
    .attr('opacity', 1)
    .on('end', () => element.removeAttribute('opacity'));
}

function isSame(one: SvgElement, other: SvgElement): boolean {
  return (
    one.tag === other.tag &&
    one.key === other.key &&
    one.text === other.text &&
    one.children.length === other.children.length &&
    sameAttributes(one.attributes, other.attributes) &&
    one.children.every((child, index) => {
      const twin = other.children[index];
      return twin !== undefined && isSame(child, twin);
    })
  );
}

function sameAttributes(one: SvgElement['attributes'], other: SvgElement['attributes']): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
