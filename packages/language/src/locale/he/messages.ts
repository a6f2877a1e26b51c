import type { FindingTexts } from '../texts.ts';

/** What is sent, and what vendors take. */
export const messageFindings = {
  'text-over-limit': 'יש כאן {characters} תווים ({~part}), ו־{system} מקבל {limit}: קצרו.',
  'text-near-limit': 'עם המשתנים יש כאן בערך {characters} תווים ({~part}), ו־{system} מקבל {limit}: קצרו.',
  'sms-parts': 'הטקסט יישלח כ־{parts} הודעות SMS: יש בו בערך {characters} תווים, ובכל אחת {each}.',
  'sms-many-parts':
    'הטקסט יישלח כ־{parts} הודעות SMS, ועל כל אחת משלמים: יש בו בערך {characters} תווים, ובכל אחת {each}. קצרו, או שלחו קישור.',
  'sms-costly-characters':
    'בגלל {characters} הטקסט דורש {parts} הודעות SMS במקום {plainParts}; סימן פשוט יותר יספיק.',
  'outside-customer-window':
    'ל־"{message}" אין תבנית, ו־WhatsApp מקבל טקסט חופשי רק בתוך 24 שעות מרגע שהלקוח כתב; שום דבר לפני הצעד הזה לא אומר שכתב. תנו לה תבנית מאושרת (`template … language …`), או שלחו אותה כשהלקוח כותב.',
  'template-name':
    'ב־WhatsApp אין תבנית בשם "{name}": בשמות כאלה יש רק אותיות לטיניות קטנות, ספרות ו־`_`, עד 512 תווים.',
  'template-language-missing': 'כתבו באיזו שפה אושרה התבנית "{name}": `language he`.',
  'template-edge-variable': ({ edge }) =>
    edge === 'begins'
      ? 'הטקסט של התבנית מתחיל ב־`{{{variable}}}`, ו־WhatsApp לא מאשר תבנית כזאת: הוסיפו מילים לפניו.'
      : 'הטקסט של התבנית מסתיים ב־`{{{variable}}}`, ו־WhatsApp לא מאשר תבנית כזאת: הוסיפו מילים אחריו.',
  'template-adjacent-variables':
    'בין `{{{first}}}` ל־`{{{second}}}` אין אף מילה, ו־WhatsApp לא מאשר תבנית כזאת: הוסיפו ביניהם טקסט.',
  'too-many-buttons': ({ limit }) =>
    limit === 0
      ? 'WhatsApp לא מציג {~what} ב{~kind}; הסירו, או השתמשו בתבנית.'
      : 'WhatsApp מקבל לכל היותר {limit} {~what} ב{~kind}; הסירו את השאר.',
  'buttons-not-grouped':
    'ב־WhatsApp כפתורי התשובה של תבנית באים ברצף, לפני כל השאר או אחריהם; העבירו את הכפתור הזה אל האחרים.',
  'template-header-variables': 'בכותרת של תבנית WhatsApp יש מקום למשתנה אחד לכל היותר; העבירו את השאר לטקסט.',
  'footer-variable': 'הכיתוב התחתון ב־WhatsApp זהה לכולם ואין בו משתנים; העבירו את `{{{variable}}}` לטקסט.',
  'link-shortener':
    'ספקי הסלולר מסננים הודעות עם קישורים של מקצרים ציבוריים כמו {host}; השתמשו בכתובת קצרה משלכם.',
  'mail-without-subject': 'לדוא״ל "{message}" אין נושא; הוסיפו `subject "…"`.',
  'long-subject': 'בנושא יש בערך {characters} תווים; טלפונים מציגים את 40 עד 60 הראשונים, אז התחילו מהעיקר.',
  'long-preview':
    'בטקסט המקדים יש בערך {characters} תווים; תיבות דואר מציגות את 40 עד 140 הראשונים, אז התחילו מהעיקר.',
  'preview-without-page':
    'הטקסט המקדים לא יוצג: תוכן הדוא״ל הוא טקסט בלבד, ואין דף להסתיר אותו בו; כתבו את התוכן ב־HTML, או פתחו אותו במילים האלה.',
  'preview-twice': 'בתוכן הדוא״ל כבר יש `<mj-preview>`, ותיבות דואר יציגו את שניהם זה אחר זה; השאירו אחד.',
  'loud-subject': 'הנושא צועק; מסננים רואים באותיות גדולות ובשורות של סימני קריאה דואר זבל.',
  'part-not-shown': '{~channel} לא מציג {~part}; הסירו, או כתבו את זה בטקסט ההודעה.',
  'part-twice': 'בהודעה יש מקום אחד לכל היותר ל{~part}: השני לא בשימוש.',
  'header-file-missing': 'אין קובץ "{path}" לכותרת הזאת; בדקו את הנתיב.',
  'header-file-kind': 'WhatsApp לא מציג בכותרת {~kind} כמו "{path}"; הוא מקבל {~known}.',
  'button-address': 'הכתובת של הכפתור "{url}" צריכה להתחיל ב־`https://`.',
  'button-without-label': 'הכפתור לא אומר דבר; כתבו עליו מה הוא עושה, למשל "לצפייה בהזמנה".',
  'button-phone': 'הכפתור מתקשר אל "{phone}", וזה עובד רק במדינה אחת; התחילו בקידומת המדינה, כמו `+972`.',
  'markup-in-plain-text': ({ channel }) =>
    channel === 'WhatsApp'
      ? '{channel} יציג את {tag} כמו שהוא; להדגשה כתבו `*כוכביות*`, ולהטיה `_קווים_`.'
      : '{~channel} יציג את {tag} כמו שהוא; כתבו טקסט פשוט.',
  'text-twice': ({ language }) =>
    language === undefined
      ? 'בהודעה כבר יש {~part}, ולכן זה לא יישלח; הסירו אותו, או כתבו את השפה של כל אחד, למשל `he "…"`.'
      : 'בהודעה כבר יש {~part} בשפה "{language}", ולכן זה לא יישלח; הסירו אותו, או שנו את שפתו.',
  'language-without-text':
    'ברשימת השפות של ההודעה יש "{language}", ואין בה טקסט; הוסיפו `text {language} "…"`, או הורידו אותה מהרשימה.',
  'no-fallback':
    'מי שאינו קורא אף אחת מ־{languages} מקבל את הטקסט ב־"{first}", כי הוא ראשון; כתבו זאת ב־fallback {first}, או בחרו שפה אחרת.',
  'fallback-not-listed':
    'שפת ברירת המחדל "{language}" אינה בין שפות ההודעה; הוסיפו אותה לרשימה, או בחרו אחת מהן.',
  'language-not-listed':
    'השפה "{language}" אינה ברשימת השפות של ההודעה, ולכן הטקסט לא יישלח; הוסיפו אותה לרשימה.',
  'unknown-language':
    '"{language}" אינו קוד של שפה; כתבו `he`, `ar` או `en`, או עם מדינה `en_US`.{didYouMean}',
  'subject-language-missing':
    'בהודעה יש טקסט בשפה "{language}" ואין {~part}; הוסיפו `{part} {language} "…"`.',
  'other-script': 'כתוב שהטקסט בשפה "{language}", אבל האותיות הן ב{~written}; תקנו את השפה או את הטקסט.',
  'empty-text': ({ file }) =>
    file === undefined
      ? 'הטקסט ריק; כתבו מה הלקוח יקרא, או הסירו אותו.'
      : 'הקובץ {file} ריק; כתבו בו את ההודעה.',
  'stripped-markup': 'תוכנות דואר מסירות {~tag}{inFile}; {~advice}.',
  'relative-address':
    'הכתובת "{address}"{inFile} לא תוביל לשום מקום אחרי השליחה; כתבו כתובת מלאה, עם `https://`.',
  'direction-missing':
    'הטקסט{inFile} נכתב מימין לשמאל, וה־HTML שלו לא אומר זאת: הוסיפו `dir="rtl"` לתג החיצוני.',
  'dead-link': 'יש קישור{inFile} שלא מוביל לשום מקום; כתבו כתובת ב־`href`.',
  'unclosed-variable': 'ב־"{text}"{inFile} חסר למשתנה {~missing}; כתבו `{{name}}`.',
  'empty-variable': 'למשתנה{inFile} אין שם; כתבו בין הסוגריים מה הוא מציג: `{{customer.first_name}}`.',
  'single-braces': 'הלקוח יקרא `{{name}}`; משתנה נכתב בשני זוגות סוגריים: `{{{name}}}`.',
  'foreign-variable': 'הלקוח יקרא "{text}"{inFile}: כך נכתב משתנה בכלי אחר; כאן כותבים `{{{name}}}`.',
  'default-without-text': 'כתבו מה יופיע במקום `{{{name}}}`{inFile} כשהוא חסר: `| default "friend"`.',
  'variables-run-together': '`{{{first}}}` ו־`{{{second}}}`{inFile} יידבקו למילה אחת; שימו ביניהם רווח.',
  'filter-of-other-type':
    '`{{{name} | {filter}}}` לא יציג דבר: {name} הוא {~type}, ו־{filter} מציג תאריכים. הסירו את המסנן, או כתבו שדה אחר.',
  'moment-without-filter':
    '`{{{name}}}` יופיע כמו שמחשבים כותבים, למשל `2027-03-28T16:00`; כתבו איך להציג: `{{{name} | {filter}}}`.',
  'optional-without-default':
    '`{{{name}}}` בהודעה "{message}" לא תמיד ידוע; כתבו מה יופיע אז: `{{{name} | default "…"}}`.',
  'whole-record-shown': ({ field }) =>
    field === undefined
      ? 'ל־`{{{name}}}` יש הרבה שדות ואי אפשר להציג את כולו; ציינו איזה שדה.'
      : 'ל־`{{{name}}}` יש הרבה שדות ואי אפשר להציג את כולו; ציינו איזה שדה: `{{{name}.{field}}}`.',
  'unused-message-parameter':
    'ההודעה לא משתמשת ב־`{{{name}}}`; הוסיפו אותו לטקסט, או הסירו אותו מהסוגריים כאן ובכל מקום שבו ההודעה נשלחת.',
  'variant-sum': 'חלקי הגרסאות מסתכמים ב־{sum}%, ולא ב־100%.',
  'variant-alone': '"{variant}" היא הגרסה היחידה, ולכן אין למה להשוות אותה; הוסיפו עוד אחת.',
  'variants-alike': 'הגרסאות "{other}" ו־"{variant}" אומרות אותו דבר; שנו אחת מהן.',
  'link-not-in-message': 'ב"{message}" אין קישור "{link}", ולכן איש לא ילחץ עליו.{didYouMean}',
  'link-not-written': 'את הקישור כותבים במלואו, מתחילת הכתובת: `link: "https://www.example.com/offer"`.',
  'winner-without-variants': 'אין גרסאות לבחור מהן מנצחת; הוסיפו שתיים, או הסירו את השורה.',
  'winner-measure': '"{text}" לא יכול לבחור מנצחת: בחרו מה שהמערכת מדווחת ({known}), אירוע, או מדד של מסע.',
  'link-address': 'הקישור "{address}" אינו כתובת מלאה; התחילו ב־`https://` או בסכמה של האפליקציה שלכם.',
  'mjml-unknown-tag': 'ב־MJML אין `<{tag}>`{~where}.{didYouMean}',
  'mjml-broken': '{~problem}{~where}.',
  'text-file-kind': 'אי אפשר לקרוא טקסט מתוך "{path}"; שמרו אותו כ־`.html`, `.mjml` או `.txt`.',
} satisfies Partial<FindingTexts>;
