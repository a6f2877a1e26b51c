import { createIcon } from '../icon.ts';
import { feelingsCurve } from './feelings.ts';
import { isOverviewUpdate } from '../../overview/protocol.ts';
import { languageOf, DIRECTIONS } from '../../scene/languages.ts';
import { OVERVIEW_WORDS } from './words.ts';
import { pluralIn } from '../../scene/phrases/speech.ts';
import { WORDS } from '../../scene/words.ts';
import type { EmotionValue } from '@journey/model';
import type { Findings, JourneyOverview, StageOverview } from '../../overview/overview.ts';
import type { HostToOverview, OverviewToHost } from '../../overview/protocol.ts';
import type { IconName } from '../../scene/icons.ts';
import type { Language } from '../../scene/languages.ts';

const FACES: Readonly<Record<EmotionValue, IconName>> = {
  [-2]: 'faceVeryBad',
  [-1]: 'faceBad',
  0: 'faceNeutral',
  1: 'faceGood',
  2: 'faceVeryGood',
};

/** The side bar's page: every journey with the curve of its feelings, and its stages with what is in them. */
export class OverviewApp {
  private readonly root: HTMLElement;
  private readonly post: (message: OverviewToHost) => void;
  private shown: HostToOverview | undefined;
  private language: Language = 'en';
  /** Journeys that somebody opened or closed; the others are open where the cursor is. */
  private readonly chosen = new Map<string, boolean>();

  constructor(root: HTMLElement, post: (message: OverviewToHost) => void) {
    this.root = root;
    this.post = post;
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isOverviewUpdate(data)) this.show(data);
    });
    post({ type: 'ready' });
  }

  private show(update: HostToOverview): void {
    this.shown = update;
    this.language = languageOf(update.language);
    this.draw();
  }

  /** Builds the page anew; the keyboard stays where it is, by the part that it is on. */
  private draw(): void {
    if (!this.shown) return;
    const { files } = this.shown;
    const focused = document.activeElement?.getAttribute('data-part');
    const scrolled = this.root.scrollTop;
    const main = document.createElement('main');
    main.dir = DIRECTIONS[this.language];
    const heading = document.createElement('h1');
    heading.className = 'jo-heading';
    heading.textContent = document.title;
    main.append(heading);
    const journeys = files.flatMap(({ uri, journeys: some }) => some.map((journey) => ({ uri, journey })));
    if (journeys.length === 0) {
      const sentence = document.createElement('p');
      sentence.className = 'jo-empty';
      sentence.textContent = OVERVIEW_WORDS[this.language].empty;
      main.append(sentence);
    }
    main.append(...journeys.map(({ uri, journey }) => this.journey(uri, journey)));
    this.root.replaceChildren(main);
    this.root.scrollTop = scrolled;
    if (focused) this.root.querySelector<HTMLElement>(`[data-part="${CSS.escape(focused)}"]`)?.focus();
  }

  private journey(uri: string, journey: JourneyOverview): HTMLElement {
    const key = `${uri}#${journey.id}`;
    const current = this.shown?.current;
    const isCurrent = current?.uri === uri && current.journey === journey.id;
    const details = document.createElement('details');
    details.className = isCurrent ? 'jo-journey jo-current' : 'jo-journey';
    details.dir = journey.direction;
    details.lang = journey.language;
    details.open = this.chosen.get(key) ?? isCurrent;
    const summary = document.createElement('summary');
    summary.dataset['part'] = key;
    summary.addEventListener('click', () => this.chosen.set(key, !details.open));
    const name = document.createElement('span');
    name.className = 'jo-name';
    name.textContent = journey.label;
    summary.append(name, ...this.badges(journey));
    const open = this.button(`${key}#open`, { uri, journey: journey.id, source: journey.source });
    open.className = 'jo-open';
    open.setAttribute('aria-label', `${journey.label}: ${this.countsOf(totals(journey))}`);
    const curve = feelingsCurve(journey);
    open.append(...(curve ? [curve] : []), this.counts(totals(journey)));
    const list = document.createElement('ol');
    list.append(...journey.stages.map((stage, index) => this.stage(uri, journey, stage, index)));
    details.append(summary, open, list);
    return details;
  }

  private stage(uri: string, journey: JourneyOverview, stage: StageOverview, index: number): HTMLElement {
    const current = this.shown?.current;
    const item = document.createElement('li');
    const button = this.button(`${uri}#${stage.id}`, { uri, journey: journey.id, source: stage.source });
    button.className = 'jo-stage';
    if (current?.uri === uri && current.stage === stage.id) button.setAttribute('aria-current', 'true');
    const number = document.createElement('span');
    number.className = `jo-number jo-h${stage.hue}`;
    number.textContent = String(index + 1);
    const words = document.createElement('span');
    words.className = 'jo-words';
    const label = document.createElement('span');
    label.textContent = stage.label;
    words.append(label, this.counts(stage));
    button.append(number, words, ...this.badges(stage), ...this.face(stage));
    item.append(button);
    return item;
  }

  private button(
    part: string,
    target: Omit<Extract<OverviewToHost, { type: 'open' }>, 'type'>,
  ): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['part'] = part;
    button.addEventListener('click', () => this.post({ type: 'open', ...target }));
    return button;
  }

  /** How it feels there on the whole. */
  private face({ feelings }: StageOverview): HTMLElement[] {
    if (feelings.length === 0) return [];
    const mean = Math.round(feelings.reduce((sum: number, value) => sum + value, 0) / feelings.length);
    const value = ([-2, -1, 0, 1, 2] as const).find((each) => each === mean) ?? 0;
    const face = document.createElement('span');
    face.className = `jo-face jo-face${value + 3}`;
    face.setAttribute('role', 'img');
    const words = WORDS[this.language];
    face.setAttribute('aria-label', words.feelings[`${value}`]);
    face.title = words.feelings[`${value}`];
    face.append(createIcon(FACES[value]));
    return [face];
  }

  private badges({ errors, warnings }: Findings): HTMLElement[] {
    const words = OVERVIEW_WORDS[this.language];
    const plural = pluralIn(this.language);
    const badge = (count: number, kind: 'errors' | 'warnings'): HTMLElement[] => {
      if (count === 0) return [];
      const mark = document.createElement('span');
      mark.className = `jo-badge jo-${kind}`;
      mark.setAttribute('role', 'img');
      mark.setAttribute('aria-label', plural(words[kind], count));
      mark.title = plural(words[kind], count);
      mark.textContent = `${kind === 'errors' ? '✕' : '!'} ${count}`;
      return [mark];
    };
    return [...badge(errors, 'errors'), ...badge(warnings, 'warnings')];
  }

  /** In the editor's language and direction, whatever the journey's. */
  private counts(counted: Parameters<OverviewApp['countsOf']>[0]): HTMLElement {
    const line = document.createElement('span');
    line.className = 'jo-counts';
    const words = document.createElement('bdi');
    words.lang = this.language;
    words.dir = DIRECTIONS[this.language];
    words.textContent = this.countsOf(counted);
    line.append(words);
    return line;
  }

  private countsOf(counted: Pick<StageOverview, 'touchpoints' | 'automations' | 'kpis'>): string {
    const { counts } = WORDS[this.language];
    const plural = pluralIn(this.language);
    return (['touchpoints', 'automations', 'kpis'] as const)
      .filter((kind) => counted[kind] > 0)
      .map((kind) => plural(counts[kind], counted[kind]))
      .join(' · ');
  }
}

function totals({ stages }: JourneyOverview): Pick<StageOverview, 'touchpoints' | 'automations' | 'kpis'> {
  const sum = (of: (stage: StageOverview) => number): number =>
    stages.reduce((total, stage) => total + of(stage), 0);
  return {
    touchpoints: sum(({ touchpoints }) => touchpoints),
    automations: sum(({ automations }) => automations),
    kpis: sum(({ kpis }) => kpis),
  };
}
