import type { ImageSources } from './images.ts';
import type { Actuals } from './scene/phrases/measure.ts';
import type { JourneyEdit, JourneyModel, SourceRange } from '@journey/model';

/** What is wrong with a place in the text, as the language server says it. */
export interface MapProblem {
  readonly range: SourceRange;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information';
}

/** What a map shows: the map keeps it for the editor, which asks for it where the panel comes back after a restart. */
export interface ShownSubject {
  /** The document's URI. */
  readonly document: string;
  /** Whether it goes on showing this one file, whichever is edited. */
  readonly bound: boolean;
}

/** What the editor tells the map. */
export type HostToMap =
  | {
      readonly type: 'update';
      readonly subject?: ShownSubject;
      /** Undefined while the file can't be compiled at all: the last good picture stays. */
      readonly model: JourneyModel | undefined;
      /** The version of the text that the model is of: what is changed in the map is changed in that text. */
      readonly version: number;
      /** The journey to show; the one that was shown, else the first, where nothing is said. */
      readonly journeyId?: string;
      readonly problems: readonly MapProblem[];
      /** What was measured of the KPIs, where somebody gave it. */
      readonly actuals?: Actuals;
      /** The editor's own language, for the toolbar: a tag such as `he` or `en-US`. */
      readonly language: string;
    }
  /** What stands in the journey's files of images, all of them, whenever that changed. */
  | { readonly type: 'images'; readonly images: ImageSources }
  /** Marks the element that the cursor stands in, by its id or by the place in the text. */
  | { readonly type: 'select'; readonly id: string }
  | { readonly type: 'select'; readonly range: SourceRange }
  /** What became of an edit: whether the text changed, so that an update follows, or why it didn't. */
  | { readonly type: 'editAnswer'; readonly changed: boolean; readonly refusal?: string };

/** What the map tells the editor. */
export type MapToHost =
  /** The map listens now; the editor answers with an update. */
  | { readonly type: 'ready' }
  /** Somebody followed an element to its source. */
  | { readonly type: 'reveal'; readonly source: SourceRange }
  /** Somebody chose another journey of the file. */
  | { readonly type: 'chooseJourney'; readonly id: string }
  /** Somebody changed the journey in its picture; it stays as it is until the text says so. */
  | { readonly type: 'edit'; readonly edit: JourneyEdit; readonly version: number }
  /** Somebody wants the journey that is shown as a file. */
  | { readonly type: 'export'; readonly journey: string }
  /** Takes the last change of the text back. */
  | { readonly type: 'undo' };

const FROM_MAP: ReadonlySet<string> = new Set<MapToHost['type']>([
  'ready',
  'reveal',
  'chooseJourney',
  'edit',
  'export',
  'undo',
]);
const FROM_HOST: ReadonlySet<string> = new Set<HostToMap['type']>([
  'update',
  'images',
  'select',
  'editAnswer',
]);

/** Whether something that came through the webview's channel is one of the map's messages. */
export function isMapMessage(data: unknown): data is MapToHost {
  return hasType(data, FROM_MAP);
}

/** Whether something that came through the webview's channel is one of the editor's messages. */
export function isHostMessage(data: unknown): data is HostToMap {
  return hasType(data, FROM_HOST);
}

function hasType(data: unknown, types: ReadonlySet<string>): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    typeof data.type === 'string' &&
    types.has(data.type)
  );
}

/** What the map of a state that it kept has shown; undefined where that isn't known. */
export function shownSubject(state: unknown): ShownSubject | undefined {
  const subject =
    typeof state === 'object' && state !== null && 'subject' in state ? state.subject : undefined;
  if (typeof subject !== 'object' || subject === null) return undefined;
  if (!('document' in subject && 'bound' in subject)) return undefined;
  const { document, bound } = subject;
  return typeof document === 'string' && typeof bound === 'boolean' ? { document, bound } : undefined;
}
