import type { FindingTexts } from '../texts.ts';

/** Names, kinds of values and amounts. */
export const nameFindings = {
  'unknown-name': 'אין כאן {~kind} בשם "{name}".{didYouMean}',
  'not-imported': '{~kind} "{name}" מוגדר ב־"{path}"; ייבאו אותו משם.',
  'unknown-file': 'אין קובץ "{path}" ליד הקובץ הזה; בדקו את הנתיב.',
  'duplicate-name': 'השם "{name}" כבר שייך לאחר: {~kind} בשורה {line}; תנו לאחד מהם שם אחר.',
  'unknown-member': ({ suggestion, known }) =>
    suggestion !== undefined || known === ''
      ? 'ל־{owner} אין "{name}".{didYouMean}'
      : 'ל־{owner} אין "{name}"; יש לו {known}.',
  'not-an-action': '"{text}" אינו צעד: צעד מפעיל פעולה של מערכת, כמו `crm.create_deal(…)`.',
  'unknown-argument': '"{callee}" לא מקבל "{name}".{didYouMean}',
  'missing-argument': 'ל־"{callee}" חסר גם {names}.',
  'not-an-event': '"{text}" אינו אירוע; כתבו משהו שמערכת מדווחת, כמו `crm.deal_won`.',
  'missing-setting': 'למערכת "{system}" חסר {names} כדי לעבוד עם {connector}: כתבו {example} אחרי המחבר.',
  'unknown-variable':
    'ההודעה "{message}" כוללת `{{{name}}}`, אבל האוטומציה לא מכירה אותו בצעד הזה.{didYouMean}',
  'not-callable': 'אי אפשר להפעיל את "{text}"; רק פעולות של מערכות ופונקציות כמו `count(…)` מקבלות ערכים.',
  'not-a-value': '"{text}" ({~kind}) אינו ערך; ציינו איזה מהשדות או מהאירועים שלו.',
  'unknown-filter': 'אין מסנן בשם "{name}"; יש {known}.{didYouMean}',
  'wrong-argument': ({ missing }) =>
    missing === ''
      ? '"{name}" צריך לקבל {~wanted}, אבל כאן יש {~given}.'
      : '"{name}" צריך לקבל {~wanted}, אבל כאן יש {~given}. חסר בו {missing}.',
  'no-condition': 'כאן יש {~given} ולא תנאי; השוו אותו למשהו.',
  'each-of-no-list': '`for each` עובר על רשימה, אבל כאן יש {~given}; כתבו רשימה.',
  'in-no-list': 'אחרי `in` באה רשימה כמו `[a, b]`, אבל כאן יש {~given}.',
  'no-moment': 'כאן נדרש תאריך או מועד, אבל יש {~given}.',
  'not-of-a-value': '`not` הופך כן ללא, אבל כאן יש {~given}; שימו השוואה שלמה בסוגריים: `not (… == …)`.',
  'wrong-setting': 'ההגדרה "{name}" צריכה לקבל {~wanted}, אבל כאן יש {~given}.',
  'between-no-events': '`->` מודד את הזמן מאירוע לאירוע, אבל כאן יש {~given}; כתבו אירוע.',
  'quoted-option': '"{option}" היא אחת האפשרויות; כתבו אותה בלי מירכאות.',
  'unknown-option': '"{option}" אינה אחת האפשרויות; יש {known}.{didYouMean}',
  'not-comparable': ({ isRecord }) =>
    isRecord
      ? 'אי אפשר להשוות {~left} אל {~right}; השוו אחד מהשדות שלו.'
      : 'אי אפשר להשוות {~left} אל {~right}.',
  'mixed-sum': ({ operator }) =>
    operator === '+'
      ? 'אי אפשר לחבר {~left} אל {~right}; שניהם צריכים להיות מאותו סוג.'
      : 'אי אפשר להחסיר {~right} מתוך {~left}; שניהם צריכים להיות מאותו סוג.',
  'mixed-product': ({ operator }) =>
    operator === '*'
      ? 'אי אפשר להכפיל {~left} ב: {~right}; אחד מהם צריך להיות מספר או אחוז.'
      : 'אי אפשר לחלק {~left} ב: {~right}; אחד מהם צריך להיות מספר או אחוז.',
  'mixed-currencies': '{one} ו־{other} מופיעים כאן יחד; כתבו את שניהם באותו מטבע, כי אין מי שימיר.',
  'division-by-zero': 'אי אפשר לחלק באפס; כתבו מספר אחר.',
  'money-without-currency': '{amount} של מה? כתבו גם את המטבע, למשל {amount} `EUR`.',
  'no-such-day': 'אין בלוח השנה יום {date}; כתבו תאריך אחר, שנה־חודש־יום.',
  'whole-number': '{written} לא מתאים כאן ({~what}); כתבו מספר שלם, 1 ומעלה.',
  'amount-too-large': '{written} גדול מכדי להיספר במדויק; כתבו כמות קטנה יותר.',
  'percent-over-100': '{percent}% זה יותר מדי ({~what}): המרב הוא 100%.',
  'base-address': 'כתובת הבסיס "{address}" צריכה להתחיל ב־`https://`: מה שעובר שם הוא על אנשים.',
  'default-of-other-kind': '"{name}" הוא {~wanted}, אבל ברירת המחדל שלו היא {~given}.',
  'environment-changes-nothing': 'הסביבה "{name}" לא משנה דבר; כתבו איזו מערכת מוגדרת בה אחרת.',
  'request-without-base':
    'לא ידוע איפה נמצא "{path}": כתבו `base "https://…"` במחבר, או את הכתובת המלאה כאן.',
  'set-twice': '"{what}" כבר נקבע בשורה {line}; השאירו אחד מהם.',
  'unknown-hole': 'בכתובת כתוב `{{name}}`, שלא ניתן כאן ואינו הגדרה; יש {known}.{didYouMean}',
  'unknown-limit': 'להודעות אין חלק "{part}"; מגבלות הן על {known}.{didYouMean}',
  'unknown-mapping': 'לאירוע "{event}" אין שדה "{field}".{didYouMean}',
  'time-written-out': 'צריך לכתוב במפורש כמה אחורה סופרים, למשל `within: 90d`; את {written} אי אפשר לחשב.',
  'within-in-kpi': 'הזמן של מדד כתוב אחרי הנוסחה; השמיטו את `within` וכתבו `per {within}`.',
  'measure-of-many':
    '`{name}(…)` מודד את כל הלקוחות יחד; תנאי שואל על לקוח אחד, בעזרת `happened`, `count`, `sum`, `average`, `minimum` או `maximum`.',
  'compared-with-nothing':
    'מה שלא ידוע אינו טקסט ריק, ולכן {written} לא אומר עליו דבר; כדי לשאול אם יש ערך כתבו {meant}.',
  'unused-declaration': 'אין שימוש ב{~kind} "{name}".',
  'unknown-result': 'במה ש־"{action}" מחזיר אין שדה "{field}".{didYouMean}',
  'unknown-report': 'על הודעה מערכת יכולה לדווח {known}; לא "{word}".{didYouMean}',
} satisfies Partial<FindingTexts>;
