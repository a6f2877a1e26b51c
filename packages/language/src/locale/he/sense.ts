import type { FindingTexts } from '../texts.ts';

/** What works as it is written, and what somebody who knows customers would object to. */
export const senseFindings = {
  'no-time-to-react':
    'ההודעה "{message}" יוצאת בדיוק ברגע הזה, ולכן עוד אין `{engagement}`; המתינו לפני ששואלים.',
  'sent-together':
    'ההודעות "{one}" ו־"{other}" יוצאות באותה דקה באותה דרך; המתינו ביניהן, או אחדו אותן להודעה אחת.',
  'branches-alike':
    'כל הענפים של `{keyword}` עושים אותו הדבר, ולכן אין ביניהם הבדל; שנו אחד מהם, או ותרו עליו.',
  'holdout-goes-on':
    'גם קבוצת הביקורת של הפיצול שלמעלה מגיעה לכאן ומקבלת את זה בסוף; סיימו את הענף שלה ב־`stop`, או שלחו את זה בענפים האחרים.',
  'same-again': ({ times }) =>
    times === undefined
      ? 'אותה הודעה "{label}" יוצאת שוב ושוב בלי סוף; תנו לה גרסאות, או כתבו עד מתי.'
      : 'אותה הודעה "{label}" יוצאת עד {times} פעמים למי שלא מגיב; שלחו אותה פחות, או תנו לה גרסאות.',
  'advertised-regardless':
    'כולם מקבלים גם את "{label}", גם מי שכבר עשה מזמן את מה שלשמו היא נשלחת; תנו למסע מטרה (`goal …`), או שאלו לפניה: `if not happened(…)`.',
  'moment-of-what-may-not-be':
    'שום דבר לא אומר ש־`{event}` כבר קרה עד אז; התחילו את האוטומציה ב־`on {event}`, או המתינו לו קודם.',
  'needs-what-is-unknown':
    'כאן `{field}` לא ידוע, ובלעדיו "{label}" לא תגיע לאיש; הפכו את התנאי, או שלחו אותה בדרך אחרת.',
  'advertising-as-service':
    'הביטוי "{text}" הוא פרסומת, אבל ההודעה מסומנת `category {category}`, שעוקפת הסכמה ותקרות; כתבו `category marketing`, או השמיטו אותו.',
  'reckoning-in-text':
    'טקסטים מציגים ערכים ולא מחשבים, ולכן `{{{name}}}` יישאר ריק; תנו ל־"{message}" פרמטר, ואת הערך במקום שבו היא נשלחת: `send {message}(value: …)`.',
  'draft-text': 'בטקסט שהלקוחות מקבלים כתוב "{text}"; כתבו את מה שצריך להיות שם.',
  'rings-at-night':
    'ההודעה "{label}" מצלצלת ב־{time}, כשרוב האנשים ישנים; בחרו שעה אחרת, או כתבו `quiet 21:00-08:00`.',
  'consent-unsaid':
    'ההודעה "{label}" היא פרסומת לטלפון, ולא כתוב אם הלקוחות הסכימו לה; כתבו `consent marketing required`, או `consent marketing implied` אם הסכימו.',
} satisfies Partial<FindingTexts>;
