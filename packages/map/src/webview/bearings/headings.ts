import { createIcon } from '../icon.ts';
import { headingsOf } from '../../scene/headings.ts';
import type { Headings, LaneHeading, StageHeading } from '../../scene/headings.ts';
import type { IconName } from '../../scene/icons.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Sight } from '../viewport.ts';

/** The names of stages are written in a bar of this height. */
export const BAR = 26;
/** Names of lanes stand on the line over the lane. */
const CHIP = 20;
/** A stage of which less is seen has no room for a name. */
const LEAST = 12;
/** While so much of the lanes' own titles is seen they are read there. */
const TITLE = 40;
/** In a narrower panel names of lanes would hide what they stand on. */
const ROOMY = 420;

/**
 * The names of stages and lanes at the panel's edges while their own are out of sight: always as large as the panel's
 * letters, however small the picture. The picture itself names all parts for assistive technology.
 */
export class StickyHeadings {
  readonly element = document.createElement('div');
  private headings: Headings | undefined;
  private direction: Scene['direction'] = 'ltr';
  private readonly names = new Map<string, HTMLElement>();

  constructor() {
    this.element.className = 'jm-headings';
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Another picture, or none; it is named as soon as it is followed. */
  draw(scene: Scene | undefined): void {
    this.headings = scene && headingsOf(scene);
    this.names.clear();
    if (scene) {
      this.direction = scene.direction;
      this.element.dir = scene.direction;
      this.element.lang = scene.language;
    }
    for (const stage of this.headings?.stages ?? [])
      this.names.set(stage.id, nameOf(stage, stageLook(stage)));
    for (const lane of this.headings?.lanes ?? [])
      this.names.set(lane.id, nameOf(lane, 'jm-lane-name', lane.icon));
    this.element.replaceChildren(...this.names.values());
  }

  follow(sight: Sight): void {
    const { headings } = this;
    if (!headings) return;
    const isNamed = headings.stages.filter((stage) => this.placeStage(stage, sight)).length > 0;
    const isTitled = this.seesTitles(headings, sight) || sight.width < ROOMY;
    for (const lane of headings.lanes) this.placeLane(lane, sight, isTitled, isNamed ? BAR : 0);
  }

  private placeStage({ id, x, y, width, height, headEnd }: StageHeading, sight: Sight): boolean {
    const left = Math.max(0, x * sight.k + sight.x);
    const right = Math.min(sight.width, (x + width) * sight.k + sight.x);
    const isPassed = headEnd * sight.k + sight.y < BAR;
    const isOver = (y + height) * sight.k + sight.y > BAR;
    const isShown = isPassed && isOver && right - left >= LEAST;
    this.show(id, isShown && { left, top: 0, width: right - left });
    return isShown;
  }

  private placeLane({ id, y, height }: LaneHeading, sight: Sight, isTitled: boolean, bar: number): void {
    const start = y * sight.k + sight.y;
    const end = start + height * sight.k;
    const top = Math.max(start - CHIP / 2, bar);
    const isShown = !isTitled && end - top >= CHIP && top < sight.height;
    this.show(id, isShown && { left: 0, top });
  }

  private seesTitles({ titlesEnd }: Headings, sight: Sight): boolean {
    const edge = titlesEnd * sight.k + sight.x;
    return this.direction === 'rtl' ? sight.width - edge > TITLE : edge > TITLE;
  }

  private show(
    id: string,
    place: false | { readonly left: number; readonly top: number; readonly width?: number },
  ): void {
    const name = this.names.get(id);
    if (!name) return;
    name.hidden = !place;
    if (!place) return;
    name.style.transform = `translate(${Math.round(place.left)}px, ${Math.round(place.top)}px)`;
    if (place.width !== undefined) name.style.width = `${Math.round(place.width)}px`;
  }
}

function stageLook({ hue }: StageHeading): string {
  return hue === undefined ? 'jm-stage-name' : `jm-stage-name jm-ground${hue}`;
}

function nameOf({ label }: { readonly label: string }, look: string, icon?: IconName): HTMLElement {
  const name = document.createElement('div');
  name.className = look;
  const words = document.createElement('span');
  words.textContent = label;
  name.append(...(icon ? [createIcon(icon)] : []), words);
  name.hidden = true;
  return name;
}
