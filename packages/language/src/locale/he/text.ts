import type { FindingTexts } from '../texts.ts';

/** The text itself: signs, brackets, words. */
export const textFindings = {
  'unexpected-character': 'לתו "{character}" אין כאן משמעות; הסירו אותו, או הקיפו את הטקסט במירכאות.',
  'unclosed-text': 'הטקסט לא נסגר: הוסיפו `"` בסופו, או הקיפו טקסט של כמה שורות ב־`"""`.',
  'invisible-character':
    'יש כאן תו בלתי נראה ({codePoint}); הסירו אותו: מחוץ לטקסטים הוא עלול לגרום לשורה להיראות אחרת ממה שהיא עושה.',
  'syntax-expected': 'כאן נדרש {~expected}, אבל מופיע {~found}.',
  'syntax-unexpected': '{~found} לא יכול להופיע בתוך {~place}; {~expected}.',
  'syntax-unclosed-block': ({ line }) =>
    line === undefined
      ? 'הסוגר {bracket} לא נסגר: הוסיפו {expected} בסוף.'
      : 'הסוגר {bracket} לא נסגר: הוסיפו {expected} לפני שורה {line}.',
  'syntax-left-over': ({ home }) =>
    home === undefined
      ? '{~found} לא יכול להופיע מחוץ לבלוק; בקובץ באים קודם שורות `import`, ואחריהן מסעות, פרסונות, הודעות, מערכות וכדומה.'
      : '{~found} לא יכול להופיע מחוץ לבלוק; המקום שלו הוא {~home}.',
  'surplus-bracket': 'הסוגר {bracket} לא סוגר דבר; הסירו אותו, או פתחו את הבלוק שלו קודם.',
  'typographic-quotes': 'טקסטים נכתבים במירכאות ישרות: {meant}.',
  'foreign-sign': 'כתבו {meant} במקום {written}.',
  'foreign-digits': 'כתבו {meant} במקום {written}: מספרים נכתבים בספרות 0 עד 9.',
  'unit-in-words':
    'כתבו {meant} במקום {written}: כמויות נכתבות בקיצור, כמו `2d`, `15m`, `08:00`, `50%` או `35 ILS`.',
  'foreign-operator': 'כתבו {meant} במקום {written}.',
  'foreign-comment': 'הערה מתחילה ב־`//`, או נכתבת בין `/*` ל־`*/`.',
  'unclosed-comment': 'ההערה לא נסגרה: הוסיפו `*/` בסופה.',
  'stray-comment-end': 'הסימן `*/` לא סוגר הערה; הסירו אותו: הערה לא יכולה להכיל הערה נוספת.',
  'needless-semicolon': 'משפט מסתיים בסוף השורה, בלי נקודה־פסיק; הסירו אותה.',
  'foreign-date': 'כתבו {meant} במקום {written}: תאריכים נכתבים שנה־חודש־יום.',
  'too-deep':
    'יש כאן יותר מ־{limit} סוגריים זה בתוך זה; העבירו את הצעדים הפנימיים לאוטומציה משלהם (`run …`). מה שעמוק יותר לא נקרא.',
  'too-long':
    'בביטוי יש יותר מ־{limit} חלקים שנשענים זה על זה; תנו לחלקים ממנו שמות (`let …`), או השוו לרשימה (`x in [a, b]`). ההמשך לא נקרא.',
  'mistyped-word': 'שום משפט לא מתחיל כאן ב־"{written}". האם התכוונתם ל־{meant}?',
  'missing-name': 'חסר שם לפני התווית של {~kind}: {example}.',
  'reserved-name': '"{word}" היא מילה של השפה ולא יכולה לשמש שם; בחרו שם אחר, כמו {suggestion}.',
  'name-of-words': 'שם הוא מילה אחת, כמו {name}; תווית של כמה מילים נכתבת במירכאות.',
  'unquoted-text': 'טקסטים נכתבים במירכאות: "{text}".',
  'missing-word': 'חסרה מילה לפני "{written}": כתבו {meant}.',
  'needless-sign': 'אין כאן מקום ל־"{written}"; הסירו אותו.',
  'clause-order': '"{clause}" בא לפני "{before}"; החליפו ביניהם.',
  'wrong-bracket': 'בלוק נכתב בסוגריים מסולסלים: כתבו {expected} במקום {found}.',
  'missing-block': 'מה ששייך ל־"{keyword}" נכתב בסוגריים מסולסלים: הוסיפו `{` לפניו ו־`}` אחריו.',
  'other-amount': 'כתבו {meant} במקום "{written}".',
  'other-words': 'כתבו {meant} במקום "{written}".',
  'inner-quotes': 'מירכאות בתוך טקסט היו סוגרות אותו: כתבו {meant}.',
  'missing-brace': 'מה ששייך ל־"{keyword}" נכתב בסוגריים מסולסלים: הוסיפו `{` בסוף השורה.',
  'unknown-comparison':
    'אין השוואה בשם "{word}"; השוו ב־`==`, `!=`, `<`, `<=`, `>` או `>=`, או לרשימה: `x in ["a", "b"]`.',
  'name-begins-with-digit': 'שם מתחיל באות: כתבו {meant} במקום "{written}".',
  'needless-block': 'ל־"{keyword}" אין בלוק: כתבו את מה ששייך אליו אחריו, בלי סוגריים מסולסלים.',
  'missing-part': 'ל־"{keyword}" חסר כאן {~needed}: {example}.',
  'ignore-without-reason': 'כתבו למה מותר להתעלם כאן מ־{codes}: `// ignore` {codes}`:` והסיבה.',
  'unused-ignore': 'אין כאן {code} שאפשר להתעלם ממנו; הסירו את ההערה.',
  'unclosed-direction':
    'תו בלתי נראה ({codePoint}) משנה את כיוון כל מה שבהמשך השורה; הסירו אותו, או סיימו אותו ב־{closing}.',
} satisfies Partial<FindingTexts>;
