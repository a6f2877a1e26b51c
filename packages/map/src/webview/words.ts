import type { Language } from '../scene/languages.ts';

/** What the map's controls say, in the editor's language. */
export interface ControlWords {
  readonly toolbar: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly lanes: string;
  readonly journey: string;
  readonly noJourney: string;
}

export const CONTROL_WORDS: Record<Language, ControlWords> = {
  en: {
    toolbar: 'Map controls',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to the panel',
    lanes: 'Lanes',
    journey: 'Journey',
    noJourney: 'This file has no journey yet. Write journey name "Label" { … } and its map appears here.',
  },
  he: {
    toolbar: 'פקדי המפה',
    zoomIn: 'הגדלה',
    zoomOut: 'הקטנה',
    fit: 'התאמה לחלון',
    lanes: 'שורות',
    journey: 'מסע',
    noJourney: 'אין עדיין מסע בקובץ הזה. כתבו \u2066journey name "Label" { … }\u2069 והמפה תופיע כאן.',
  },
  ar: {
    toolbar: 'أدوات الخريطة',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    fit: 'ملاءمة اللوحة',
    lanes: 'الصفوف',
    journey: 'الرحلة',
    noJourney:
      'لا توجد رحلة في هذا الملف بعد. اكتب \u2066journey name "Label" { … }\u2069 وستظهر خريطتها هنا.',
  },
};
