import type { BinaryOperator, CalendarPeriod, DurationUnit, EmotionValue, Engagement } from '@journey/model';
import type { Language } from './languages.ts';

/**
 * A phrase for each number that needs its own: `one` and `two` for exactly 1 and 2, the others by the language's
 * plural rules, with the number where `{n}` stands.
 */
export interface PluralForms {
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Every phrase of the map in one language. `{name}` stands for what is filled in. */
export interface Words {
  readonly stage: string;
  readonly wholeJourney: string;
  readonly touchpoint: string;
  readonly online: string;
  readonly offline: string;
  readonly planned: string;
  readonly retired: string;
  readonly momentOfTruth: string;
  readonly breakPoint: string;
  readonly feeling: string;
  readonly feelings: Record<`${EmotionValue}`, string>;
  readonly pain: string;
  readonly opportunity: string;
  readonly backstage: string;
  readonly evidence: string;
  readonly automation: string;
  readonly persona: string;
  readonly goal: string;
  readonly goalWithin: string;
  readonly leavesOn: string;
  readonly quietHours: string;
  readonly cap: string;
  readonly messages: PluralForms;
  readonly kpi: string;
  readonly target: string;
  readonly baseline: string;
  readonly bounds: Record<'>=' | '<=' | '>' | '<' | '==', string>;
  readonly trend: Record<'up' | 'down', string>;
  readonly rolling: string;
  readonly period: Record<CalendarPeriod, string>;
  readonly owner: string;
  readonly quotation: string;
  readonly labelled: string;
  readonly listSeparator: string;
  // Time
  readonly units: Record<DurationUnit, PluralForms>;
  readonly businessDays: PluralForms;
  readonly times: PluralForms;
  readonly before: string;
  readonly after: string;
  readonly fromNow: string;
  readonly at: string;
  readonly onDay: string;
  readonly every: string;
  readonly startOf: string;
  readonly endOf: string;
  readonly fieldOf: string;
  // Events and conditions
  readonly enters: string;
  readonly leaves: string;
  readonly engagement: Record<Engagement, string>;
  readonly operators: Record<BinaryOperator, string>;
  readonly not: string;
  readonly between: string;
  readonly yes: string;
  readonly no: string;
  readonly now: string;
  readonly customer: string;
  readonly where: string;
  // Triggers and steps
  readonly when: string;
  readonly joins: string;
  readonly byHand: string;
  readonly send: string;
  readonly wait: string;
  readonly waitUntil: string;
  readonly waitFor: string;
  readonly upTo: string;
  readonly timeout: string;
  readonly if: string;
  readonly orIf: string;
  readonly otherwise: string;
  readonly choose: string;
  readonly chooseBy: string;
  readonly inCase: string;
  readonly split: string;
  readonly holdout: string;
  readonly repeat: string;
  readonly until: string;
  readonly atMost: string;
  readonly forEach: string;
  readonly parallel: string;
  readonly branch: string;
  readonly try: string;
  readonly retries: string;
  readonly onFailure: string;
  readonly notify: string;
  readonly move: string;
  readonly run: string;
  readonly stop: string;
  readonly exit: string;
}

export const WORDS: Record<Language, Words> = {
  en: {
    stage: 'Stage {number}: {label}',
    wholeJourney: 'Whole journey',
    touchpoint: 'Touchpoint: {label}',
    online: 'online',
    offline: 'offline',
    planned: 'Planned',
    retired: 'Retired',
    momentOfTruth: 'Moment of truth',
    breakPoint: 'Break point',
    feeling: '{label}: feels {feeling}',
    feelings: { '-2': 'very bad', '-1': 'bad', '0': 'neutral', '1': 'good', '2': 'very good' },
    pain: 'Pain',
    opportunity: 'Opportunity',
    backstage: 'Backstage',
    evidence: 'Evidence',
    automation: 'Automation: {label}',
    persona: 'Persona: {label}',
    goal: 'Goal: {goal}',
    goalWithin: 'Goal: {goal} within {duration}',
    leavesOn: 'Leaves: {event}',
    quietHours: 'Quiet hours: {window}',
    cap: 'At most {messages} in {duration}',
    messages: { one: 'one message', other: '{n} messages' },
    kpi: 'Measure: {label}',
    target: 'Target',
    baseline: 'Baseline: {value}',
    bounds: { '>=': '≥ {value}', '<=': '≤ {value}', '>': '> {value}', '<': '< {value}', '==': '= {value}' },
    trend: { up: 'Rising', down: 'Falling' },
    rolling: 'in {duration}',
    period: {
      day: 'per day',
      week: 'per week',
      month: 'per month',
      quarter: 'per quarter',
      year: 'per year',
    },
    owner: 'Owner: {owner}',
    quotation: '“{text}”',
    labelled: '{label}: {text}',
    listSeparator: ', ',
    units: {
      s: { one: 'one second', other: '{n} seconds' },
      m: { one: 'one minute', other: '{n} minutes' },
      h: { one: 'one hour', other: '{n} hours' },
      d: { one: 'one day', other: '{n} days' },
      w: { one: 'one week', other: '{n} weeks' },
      mo: { one: 'one month', other: '{n} months' },
      y: { one: 'one year', other: '{n} years' },
    },
    businessDays: { one: 'one business day', other: '{n} business days' },
    times: { one: 'once', two: 'twice', other: '{n} times' },
    before: '{duration} before {anchor}',
    after: '{duration} after {anchor}',
    fromNow: 'in {duration}',
    at: '{phrase} at {clock}',
    onDay: 'At {clock} on the day of {anchor}',
    every: 'Every {what}',
    startOf: '{owner}',
    endOf: 'the end of {owner}',
    fieldOf: '{field} of {owner}',
    enters: 'Comes to stage {stage}',
    leaves: 'Leaves stage {stage}',
    engagement: {
      sent: '“{message}” was sent',
      delivered: '“{message}” was delivered',
      opened: '“{message}” was opened',
      clicked: '“{message}” was clicked',
      replied: '“{message}” was answered',
      bounced: '“{message}” bounced',
      failed: '“{message}” failed',
    },
    operators: {
      '+': '{left} plus {right}',
      '-': '{left} minus {right}',
      '*': '{left} times {right}',
      '/': '{left} divided by {right}',
      '==': '{left} is {right}',
      '!=': '{left} is not {right}',
      '<': '{left} is under {right}',
      '<=': '{left} is at most {right}',
      '>': '{left} is over {right}',
      '>=': '{left} is at least {right}',
      in: '{left} is {right}',
      and: '{left} and {right}',
      or: '{left} or {right}',
    },
    not: 'not {what}',
    between: 'from “{from}” to “{to}”',
    yes: 'yes',
    no: 'no',
    now: 'now',
    customer: 'the customer',
    where: '{event}, where {condition}',
    when: 'When: {event}',
    joins: 'Joins segment {segment}',
    byHand: 'Started by hand',
    send: 'Send {message} ({system})',
    wait: 'Wait {duration}',
    waitUntil: 'Wait until {moment}',
    waitFor: 'Wait for: {event}',
    upTo: 'up to {duration}',
    timeout: 'If time runs out',
    if: 'If {condition}',
    orIf: 'Or if {condition}',
    otherwise: 'Otherwise',
    choose: 'Choose',
    chooseBy: 'Choose by {subject}',
    inCase: 'When {condition}',
    split: 'Split',
    holdout: 'left out, to compare',
    repeat: 'Repeat',
    until: 'until {condition}',
    atMost: 'at most {times}',
    forEach: 'For each {item} in {list}',
    parallel: 'At the same time',
    branch: 'Branch {number}',
    try: 'Try',
    retries: 'then again up to {times}',
    onFailure: 'If it fails',
    notify: 'Tell {department}',
    move: 'Move to stage {stage}',
    run: 'Run {target}',
    stop: 'Stop',
    exit: 'Leave the journey',
  },
  he: {
    stage: 'שלב {number}: {label}',
    wholeJourney: 'כל המסע',
    touchpoint: 'נקודת מגע: {label}',
    online: 'מקוון',
    offline: 'לא מקוון',
    planned: 'מתוכנן',
    retired: 'הופסק',
    momentOfTruth: 'רגע האמת',
    breakPoint: 'נקודת שבר',
    feeling: '{label}: הרגשה {feeling}',
    feelings: { '-2': 'רעה מאוד', '-1': 'רעה', '0': 'ניטרלית', '1': 'טובה', '2': 'טובה מאוד' },
    pain: 'כאב',
    opportunity: 'הזדמנות',
    backstage: 'מאחורי הקלעים',
    evidence: 'מה הלקוח רואה',
    automation: 'אוטומציה: {label}',
    persona: 'פרסונה: {label}',
    goal: 'מטרה: {goal}',
    goalWithin: 'מטרה: {goal} בתוך {duration}',
    leavesOn: 'יציאה: {event}',
    quietHours: 'שעות שקט: {window}',
    cap: 'לכל היותר {messages} ב־{duration}',
    messages: { one: 'הודעה אחת', two: 'שתי הודעות', other: '{n} הודעות' },
    kpi: 'מדד: {label}',
    target: 'יעד',
    baseline: 'נקודת מוצא: {value}',
    bounds: {
      '>=': 'לפחות {value}',
      '<=': 'עד {value}',
      '>': 'יותר מ־{value}',
      '<': 'פחות מ־{value}',
      '==': '{value}',
    },
    trend: { up: 'במגמת עלייה', down: 'במגמת ירידה' },
    rolling: 'ב־{duration}',
    period: { day: 'ליום', week: 'לשבוע', month: 'לחודש', quarter: 'לרבעון', year: 'לשנה' },
    owner: 'אחראי: {owner}',
    quotation: '״{text}״',
    labelled: '{label}: {text}',
    listSeparator: ', ',
    units: {
      s: { one: 'שנייה', two: 'שתי שניות', other: '{n} שניות' },
      m: { one: 'דקה', two: 'שתי דקות', other: '{n} דקות' },
      h: { one: 'שעה', two: 'שעתיים', other: '{n} שעות' },
      d: { one: 'יום', two: 'יומיים', other: '{n} ימים' },
      w: { one: 'שבוע', two: 'שבועיים', other: '{n} שבועות' },
      mo: { one: 'חודש', two: 'חודשיים', other: '{n} חודשים' },
      y: { one: 'שנה', two: 'שנתיים', other: '{n} שנים' },
    },
    businessDays: { one: 'יום עסקים', two: 'שני ימי עסקים', other: '{n} ימי עסקים' },
    times: { one: 'פעם אחת', two: 'פעמיים', other: '{n} פעמים' },
    before: '{duration} לפני {anchor}',
    after: '{duration} אחרי {anchor}',
    fromNow: 'בעוד {duration}',
    at: '{phrase} בשעה {clock}',
    onDay: 'בשעה {clock} ביום של {anchor}',
    every: 'כל {what}',
    startOf: '{owner}',
    endOf: 'סוף {owner}',
    fieldOf: '{field} של {owner}',
    enters: 'כניסה לשלב {stage}',
    leaves: 'יציאה משלב {stage}',
    engagement: {
      sent: '״{message}״ נשלחה',
      delivered: '״{message}״ נמסרה',
      opened: '״{message}״ נפתחה',
      clicked: 'לחצו ב״{message}״',
      replied: 'ענו ל״{message}״',
      bounced: '״{message}״ חזרה',
      failed: '״{message}״ נכשלה',
    },
    operators: {
      '+': '{left} ועוד {right}',
      '-': '{left} פחות {right}',
      '*': '{left} כפול {right}',
      '/': '{left} חלקי {right}',
      '==': '{left} = {right}',
      '!=': '{left} ≠ {right}',
      '<': '{left} פחות מ־{right}',
      '<=': '{left} לכל היותר {right}',
      '>': '{left} יותר מ־{right}',
      '>=': '{left} לפחות {right}',
      in: '{left} = {right}',
      and: '{left} וגם {right}',
      or: '{left} או {right}',
    },
    not: 'לא {what}',
    between: 'מ״{from}״ עד ״{to}״',
    yes: 'כן',
    no: 'לא',
    now: 'עכשיו',
    customer: 'הלקוח',
    where: '{event}, כאשר {condition}',
    when: 'כאשר: {event}',
    joins: 'הצטרפות לפלח {segment}',
    byHand: 'הפעלה ידנית',
    send: 'שליחה: {message} ({system})',
    wait: 'המתנה: {duration}',
    waitUntil: 'המתנה עד {moment}',
    waitFor: 'המתנה ל: {event}',
    upTo: 'עד {duration}',
    timeout: 'אם הזמן עבר',
    if: 'אם {condition}',
    orIf: 'או אם {condition}',
    otherwise: 'אחרת',
    choose: 'בחירה',
    chooseBy: 'בחירה לפי {subject}',
    inCase: 'כאשר {condition}',
    split: 'פיצול',
    holdout: 'בלי פנייה, להשוואה',
    repeat: 'חזרה',
    until: 'עד ש: {condition}',
    atMost: 'לכל היותר {times}',
    forEach: 'לכל {item} מתוך {list}',
    parallel: 'במקביל',
    branch: 'ענף {number}',
    try: 'ניסיון',
    retries: 'ועוד עד {times}',
    onFailure: 'אם נכשל',
    notify: 'הודעה ל: {department}',
    move: 'מעבר לשלב {stage}',
    run: 'הפעלת {target}',
    stop: 'עצירה',
    exit: 'יציאה מהמסע',
  },
  ar: {
    stage: 'المرحلة {number}: {label}',
    wholeJourney: 'الرحلة كلها',
    touchpoint: 'نقطة اتصال: {label}',
    online: 'عبر الإنترنت',
    offline: 'خارج الإنترنت',
    planned: 'مخطط',
    retired: 'متوقف',
    momentOfTruth: 'لحظة الحقيقة',
    breakPoint: 'نقطة انقطاع',
    feeling: '{label}: الشعور {feeling}',
    feelings: { '-2': 'سيئ جدًا', '-1': 'سيئ', '0': 'محايد', '1': 'جيد', '2': 'جيد جدًا' },
    pain: 'نقطة ألم',
    opportunity: 'فرصة',
    backstage: 'خلف الكواليس',
    evidence: 'ما يراه العميل',
    automation: 'أتمتة: {label}',
    persona: 'شخصية: {label}',
    goal: 'الهدف: {goal}',
    goalWithin: 'الهدف: {goal} خلال {duration}',
    leavesOn: 'خروج: {event}',
    quietHours: 'ساعات الهدوء: {window}',
    cap: '{messages} على الأكثر خلال {duration}',
    messages: {
      one: 'رسالة واحدة',
      two: 'رسالتان',
      few: '{n} رسائل',
      many: '{n} رسالة',
      other: '{n} رسالة',
    },
    kpi: 'مؤشر: {label}',
    target: 'المستهدف',
    baseline: 'خط الأساس: {value}',
    bounds: {
      '>=': '{value} على الأقل',
      '<=': '{value} على الأكثر',
      '>': 'أكثر من {value}',
      '<': 'أقل من {value}',
      '==': '{value}',
    },
    trend: { up: 'في ارتفاع', down: 'في انخفاض' },
    rolling: 'خلال {duration}',
    period: {
      day: 'في اليوم',
      week: 'في الأسبوع',
      month: 'في الشهر',
      quarter: 'في ربع السنة',
      year: 'في السنة',
    },
    owner: 'المسؤول: {owner}',
    quotation: '«{text}»',
    labelled: '{label}: {text}',
    listSeparator: '، ',
    units: {
      s: { one: 'ثانية', two: 'ثانيتين', few: '{n} ثوانٍ', many: '{n} ثانية', other: '{n} ثانية' },
      m: { one: 'دقيقة', two: 'دقيقتين', few: '{n} دقائق', many: '{n} دقيقة', other: '{n} دقيقة' },
      h: { one: 'ساعة', two: 'ساعتين', few: '{n} ساعات', many: '{n} ساعة', other: '{n} ساعة' },
      d: { one: 'يوم', two: 'يومين', few: '{n} أيام', many: '{n} يومًا', other: '{n} يوم' },
      w: { one: 'أسبوع', two: 'أسبوعين', few: '{n} أسابيع', many: '{n} أسبوعًا', other: '{n} أسبوع' },
      mo: { one: 'شهر', two: 'شهرين', few: '{n} أشهر', many: '{n} شهرًا', other: '{n} شهر' },
      y: { one: 'سنة', two: 'سنتين', few: '{n} سنوات', many: '{n} سنة', other: '{n} سنة' },
    },
    businessDays: {
      one: 'يوم عمل',
      two: 'يومي عمل',
      few: '{n} أيام عمل',
      many: '{n} يوم عمل',
      other: '{n} يوم عمل',
    },
    times: { one: 'مرة واحدة', two: 'مرتين', few: '{n} مرات', many: '{n} مرة', other: '{n} مرة' },
    before: 'قبل {duration} من {anchor}',
    after: 'بعد {duration} من {anchor}',
    fromNow: 'بعد {duration}',
    at: '{phrase}، الساعة {clock}',
    onDay: 'الساعة {clock} في يوم {anchor}',
    every: 'كل {what}',
    startOf: '{owner}',
    endOf: 'نهاية {owner}',
    fieldOf: '{field} ({owner})',
    enters: 'دخول مرحلة {stage}',
    leaves: 'مغادرة مرحلة {stage}',
    engagement: {
      sent: 'أُرسلت «{message}»',
      delivered: 'وصلت «{message}»',
      opened: 'فُتحت «{message}»',
      clicked: 'نُقر على «{message}»',
      replied: 'رُدّ على «{message}»',
      bounced: 'ارتدّت «{message}»',
      failed: 'فشلت «{message}»',
    },
    operators: {
      '+': '{left} زائد {right}',
      '-': '{left} ناقص {right}',
      '*': '{left} ضرب {right}',
      '/': '{left} على {right}',
      '==': '{left} = {right}',
      '!=': '{left} ≠ {right}',
      '<': '{left} أقل من {right}',
      '<=': '{left} لا يتجاوز {right}',
      '>': '{left} أكثر من {right}',
      '>=': '{left} لا يقل عن {right}',
      in: '{left} = {right}',
      and: '{left} و{right}',
      or: '{left} أو {right}',
    },
    not: 'ليس {what}',
    between: 'من «{from}» إلى «{to}»',
    yes: 'نعم',
    no: 'لا',
    now: 'الآن',
    customer: 'العميل',
    where: '{event}، عندما {condition}',
    when: 'عند: {event}',
    joins: 'الانضمام إلى شريحة {segment}',
    byHand: 'تشغيل يدوي',
    send: 'إرسال: {message} ({system})',
    wait: 'انتظار {duration}',
    waitUntil: 'انتظار حتى {moment}',
    waitFor: 'انتظار: {event}',
    upTo: 'حتى {duration}',
    timeout: 'إذا انتهى الوقت',
    if: 'إذا {condition}',
    orIf: 'أو إذا {condition}',
    otherwise: 'وإلا',
    choose: 'اختيار',
    chooseBy: 'اختيار حسب {subject}',
    inCase: 'عندما {condition}',
    split: 'تقسيم',
    holdout: 'دون تواصل، للمقارنة',
    repeat: 'تكرار',
    until: 'حتى: {condition}',
    atMost: '{times} على الأكثر',
    forEach: 'لكل {item} في {list}',
    parallel: 'في الوقت نفسه',
    branch: 'الفرع {number}',
    try: 'محاولة',
    retries: 'ثم {times} أخرى على الأكثر',
    onFailure: 'إذا فشلت',
    notify: 'إبلاغ {department}',
    move: 'الانتقال إلى مرحلة {stage}',
    run: 'تشغيل {target}',
    stop: 'توقف',
    exit: 'الخروج من الرحلة',
  },
};
