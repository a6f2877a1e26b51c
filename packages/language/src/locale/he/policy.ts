import type { FindingTexts } from '../texts.ts';

/** When and how often customers may be contacted. */
export const policyFindings = {
  'clock-without-timezone':
    'לשעה הזאת אין אזור זמן; הוסיפו `timezone "…"` למסע, למשל `timezone "Asia/Jerusalem"`.',
  'quiet-all-day': 'שעות שקט מ־{time} עד {time} נמשכות כל היום, ולכן לא יישלח דבר; סיימו אותן בשעה אחרת.',
  'window-in-quiet-hours': 'חלון השליחה נמצא כולו בשעות שקט או סגירה, ולכן לא יישלח בו דבר; שנו את השעות.',
  'never-open': 'שעות שקט, סגירה וחלונות שליחה יחד לא משאירים אף דקה בשבוע לשליחה; פנו מקום.',
  'at-in-quiet-hours':
    'ב־{written} לא נשלח דבר; ההודעות יישלחו מאוחר יותר, ב־{opens}. בחרו שעה מחוץ לשעות השקט.',
  'wait-ends-in-quiet-hours':
    'ב־{written} לא נשלח דבר; ההודעה שאחרי ההמתנה תישלח מאוחר יותר, ב־{opens}. בחרו שעה מחוץ לשעות השקט.',
  'schedule-in-quiet-hours':
    'ב־{written} לא נשלח דבר; מה שהאוטומציה שולחת יישלח מאוחר יותר, ב־{opens}. בחרו שעה מחוץ לשעות השקט.',
  'cap-amount': ({ messages }) =>
    messages === 0
      ? 'מגבלה של 0 הודעות לא מעבירה דבר; אפשרו לפחות אחת, או הסירו את השליחות.'
      : 'מגבלה סופרת הודעות שלמות; {messages} אינו מספר כזה.',
  'cap-without-effect': 'המגבלה הזאת לעולם לא תשפיע, כי {stricter} מחמירה יותר; שנו אחת מהן, או הסירו את זו.',
  'more-than-cap':
    'זו הודעה {count} בתוך הזמן שבו המגבלה מתירה {cap}, ולכן היא תעוכב; המתינו יותר לפניה, או הגדילו את המגבלה.',
  'period-of-nothing': '{~what} נמשך 0 זמן, ובו לא יכול לקרות דבר; כתבו כמה זמן, למשל `7d`.',
  'business-days-without-week':
    'לא כתוב אילו ימים הם ימי עסקים; הוסיפו למסע `week sunday-thursday` או `week monday-friday`.',
  'unsubscribed-stay':
    'המסע מפרסם דרך "{label}", וממשיך גם אצל מי שהסירו את עצמם; הוסיפו `exit on {system}.unsubscribed`, או כתבו `consent marketing required`.',
  'goal-is-exit': 'האירוע הזה הוא גם היעד; השגת היעד מסיימת את המסע ממילא, אז הסירו את היציאה.',
  'rule-replaced': 'למטה כתוב שוב {~what}, ורק האחרון קובע; הסירו את זה, או את השני.',
  'consent-twice': 'ההסכמה להודעות {~category} כבר כתובה למעלה; השאירו אחת מהן.',
  'withdrawal-unheard':
    'במסע כתוב מה נחשב הסרה מהרשימה, ו־`{system}.{event}` חסר שם, אף שהמסע מפרסם דרך "{label}"; הוסיפו אותו.',
  'yes-is-no': 'האירוע הזה נחשב גם הסרה מהרשימה; כתבו מה מהשניים הוא.',
  'topic-of-nothing': 'אף הודעה שהמסע שולח אינה בנושא "{topic}"; האם התכוונתם ל־"{meant}"?',
  'closed-date': '"{date}" אינו תאריך; כתבו שנה, חודש ויום: `"2027-04-21"`.',
  'closed-backwards': 'ימי הסגירה האלה נגמרים ב־{to}, לפני שהם מתחילים ב־{from}; החליפו ביניהם.',
  'closed-for-long': 'מ־{from} עד {to} זו יותר משנה, ובכולה לא יישלח דבר; בדקו את השנים.',
  'advertising-to-leavers':
    'מי שמגיע לכאן ביקש זה עתה שלא יפנו אליו עוד, ו"{label}" היא פרסומת, ולכן איש לא יקבל אותה; אל תשלחו דבר, או רק מה שחייבים לדעת (הקטגוריה transactional).',
} satisfies Partial<FindingTexts>;
