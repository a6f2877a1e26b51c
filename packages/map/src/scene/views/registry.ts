import { flow } from './flow.ts';
import { journeyMap } from './journey-map.ts';
import { kpiTable } from './kpi-table.ts';
import { LANE_IDS } from '../lanes/registry.ts';
import { timeline } from './timeline.ts';
import type { Actuals } from '../phrases/measure.ts';
import type { Assumptions } from '../../walk/walk.ts';
import type { IconName } from '../icons.ts';
import type { LaneContext } from '../lanes/lane.ts';
import type { LaneId } from '../lanes/registry.ts';
import type { Language } from '../languages.ts';
import type { Picture } from './picture.ts';

export interface ViewOptions {
  /** What the picture's own words are in; the language of the journey's labels where nothing is said. */
  readonly language?: Language;
  /** The lanes of the map to show, from top to bottom; all of them where nothing is said. */
  readonly lanes?: readonly LaneId[];
  /** The stages of the map of which only the head is shown, by their ids; none where nothing is said. */
  readonly folded?: readonly string[];
  /** Where the map would be wider, in pixels, it goes on in further rows of stages, as on paper. One row where nothing is said. */
  readonly widest?: number;
  /** What was measured of the KPIs. */
  readonly actuals?: Actuals;
  /** The only automation that the flow and the timeline show, by its id. */
  readonly automation?: string;
  /** When the timeline's triggers come, and what they carry. */
  readonly assumed?: Assumptions;
}

export interface View {
  readonly icon: IconName;
  readonly title: Record<Language, string>;
  readonly layout: (context: LaneContext, options: ViewOptions) => Picture;
}

/** Every way to look at a journey. Adding one is adding a row here and its layout beside the others. */
export const VIEWS = {
  map: {
    icon: 'map',
    title: { en: 'Journey map', he: 'מפת המסע', ar: 'خريطة الرحلة' },
    layout: (context, { lanes = LANE_IDS, widest }) => journeyMap(context, lanes, widest),
  },
  flow: {
    icon: 'fork',
    title: { en: 'Flow', he: 'תרשים זרימה', ar: 'مخطط التدفق' },
    layout: (context, { automation }) => flow(context, automation),
  },
  timeline: {
    icon: 'calendar',
    title: { en: 'Timeline', he: 'ציר זמן', ar: 'الجدول الزمني' },
    layout: (context, { automation, assumed }) => timeline(context, automation, assumed),
  },
  kpis: {
    icon: 'target',
    title: { en: 'KPIs', he: 'מדדים', ar: 'مؤشرات الأداء' },
    layout: (context) => kpiTable(context),
  },
} as const satisfies Record<string, View>;

export type ViewId = keyof typeof VIEWS;
export const VIEW_IDS = Object.keys(VIEWS) as readonly ViewId[];
