import { byId } from '@journey/model';
import type { Journey, JourneyModel, SourceRange } from '@journey/model';
import { CONTROL_WORDS } from './words.ts';
import { drawScene } from '../svg/draw.ts';
import { isArrow, nextPlace, placesOf } from './places.ts';
import { isHostMessage } from '../protocol.ts';
import { itemAt, itemsOf, problemsByItem } from '../scene/find.ts';
import { journeyDirection, languageOf } from '../scene/languages.ts';
import { layoutJourney } from '../scene/layout.ts';
import { patchChildren } from './picture.ts';
import { Bearings } from './bearings/bearings.ts';
import { choicesOf, leftOut } from './filter.ts';
import { createPage, itemIdOf } from './page.ts';
import { Editing } from './editing/editing.ts';
import { Search } from './search.ts';
import { messageOfItem, Preview } from './preview.ts';
import { setAttribute } from './dom.ts';
import { movedUp, readKept } from './state.ts';
import { TreePen } from '../svg/element.ts';
import { Toolbar } from './toolbar.ts';
import { Viewport } from './viewport.ts';
import type { Filter } from './filter.ts';
import type { Host } from './host.ts';
import type { HostToMap, MapProblem } from '../protocol.ts';
import type { Actuals } from '../scene/phrases/measure.ts';
import type { ImageSources } from '../images.ts';
import type { KeptState } from './state.ts';
import type { LaneId } from '../scene/lanes/registry.ts';
import type { Language } from '../scene/languages.ts';
import type { Place } from './places.ts';
import type { Scene } from '../scene/scene.ts';
import type { ViewId } from '../scene/views/registry.ts';

type Update = Extract<HostToMap, { type: 'update' }>;
type Selection = { readonly id: string } | { readonly range: SourceRange };

/** How long a click waits for a second one, in milliseconds. */
const DOUBLE_CLICK = 250;

const NO_CHOICES = { persona: [], channel: [], department: [], system: [] };

/** The webview's whole page: a toolbar, the picture, and what is said where there is none. */
export class MapApp {
  private readonly host: Host;
  private readonly page = createPage();
  private readonly viewport: Viewport;
  private readonly toolbar: Toolbar;
  private readonly preview = new Preview();
  private readonly bearings: Bearings;
  private readonly editing: Editing;
  private readonly stillness = matchMedia('(prefers-reduced-motion: reduce)');
  private kept: KeptState;
  private language: Language = 'en';
  /** The last model that had a journey. */
  private model: JourneyModel | undefined;
  /** The version of the text that the model is of. */
  private version = 0;
  /** A click that becomes a look at the source unless another one follows. */
  private following = 0;
  private problems: readonly MapProblem[] = [];
  private selection: Selection | undefined;
  private focusable: string | undefined;
  private filter: Filter = {};
  private readonly finds = new Search();
  private actuals: Actuals = {};
  private images: ImageSources = {};
  private scene: Scene | undefined;
  private places: ReadonlyMap<string, Place> = new Map();

  constructor(root: HTMLElement, host: Host) {
    this.host = host;
    this.kept = readKept(host.load());
    this.bearings = new Bearings((x, y) => this.viewport.centre(x, y));
    this.viewport = new Viewport(this.page.svg, this.page.paper, {
      isTaken: (target) => this.editing.takes(target),
      isStill: () => this.stillness.matches,
      onChange: ({ x, y, k }) => {
        this.keep({ view: { x, y, k } });
        this.bearings.follow(this.viewport);
      },
    });
    this.editing = new Editing({
      svg: this.page.svg,
      overlay: this.page.overlay,
      viewport: this.viewport,
      shown: () => this.editable(),
      language: () => this.language,
      post: host.post,
      say: (sentence) => this.toolbar.say(sentence),
      focus: (id) => this.focus(this.places.get(id)),
      elementOf: (id) => this.elementOf(id),
    });
    this.toolbar = new Toolbar({
      zoomIn: () => this.viewport.zoomIn(),
      zoomOut: () => this.viewport.zoomOut(),
      fit: () => this.viewport.fitAll(),
      chooseJourney: (id) => this.chooseJourney(id),
      choosePicture: (picture) => this.choosePicture(picture),
      showLane: (id, shown) => this.showLane(id, shown),
      moveLaneUp: (id) => this.moveLaneUp(id),
      foldStages: (ids, folded) => this.foldStages(ids, folded),
      filterBy: (key, id) => {
        const { [key]: _before, ...others } = this.filter;
        this.filter = id === undefined ? others : { ...others, [key]: id };
        this.draw();
      },
      search: (words) => this.search(words),
      nextFound: () => this.goToNextFound(),
      exportMap: () => {
        const journey = this.journey();
        if (journey) host.post({ type: 'export', journey: journey.id });
      },
      run: (command) => this.editing.run(command, this.selected()?.id ?? this.focusable),
    });
    this.page.main.append(...this.bearings.around(this.preview.element), this.editing.field.element);
    root.append(this.toolbar.element, this.page.main);
    this.listen();
    if (this.kept.view) this.viewport.restore(this.kept.view);
    host.post({ type: 'ready' });
  }

  private listen(): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isHostMessage(data)) return;
      if (data.type === 'update') this.update(data);
      else if (data.type === 'images') this.showImages(data.images);
      else if (data.type === 'editAnswer') this.editing.answer(data);
      else this.select('id' in data ? { id: data.id } : { range: data.range });
    });
    window.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.toolbar.focusSearch();
    });
    this.page.svg.addEventListener('pointerover', (event) => this.showMessage(itemIdOf(event.target)));
    this.page.svg.addEventListener('click', (event) => this.click(itemIdOf(event.target)));
    this.page.svg.addEventListener('dblclick', (event) => {
      clearTimeout(this.following);
      this.editing.run('rename', itemIdOf(event.target));
    });
    this.page.svg.addEventListener('keydown', (event) => this.press(event));
    this.page.svg.addEventListener('focusin', (event) => {
      const id = itemIdOf(event.target);
      if (id === undefined || id === this.focusable) return;
      this.focusable = id;
      this.draw();
      this.showMessage(id);
    });
  }

  private update({ model, version, subject, journeyId, problems, language, actuals = {} }: Update): void {
    this.actuals = actuals;
    this.problems = problems;
    this.language = languageOf(language);
    const isBroken = problems.some(({ severity }) => severity === 'error');
    if (model && (model.journeys.length > 0 || !isBroken)) {
      this.model = model;
      this.version = version;
    }
    if (subject) this.keep({ subject });
    if (journeyId !== undefined) this.keep({ journeyId });
    this.show();
    const shown = this.editable();
    if (shown) this.editing.shows(shown);
  }

  private showImages(images: ImageSources): void {
    this.images = images;
    this.draw();
  }

  /** Lays the journey out anew and shows it. */
  private show(): void {
    const journey = this.journey();
    this.toolbar.update({
      language: this.language,
      direction: journey ? journeyDirection(journey) : 'ltr',
      journeys: this.model?.journeys ?? [],
      journeyId: journey?.id,
      picture: this.kept.picture,
      order: this.kept.order,
      hidden: new Set(this.kept.hidden),
      stages: journey?.stages ?? [],
      folded: new Set(this.kept.folded),
      choices: this.model && journey ? choicesOf(journey, this.model) : NO_CHOICES,
      filter: this.filter,
      searched: this.finds.words,
    });
    this.page.empty.textContent = CONTROL_WORDS[this.language].noJourney;
    this.page.empty.hidden = journey !== undefined;
    this.page.svg.toggleAttribute('hidden', journey === undefined);
    if (!this.model || !journey) {
      this.scene = undefined;
      this.bearings.clear();
      return;
    }
    const { order, hidden, folded, picture } = this.kept;
    const lanes = order.filter((id) => !hidden.includes(id));
    const { actuals } = this;
    this.scene = layoutJourney(this.model, journey.id, { lanes, folded, view: picture, actuals });
    this.places = placesOf(this.scene);
    this.finds.among(this.places.values());
    this.draw();
    this.bearings.draw(this.scene, this.places.values());
    this.viewport.resize(this.scene);
    this.bearings.follow(this.viewport);
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
      found: this.finds.ids(),
      isDimmed: this.dimmed(),
      images: this.images,
      ...(selected ? { selected: selected.id } : {}),
      ...(this.focusable === undefined ? {} : { focusable: this.focusable }),
    });
    page.heading.textContent = scene.name;
    setAttribute(page.svg, 'aria-label', scene.name);
    setAttribute(page.svg, 'lang', scene.language);
    setAttribute(page.svg, 'direction', scene.direction);
    patchChildren(page.layer, pen.elements, !this.stillness.matches && page.layer.childElementCount > 0);
  }

  private dimmed(): (id: string) => boolean {
    const journey = this.journey();
    return journey && this.model ? leftOut(journey, this.model, this.filter) : () => false;
  }

  private search(words: string): void {
    this.finds.words = words;
    this.finds.among(this.places.values());
    const { found } = CONTROL_WORDS[this.language];
    this.toolbar.say(words === '' ? '' : found.replace('{found}', String(this.finds.found.length)));
    this.draw();
    const [first] = this.finds.found;
    if (first) this.viewport.reveal(first);
  }

  /** Marks the found item after the one that is marked, and brings it into sight. */
  private goToNextFound(): void {
    const next = this.finds.after(this.selected()?.id);
    if (!next) return;
    this.selection = { id: next.id };
    this.draw();
    this.viewport.reveal(next);
    this.showMessage(next.id);
  }

  /** Shows the message that an item sends; any other item leaves the one that is shown, until something is chosen. */
  private showMessage(id: string | undefined): void {
    const journey = this.journey();
    if (id === undefined || !journey || !this.model) return;
    const message = messageOfItem(journey, this.model, id);
    if (message)
      this.preview.show(this.model, message, this.scene?.language ?? this.language, this.sideAwayFrom(id));
    else this.preview.hide();
  }

  private sideAwayFrom(id: string): 'left' | 'right' {
    const place = this.places.get(id);
    const { x, width } = this.viewport.seen();
    return place && place.x + place.width / 2 > x + width / 2 ? 'left' : 'right';
  }

  private choosePicture(picture: ViewId): void {
    this.keep({ picture });
    this.viewport.startAnew();
    this.preview.hide();
    this.show();
  }

  private moveLaneUp(id: LaneId): void {
    this.keep({ order: movedUp(this.kept.order, id) });
    this.show();
  }

  /** Folds the stage that the item stands in; on a folded stage's head, unfolds it. */
  private foldStageOf(itemId: string): void {
    const stage = this.journey()?.stages.find(({ id }) => itemId === id || itemId.startsWith(`${id}.`));
    if (!stage || this.kept.picture !== 'map') return;
    this.focusable = stage.id;
    this.foldStages([stage.id], !this.kept.folded.includes(stage.id));
    this.focus(this.places.get(stage.id));
  }

  private foldStages(ids: readonly string[], folded: boolean): void {
    const others = this.kept.folded.filter((id) => !ids.includes(id));
    this.keep({ folded: folded ? [...others, ...ids] : others });
    this.show();
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
    this.showMessage(selected?.id);
    if (selected && !this.page.svg.contains(document.activeElement)) this.viewport.reveal(selected);
  }

  /**
   * What is clicked is marked at once. The editor only hears of it when no second click follows on what has a label:
   * it would take the keyboard from the field in which the label is written.
   */
  private click(id: string | undefined): void {
    const waits = this.editable() !== undefined && this.editing.isNamed(id);
    this.follow(id, waits ? DOUBLE_CLICK : 0);
  }

  private follow(id: string | undefined, wait = 0): void {
    clearTimeout(this.following);
    const place = id === undefined ? undefined : this.places.get(id);
    const source = place?.group.source;
    if (!place || !source) return;
    this.selection = { id: place.id };
    this.draw();
    const reveal = (): void => this.host.post({ type: 'reveal', source });
    if (wait === 0) reveal();
    else this.following = window.setTimeout(reveal, wait);
  }

  private press(event: KeyboardEvent): void {
    const id = itemIdOf(event.target);
    const place = id === undefined ? undefined : this.places.get(id);
    if (!place) return;
    if (this.editing.press(event, place.id)) {
      event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.follow(place.id);
    // The key, not its letter: with a Hebrew or Arabic keyboard it writes another one.
    else if (event.code === 'KeyF') this.foldStageOf(place.id);
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
    const element = this.elementOf(place.id);
    if (element instanceof SVGElement) element.focus({ preventScroll: true });
    this.viewport.reveal(place);
  }

  private elementOf(id: string): Element | null {
    return this.page.layer.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  /** What can be changed: the journey map; the other pictures only show. */
  private editable() {
    const { scene, places, version } = this;
    const journey = this.journey();
    if (!scene || !journey || this.kept.picture !== 'map') return undefined;
    return { journey, scene, places, version };
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
