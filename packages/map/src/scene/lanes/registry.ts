import { automations } from './automations.ts';
import { backstage, painsAndOpportunities } from './notes.ts';
import { emotion } from './emotion.ts';
import { kpis } from './kpis.ts';
import { personas } from './personas.ts';
import { touchpoints } from './touchpoints.ts';
import type { IconName } from '../icons.ts';
import type { LaneBuilder } from './lane.ts';
import type { Language } from '../languages.ts';

export interface Lane {
  readonly icon: IconName;
  readonly title: Record<Language, string>;
  readonly build: LaneBuilder;
}

/** Every lane of the journey map, from top to bottom. Adding a lane is adding a row here and its builder beside the others. */
export const LANES = {
  personas: { icon: 'person', title: { en: 'Personas', he: 'פרסונות', ar: 'الشخصيات' }, build: personas },
  touchpoints: {
    icon: 'pin',
    title: { en: 'Touchpoints', he: 'נקודות מגע', ar: 'نقاط الاتصال' },
    build: touchpoints,
  },
  emotion: { icon: 'heart', title: { en: 'Emotions', he: 'רגשות', ar: 'المشاعر' }, build: emotion },
  pains: {
    icon: 'bulb',
    title: { en: 'Pains and opportunities', he: 'כאבים והזדמנויות', ar: 'نقاط الألم والفرص' },
    build: painsAndOpportunities,
  },
  backstage: {
    icon: 'backstage',
    title: { en: 'Backstage', he: 'מאחורי הקלעים', ar: 'خلف الكواليس' },
    build: backstage,
  },
  automations: {
    icon: 'bolt',
    title: { en: 'Automations', he: 'אוטומציות', ar: 'الأتمتة' },
    build: automations,
  },
  kpis: { icon: 'target', title: { en: 'KPIs', he: 'מדדים', ar: 'مؤشرات الأداء' }, build: kpis },
} as const satisfies Record<string, Lane>;

export type LaneId = keyof typeof LANES;

/** In the order that the map shows them. */
export const LANE_IDS: readonly LaneId[] = [
  'personas',
  'touchpoints',
  'emotion',
  'pains',
  'backstage',
  'automations',
  'kpis',
];
