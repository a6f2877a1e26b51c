import type { Command } from './editing/commands.ts';
import type { FilterKey } from './filter.ts';
import type { Language } from '../scene/languages.ts';

/** What the map's controls say, in the editor's language. */
export interface ControlWords {
  readonly toolbar: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly lanes: string;
  readonly stages: string;
  readonly openAll: string;
  readonly foldAll: string;
  readonly journey: string;
  readonly view: string;
  readonly search: string;
  readonly found: string;
  readonly filter: string;
  readonly all: string;
  readonly filters: Record<FilterKey, string>;
  readonly moveUp: string;
  readonly preview: string;
  readonly smsParts: string;
  readonly export: string;
  readonly edit: string;
  readonly edits: Record<Command, string>;
  readonly noJourney: string;
}

export const CONTROL_WORDS: Record<Language, ControlWords> = {
  en: {
    toolbar: 'Map controls',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to the panel',
    lanes: 'Lanes',
    stages: 'Stages',
    openAll: 'Open all',
    foldAll: 'Fold all',
    journey: 'Journey',
    view: 'View',
    search: 'Search the map (Ctrl+F)',
    found: '{found} found',
    filter: 'Filter',
    all: 'All',
    filters: { persona: 'Persona', channel: 'Channel', department: 'Department', system: 'System' },
    moveUp: 'Move {lane} up',
    preview: 'Message',
    smsParts: '{parts}, {characters} characters',
    export: 'Export…',
    edit: 'Change',
    edits: {
      rename: 'Rename',
      moveBack: 'Move one back',
      moveOn: 'Move one on',
      feelBetter: 'Feels better',
      feelWorse: 'Feels worse',
      addTouchpoint: 'New touchpoint',
      addStage: 'New stage',
      undo: 'Undo',
    },
    noJourney: 'This file has no journey yet. Write journey name "Label" { … } and its map appears here.',
  },
  he: {
    toolbar: 'פקדי המפה',
    zoomIn: 'הגדלה',
    zoomOut: 'הקטנה',
    fit: 'התאמה לחלון',
    lanes: 'שורות',
    stages: 'שלבים',
    openAll: 'פתיחת הכול',
    foldAll: 'קיפול הכול',
    journey: 'מסע',
    view: 'תצוגה',
    search: 'חיפוש במפה (Ctrl+F)',
    found: '{found} נמצאו',
    filter: 'סינון',
    all: 'הכול',
    filters: { persona: 'פרסונה', channel: 'ערוץ', department: 'מחלקה', system: 'מערכת' },
    moveUp: 'העלאת {lane}',
    preview: 'הודעה',
    smsParts: '{parts}, {characters} תווים',
    export: 'ייצוא…',
    edit: 'שינוי',
    edits: {
      rename: 'שינוי שם',
      moveBack: 'מקום אחד אחורה',
      moveOn: 'מקום אחד קדימה',
      feelBetter: 'מרגיש טוב יותר',
      feelWorse: 'מרגיש פחות טוב',
      addTouchpoint: 'נקודת מגע חדשה',
      addStage: 'שלב חדש',
      undo: 'ביטול הפעולה',
    },
    noJourney: 'אין עדיין מסע בקובץ הזה. כתבו \u2066journey name "Label" { … }\u2069 והמפה תופיע כאן.',
  },
  ar: {
    toolbar: 'أدوات الخريطة',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    fit: 'ملاءمة اللوحة',
    lanes: 'الصفوف',
    stages: 'المراحل',
    openAll: 'فتح الكل',
    foldAll: 'طي الكل',
    journey: 'الرحلة',
    view: 'العرض',
    search: 'بحث في الخريطة (Ctrl+F)',
    found: '{found} نتيجة',
    filter: 'تصفية',
    all: 'الكل',
    filters: { persona: 'الشخصية', channel: 'القناة', department: 'القسم', system: 'النظام' },
    moveUp: 'نقل {lane} إلى أعلى',
    preview: 'رسالة',
    smsParts: '{parts}، {characters} حرفًا',
    export: 'تصدير…',
    edit: 'تعديل',
    edits: {
      rename: 'تغيير الاسم',
      moveBack: 'خطوة إلى الخلف',
      moveOn: 'خطوة إلى الأمام',
      feelBetter: 'شعور أفضل',
      feelWorse: 'شعور أسوأ',
      addTouchpoint: 'نقطة تواصل جديدة',
      addStage: 'مرحلة جديدة',
      undo: 'تراجع',
    },
    noJourney:
      'لا توجد رحلة في هذا الملف بعد. اكتب \u2066journey name "Label" { … }\u2069 وستظهر خريطتها هنا.',
  },
};
