import type { SourceRange } from '@journey/model';
import type { JourneyOverview } from './overview.ts';

/** The journeys of one document. */
export interface FileOverview {
  readonly uri: string;
  readonly journeys: readonly JourneyOverview[];
}

/** What the editor tells the overview. */
export type HostToOverview = {
  readonly type: 'overview';
  /** Every document with a journey, in the order that they are shown in. */
  readonly files: readonly FileOverview[];
  /** Where the cursor stands, where that is in a journey. */
  readonly current?: { readonly uri: string; readonly journey: string; readonly stage?: string };
  /** The editor's own language: a tag such as `he` or `en-US`. */
  readonly language: string;
};

/** What the overview tells the editor. */
export type OverviewToHost =
  /** The overview listens now; the editor answers with all that there is. */
  | { readonly type: 'ready' }
  /** Somebody chose a journey or a stage: its source is shown, and its map. */
  | { readonly type: 'open'; readonly uri: string; readonly journey: string; readonly source: SourceRange };

/** Whether something that came through the webview's channel is one of the editor's messages. */
export function isOverviewUpdate(data: unknown): data is HostToOverview {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'overview';
}

/** Whether something that came through the webview's channel is one of the overview's messages. */
export function isOverviewMessage(data: unknown): data is OverviewToHost {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    (data.type === 'ready' || data.type === 'open')
  );
}
