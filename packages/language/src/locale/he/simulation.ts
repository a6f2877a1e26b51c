import type { FindingTexts } from '../texts.ts';

/** Scenarios and assumptions. */
export const simulationFindings = {
  'scenario-order': '{at} הוא לפני {before}, שכתוב למעלה; כתבו את הדברים לפי הסדר שבו הם קורים.',
  'expect-too-early': ({ when }) =>
    when === ''
      ? 'עד כאן עוד לא קרה דבר; כתבו ציפייה אחרי השורה הראשונה שקורה.'
      : '{when} הוא לפני שקורה משהו; כתבו ציפייה אחרי השורה הראשונה שקורה.',
  'scenario-without-automations':
    'במסע "{journey}" אין אוטומציות, ולכן אין מה לבדוק בו; הוסיפו אחת, או בדקו מסע אחר.',
  'assumption-unused': 'שום דבר במסע "{journey}" לא מסתכל על {event}, ולכן ההנחה לא משנה דבר.',
  'delay-reversed': '{from} ארוך מ־{to}; כתבו קודם את הזמן הקצר: `{to}..{from}`.',
  'assumption-twice': 'כבר יש הנחה על {event} בשורה {line}; השאירו אחת מהן.',
  'unknown-data': '{event} לא מביא "{name}".{didYouMean}',
  'scenario-twice': 'גם לתרחיש בשורה {line} קוראים "{label}"; תנו לכל אחד שם משלו.',
  'wrong-data': '"{name}" הוא {~wanted}, אבל כאן יש {~given}.',
  'expects-never-sent':
    'שום אוטומציה במסע "{journey}" לא שולחת את "{message}"; שלחו אותה, או צפו להודעה אחרת.',
  'scenario-without-expectation':
    'התרחיש "{label}" לא מצפה לדבר, ולכן לא ייכשל אף פעם; הוסיפו שורה כמו `expect send …`.',
} satisfies Partial<FindingTexts>;
