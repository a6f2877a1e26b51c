import { byId } from '@journey/model';
import type { Journey, JourneyModel, SourceRange } from '@journey/model';
import { CONTROL_WORDS } from './words.ts';
import { drawScene } from '../svg/draw.ts';
import { isArrow, nextPlace, placesOf } from './places.ts';
import { isHostMessage } from '../protocol.ts';
import { itemAt, itemsOf, problemsByItem } from '../scene/find.ts';
import { LANE_IDS } from '../scene/lanes/registry.ts';
import { languageOf } from '../scene/languages.ts';
import { layoutJourney } from '../scene/layout.ts';
import { patchChildren } from './picture.ts';
import { setAttribute } from './dom.ts';
import { readKept } from './state.ts';
import { TreePen } from '../svg/element.ts';
import { Toolbar } from './toolbar.ts';
import { Viewport } from './viewport.ts';
import type { HostToMap, MapProblem, MapToHost } from '../protocol.ts';
import type { KeptState } from './state.ts';
import type { LaneId } from '../scene/lanes/registry.ts';
import type { Language } from '../scene/languages.ts';
import type { Place } from './places.ts';
import type { Scene } from '../scene/scene.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The map's way to the editor. */
export interface Host {
  readonly post: (message: MapToHost) => void;
  readonly load: () => unknown;
  readonly save: (state: KeptState) => void;
}

type Update = Extract<HostToMap, { type: 'update' }>;
type Selection = { readonly id: string } | { readonly range: SourceRange };

/** The webview's whole page: a toolbar, the picture, and what is said where there is none. */
export class MapApp {
  private readonly host: Host;
  private readonly page = createPage();
  private readonly viewport: Viewport;
  private readonly toolbar: Toolbar;
  private readonly stillness = matchMedia('(prefers-reduced-motion: reduce)');
  private kept: KeptState;
  private language: Language = 'en';
  /** The last model that had a journey. */
  private model: JourneyModel | undefined;
  private problems: readonly MapProblem[] = [];
  private selection: Selection | undefined;
  private focusable: string | undefined;
  private scene: Scene | undefined;
  private places: ReadonlyMap<string, Place> = new Map();

  constructor(root: HTMLElement, host: Host) {
    this.host = host;
    this.kept = readKept(host.load());
    this.viewport = new Viewport(this.page.svg, this.page.layer, {
      isStill: () => this.stillness.matches,
      onChange: ({ x, y, k }) => this.keep({ view: { x, y, k } }),
    });
    this.toolbar = new Toolbar({
      zoomIn: () => this.viewport.zoomIn(),
      zoomOut: () => this.viewport.zoomOut(),
      fit: () => this.viewport.fitAll(),
      chooseJourney: (id) => this.chooseJourney(id),
      showLane: (id, shown) => this.showLane(id, shown),
    });
    root.append(this.toolbar.element, this.page.main);
    this.listen();
    if (this.kept.view) this.viewport.restore(this.kept.view);
    host.post({ type: 'ready' });
  }

  private listen(): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isHostMessage(data)) return;
      if (data.type === 'update') this.update(data);
      else this.select('id' in data ? { id: data.id } : { range: data.range });
    });
    this.page.svg.addEventListener('click', (event) => this.follow(itemIdOf(event.target)));
    this.page.svg.addEventListener('keydown', (event) => this.press(event));
    this.page.svg.addEventListener('focusin', (event) => {
      const id = itemIdOf(event.target);
      if (id === undefined || id === this.focusable) return;
      this.focusable = id;
      this.draw();
    });
  }

  private update({ model, journeyId, problems, language }: Update): void {
    this.problems = problems;
    this.language = languageOf(language);
    const isBroken = problems.some(({ severity }) => severity === 'error');
    if (model && (model.journeys.length > 0 || !isBroken)) this.model = model;
    if (journeyId !== undefined) this.keep({ journeyId });
    this.show();
  }

  /** Lays the journey out anew and shows it. */
  private show(): void {
    const journey = this.journey();
    this.toolbar.update({
      language: this.language,
      journeys: this.model?.journeys ?? [],
      journeyId: journey?.id,
      hidden: new Set(this.kept.hidden),
    });
    this.page.empty.textContent = CONTROL_WORDS[this.language].noJourney;
    this.page.empty.hidden = journey !== undefined;
    this.page.svg.toggleAttribute('hidden', journey === undefined);
    if (!this.model || !journey) {
      this.scene = undefined;
      return;
    }
    const lanes = LANE_IDS.filter((id) => !this.kept.hidden.includes(id));
    this.scene = layoutJourney(this.model, journey.id, { lanes });
    this.places = placesOf(this.scene);
    this.draw();
    this.viewport.resize(this.scene);
  }

  private draw(): void {
    const { scene, page } = this;
    if (!scene) return;
    if (this.focusable === undefined || !this.places.has(this.focusable))
      this.focusable = this.places.keys().next().value;
    const selected = this.selected();
    const pen = new TreePen();
    drawScene(pen, scene, {
      interactive: true,
      problems: problemsByItem(scene, this.problems),
      ...(selected ? { selected: selected.id } : {}),
      ...(this.focusable === undefined ? {} : { focusable: this.focusable }),
    });
    page.heading.textContent = scene.name;
    setAttribute(page.svg, 'aria-label', scene.name);
    setAttribute(page.svg, 'lang', scene.language);
    patchChildren(page.layer, pen.elements, !this.stillness.matches && page.layer.childElementCount > 0);
  }

  private journey(): Journey | undefined {
    const journeys = this.model?.journeys ?? [];
    return byId(journeys, this.kept.journeyId) ?? journeys[0];
  }

  private selected(): Place | undefined {
    const { scene, selection } = this;
    if (!scene || !selection) return undefined;
    if ('id' in selection) return this.places.get(selection.id);
    const { file, start } = selection.range;
    const found = itemAt(itemsOf(scene), file, start);
    return found && this.places.get(found.id);
  }

  private select(selection: Selection): void {
    this.selection = selection;
    this.draw();
    const selected = this.selected();
    if (selected && !this.page.svg.contains(document.activeElement)) this.viewport.reveal(selected);
  }

  private follow(id: string | undefined): void {
    const place = id === undefined ? undefined : this.places.get(id);
    if (!place?.group.source) return;
    this.selection = { id: place.id };
    this.draw();
    this.host.post({ type: 'reveal', source: place.group.source });
  }

  private press(event: KeyboardEvent): void {
    const id = itemIdOf(event.target);
    const place = id === undefined ? undefined : this.places.get(id);
    if (!place || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.follow(place.id);
    else if (event.key === '+') this.viewport.zoomIn();
    else if (event.key === '-') this.viewport.zoomOut();
    else if (event.key === '0') this.viewport.fitAll();
    else if (isArrow(event.key)) this.focus(nextPlace(this.places.values(), place, event.key));
    else return;
    event.preventDefault();
  }

  private focus(place: Place | undefined): void {
    if (!place) return;
    this.focusable = place.id;
    this.draw();
    const element = this.page.layer.querySelector(`[data-id="${CSS.escape(place.id)}"]`);
    if (element instanceof SVGElement) element.focus({ preventScroll: true });
    this.viewport.reveal(place);
  }

  private chooseJourney(id: string): void {
    this.keep({ journeyId: id });
    this.host.post({ type: 'chooseJourney', id });
    this.show();
  }

  private showLane(id: LaneId, shown: boolean): void {
    const others = this.kept.hidden.filter((hidden) => hidden !== id);
    this.keep({ hidden: shown ? others : [...others, id] });
    this.show();
  }

  private keep(change: Partial<KeptState>): void {
    this.kept = { ...this.kept, ...change };
    this.host.save(this.kept);
  }
}

function itemIdOf(target: EventTarget | null): string | undefined {
  const item = target instanceof Element ? target.closest('.jm-item') : null;
  return item?.getAttribute('data-id') ?? undefined;
}

function createPage() {
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
  svg.append(layer);
  main.append(heading, svg, empty);
  return { main, heading, empty, svg, layer };
}
