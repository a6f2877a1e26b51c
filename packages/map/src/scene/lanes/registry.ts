import { automations } from './automations.ts';
import { backstage, painsAndOpportunities, thoughts } from './notes.ts';
import { channels, departments } from './matrix.ts';
import { emotion } from './emotion.ts';
import { kpis } from './kpis.ts';
import { messages } from './messages.ts';
import { personas } from './personas.ts';
import { storyboard } from './storyboard.ts';
import { timing } from './timing.ts';
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
  personas: {
    icon: 'person',
    title: { en: 'Personas and goals', he: 'פרסונות ומטרות', ar: 'الشخصيات والأهداف' },
    build: personas,
  },
  touchpoints: {
    icon: 'pin',
    title: { en: 'Touchpoints', he: 'נקודות מגע', ar: 'نقاط الاتصال' },
    build: touchpoints,
  },
  storyboard: {
    icon: 'photo',
    title: { en: 'Storyboard', he: 'סטוריבורד', ar: 'القصة المصوّرة' },
    build: storyboard,
  },
  thoughts: {
    icon: 'question',
    title: {
      en: 'Wishes, deeds and questions',
      he: 'מניעים, התנהגות ושאלות',
      ar: 'الدوافع والسلوك والأسئلة',
    },
    build: thoughts,
  },
  emotion: { icon: 'heart', title: { en: 'Emotions', he: 'רגשות', ar: 'المشاعر' }, build: emotion },
  pains: {
    icon: 'bulb',
    title: { en: 'Pains and opportunities', he: 'כאבים והזדמנויות', ar: 'نقاط الألم والفرص' },
    build: painsAndOpportunities,
  },
  channels: { icon: 'share', title: { en: 'Channels', he: 'ערוצים', ar: 'القنوات' }, build: channels },
  departments: {
    icon: 'people',
    title: { en: 'Departments', he: 'מחלקות', ar: 'الأقسام' },
    build: departments,
  },
  automations: {
    icon: 'bolt',
    title: { en: 'Automations', he: 'אוטומציות', ar: 'الأتمتة' },
    build: automations,
  },
  timing: { icon: 'clock', title: { en: 'Timing', he: 'תזמון', ar: 'التوقيت' }, build: timing },
  messages: { icon: 'chat', title: { en: 'Messages', he: 'הודעות', ar: 'الرسائل' }, build: messages },
  backstage: {
    icon: 'backstage',
    title: { en: 'Backstage', he: 'מאחורי הקלעים', ar: 'خلف الكواليس' },
    build: backstage,
  },
  kpis: { icon: 'target', title: { en: 'KPIs', he: 'מדדים', ar: 'مؤشرات الأداء' }, build: kpis },
} as const satisfies Record<string, Lane>;

export type LaneId = keyof typeof LANES;

/** In the order that the map shows them. */
export const LANE_IDS = Object.keys(LANES) as readonly LaneId[];
