import type { Language } from '../../scene/languages.ts';
import type { PluralForms } from '../../scene/words.ts';

/** What the overview itself says, in the editor's language. */
export interface OverviewWords {
  readonly empty: string;
  readonly errors: PluralForms;
  readonly warnings: PluralForms;
}

export const OVERVIEW_WORDS: Record<Language, OverviewWords> = {
  en: {
    empty: 'No journey in this folder yet. Write one in a file that ends in .journey.',
    errors: { one: 'one error', other: '{n} errors' },
    warnings: { one: 'one warning', other: '{n} warnings' },
  },
  he: {
    empty: 'אין עדיין מסע בתיקייה הזאת. כתבו מסע בקובץ שמסתיים ב־\u2066.journey\u2069.',
    errors: { one: 'שגיאה אחת', two: 'שתי שגיאות', other: '{n} שגיאות' },
    warnings: { one: 'אזהרה אחת', two: 'שתי אזהרות', other: '{n} אזהרות' },
  },
  ar: {
    empty: 'لا توجد رحلة في هذا المجلد بعد. اكتب رحلة في ملف ينتهي بـ \u2066.journey\u2069.',
    errors: { one: 'خطأ واحد', two: 'خطآن', few: '{n} أخطاء', many: '{n} خطأ', other: '{n} خطأ' },
    warnings: {
      one: 'تحذير واحد',
      two: 'تحذيران',
      few: '{n} تحذيرات',
      many: '{n} تحذيرًا',
      other: '{n} تحذير',
    },
  },
};
