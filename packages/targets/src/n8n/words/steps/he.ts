import { durationIn, plural, type Units } from './plural.ts';
import type { StepWords } from './words.ts';

const UNITS: Units = {
  s: { one: 'שנייה', two: 'שתי שניות', other: '# שניות' },
  m: { one: 'דקה', two: 'שתי דקות', other: '# דקות' },
  h: { one: 'שעה', two: 'שעתיים', other: '# שעות' },
  d: { one: 'יום', two: 'יומיים', other: '# ימים' },
  w: { one: 'שבוע', two: 'שבועיים', other: '# שבועות' },
  mo: { one: 'חודש', two: 'חודשיים', other: '# חודשים' },
  y: { one: 'שנה', two: 'שנתיים', other: '# שנים' },
};
const BUSINESS_DAYS = { one: 'יום עסקים', two: 'שני ימי עסקים', other: '# ימי עסקים' };
const TIMES = { one: 'פעם אחת', two: 'פעמיים', other: '# פעמים' };

export const stepsInHebrew: StepWords = {
  wait: (time) => `המתנה של ${time}`,
  waitUntil: (moment) => `המתנה עד ${moment}`,
  waitFor: (condition) => `המתנה ל־${condition}`,
  at: (moment) => `מועד: ${moment}`,
  every: (duration) => `כל ${duration}`,
  repeat: (every, until, atMost) =>
    [
      ['חזרה', every].filter(Boolean).join(' '),
      atMost && `לכל היותר ${plural('he', TIMES, atMost)}`,
      until && `עד ${until}`,
    ]
      .filter(Boolean)
      .join(', '),
  if: (condition) => `אם ${condition}`,
  ifs: 'אם',
  switch: 'בחירה',
  split: (shares) =>
    `פיצול ${shares.map(({ percent, name = '', label = name }) => `${label} ${percent}%`.trim()).join(' / ')}`,
  forEach: (item) => `לכל ${item}`,
  try: 'ניסיון',
  branch: (name) => `ענף ${name}`,
  let: (name) => `הערך ${name}`,
  notify: (department) => `עדכון ${department}`,
  run: (label) => `הפעלת ${label}`,
  stop: 'עצירה',
  exit: 'יציאה מהמסע',
  duration: (duration) => durationIn('he', UNITS, duration, ' ועוד '),
  businessDays: (days) => plural('he', BUSINESS_DAYS, days),
  businessDay: 'יום עבודה',
  weekdays: {
    sunday: 'יום ראשון',
    monday: 'יום שני',
    tuesday: 'יום שלישי',
    wednesday: 'יום רביעי',
    thursday: 'יום חמישי',
    friday: 'יום שישי',
    saturday: 'יום שבת',
  },
  hours: { sending: 'שעות השליחה', business: 'שעות העבודה' },
  onDay: (clock, anchor) => `${clock} ביום של ${anchor}`,
  before: (duration, anchor) => `${duration} לפני ${anchor}`,
  after: (duration, anchor) => `${duration} אחרי ${anchor}`,
};
