import type { FindingTexts } from '../texts.ts';

/** Stages, touchpoints, KPIs and what journeys take over from each other. */
export const mapFindings = {
  'missing-stages': ({ one }) =>
    one
      ? 'במודל "{model}" יש שלב שחסר במסע הזה: {stages}.'
      : 'במודל "{model}" יש שלבים שחסרים במסע הזה: {stages}.',
  'stage-order': 'במודל "{model}" השלב "{stage}" בא לפני "{before}"; כאן הוא בא אחריו.',
  'empty-stage': 'בשלב "{stage}" עוד אין דבר: הוסיפו נקודת מגע, אוטומציה או מדד.',
  'stage-played-twice':
    'השלבים "{other}" ו־"{stage}" מייצגים שניהם את "{plays}" של המודל; תנו לאחד מהם שלב אחר.',
  'no-stages': 'במסע "{journey}" אין שלבים, ולכן המפה שלו ריקה; הוסיפו שלבים, או מודל שממנו יילקחו.',
  'label-missing': 'אנשים יקראו כאן את השם "{name}", בין תוויות בכתב אחר; הוסיפו תווית.',
  'empty-label': 'התווית של "{name}" ריקה; כתבו תווית, או הסירו אותה והשם יוצג.',
  'same-label': 'גם לאחר, {~kind} בשורה {line}, קוראים "{label}"; לא יוכלו להבדיל ביניהם.',
  'emotion-twice':
    'מה שמרגישים כאן ({~whose}) כבר כתוב בשורה {line}; השאירו אחד, או כתבו לאיזו פרסונה שייך כל אחד.',
  'presence-contradicts-channel':
    'על נקודת המגע כתוב `{word}`, אבל הערוץ שלה "{channel}" הוא `{presence}`; הסירו את המילה, או בחרו ערוץ אחר.',
  'persona-twice': '{~kind} "{name}" כבר מופיע; הסירו אותו כאן.',
  'persona-elsewhere': 'המסע "{journey}" לא מיועד ל־"{name}"; הוסיפו את הפרסונה למסע, או בחרו אחת משלו.',
  'point-of-sale-elsewhere':
    'נקודת המכירה "{pointOfSale}" היא בערוץ "{on}", ונקודת המגע הזאת ב־"{channel}"; בחרו אחד מהשניים.',
  'department-twice': 'המחלקה "{name}" כבר מופיעה; הסירו אותה כאן.',
  'said-twice': '{~what} כבר כתוב בשורה {line}, ורק זה קובע; הסירו אחד מהם.',
  'count-without-window': '"{name}" סופר מהיום הראשון ורק גדל; כתבו לכמה זמן, למשל `per 30d` או `per month`.',
  'window-needed': '`{name}(…)` מסתכל על פרק זמן; כתבו איזה, למשל `per 30d` או `per quarter`.',
  'target-out-of-range': ({ to }) =>
    to === ''
      ? '{~what} לעולם לא מתחת ל־{from}, ולכן היעד {target} חסר משמעות; כתבו אחר.'
      : '{~what} הוא בין {from} ל־{to}, ולכן היעד {target} חסר משמעות; כתבו אחר.',
  'target-of-other-kind': 'המדד הוא {~wanted}, אבל {~what} שלו הוא {~given}; כתבו את שניהם באותו אופן.',
  'baseline-meets-target': 'נקודת המוצא {baseline} כבר עומדת ביעד {target}; קבעו יעד שעוד צריך להגיע אליו.',
  'always-all': '{text} חלקי עצמו הוא תמיד 100%; חלקו במשהו אחר.',
  'kpi-circle': ({ through }) =>
    through === ''
      ? 'הנוסחה של "{name}" צריכה את "{name}" עצמו; כתבו אירוע או מדד אחר.'
      : 'הנוסחה של "{name}" צריכה את עצמה, דרך {through}; שברו את המעגל.',
  'same-kpi': '"{name}" מודד אותו דבר כמו "{other}" בשורה {line}; השאירו אחד מהם, או שנו נוסחה.',
  'formula-no-measure': 'את "{name}" צריך למדוד, אבל כאן יש {~given} ולא מספר; ספרו אותו, או כתבו כמות.',
  'of-without-share':
    '`{name}(…)` אינו חלק ממשהו, ולכן `of {of}` לא אומר כאן דבר; השתמשו ב־`rate`, `retention` או `churn`, או חלקו ב־`count({of})`.',
  'percentile-range':
    'אין אחוזון {text}: כתבו אחד בין `0%` ל־`100%`, למשל `90%` למה שתשעה מכל עשרה נמצאים מתחתיו.',
  'rate-of-what': 'שיעור הוא חלק ממשהו: כתבו ממה, למשל `rate(crm.deal_won of leads.submitted)`.',
  'target-wants-loss': 'ב־`{measure}` פחות זה טוב יותר, והיעד הזה רוצה יותר: כתבו {right} במקום {old}.',
  'target-wrong-way': 'ב־`{name}(…)` {~what} זה טוב יותר, והיעד הזה רוצה את ההפך: כתבו {right} במקום {old}.',
  'image-missing': 'אין תמונה "{path}"; בדקו את הנתיב, שנספר מהתיקייה של הקובץ הזה.',
  'image-kind': 'מפה מציגה קובצי PNG, JPEG, WebP, GIF ו־SVG; "{path}" אינו אחד מהם.',
  'image-remote': 'מפה לא טוענת דבר מהרשת; שמרו את "{address}" כקובץ ליד המסע.',
  'extends-circle': ({ through }) =>
    through === ''
      ? 'המסע "{journey}" מרחיב את עצמו; כתבו מסע אחר.'
      : 'המסע "{journey}" מרחיב את עצמו, דרך {through}; שברו את המעגל.',
  'nothing-to-override': ({ base }) =>
    base === ''
      ? 'אין מה לדרוס: זה ({~kind}) לא בתוך מסע שמרחיב מסע אחר. הסירו `override`.'
      : 'ב־"{base}" אין כאן {~kind} "{name}" לדרוס.{didYouMean}',
  'override-unsaid':
    'ב־"{base}" כבר יש {~kind} "{name}": כתבו לפניו `override` כדי לשנות אותו, או תנו לזה שם אחר.',
  'message-not-sent': '"{base}" לא שולח את "{message}", ולכן לא יישלח דבר במקומה; כתבו הודעה שהוא שולח.',
  'message-needs-more':
    '"{message}" צריכה את "{parameter}", ואף אחד לא נותן אותו היכן ש־"{replaced}" נשלחת; תנו לו ברירת מחדל, או כתבו הודעה אחרת.',
  'left-out-but-used':
    '{~kind} "{name}" הושמט, אבל "{user}" עוד צריך אותו (שורה {line}); דרסו אותו, או השמיטו גם אותו.',
  'nested-circle': ({ through }) =>
    through === ''
      ? 'השלב "{stage}" הוא המסע "{journey}", שהוא עצמו חלק ממנו; כתבו מסע אחר.'
      : 'השלב "{stage}" מוביל בחזרה אל המסע "{journey}", דרך {through}; מסע לא יכול להיות חלק מעצמו.',
} satisfies Partial<FindingTexts>;
