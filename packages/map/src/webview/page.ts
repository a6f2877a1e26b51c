const SVG = 'http://www.w3.org/2000/svg';

/** The id of the item that something on the page belongs to. */
export function itemIdOf(target: EventTarget | null): string | undefined {
  const item = target instanceof Element ? target.closest('.jm-item') : null;
  return item?.getAttribute('data-id') ?? undefined;
}

/** What the toolbar stands over: the picture, its name for screen readers, and what is said where there is none. */
export function createPage() {
  const main = document.createElement('main');
  main.className = 'jm-main';
  const heading = document.createElement('h1');
  heading.className = 'jm-heading';
  const empty = document.createElement('p');
  empty.className = 'jm-empty';
  empty.hidden = true;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'jm-picture');
  svg.setAttribute('role', 'graphics-document document');
  const layer = document.createElementNS(SVG, 'g');
  const overlay = document.createElementNS(SVG, 'g');
  overlay.setAttribute('aria-hidden', 'true');
  const paper = document.createElementNS(SVG, 'g');
  paper.append(layer, overlay);
  svg.append(paper);
  main.append(heading, svg, empty);
  return { main, heading, empty, svg, paper, layer, overlay };
}
