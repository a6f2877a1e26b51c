import { durationIn, plural, type Units } from './plural.ts';
import type { StepWords } from './words.ts';

const UNITS: Units = {
  s: { one: 'ثانية', two: 'ثانيتين', few: '# ثوانٍ', other: '# ثانية' },
  m: { one: 'دقيقة', two: 'دقيقتين', few: '# دقائق', other: '# دقيقة' },
  h: { one: 'ساعة', two: 'ساعتين', few: '# ساعات', other: '# ساعة' },
  d: { one: 'يوم', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' },
  w: { one: 'أسبوع', two: 'أسبوعين', few: '# أسابيع', many: '# أسبوعًا', other: '# أسبوع' },
  mo: { one: 'شهر', two: 'شهرين', few: '# أشهر', many: '# شهرًا', other: '# شهر' },
  y: { one: 'سنة', two: 'سنتين', few: '# سنوات', other: '# سنة' },
};
const BUSINESS_DAYS = { one: 'يوم عمل', two: 'يومي عمل', few: '# أيام عمل', other: '# يوم عمل' };
const TIMES = { one: 'مرة واحدة', two: 'مرتين', few: '# مرات', other: '# مرة' };

export const stepsInArabic: StepWords = {
  wait: (time) => `انتظار ${time}`,
  waitUntil: (moment) => `انتظار حتى ${moment}`,
  waitFor: (condition) => `انتظار ${condition}`,
  at: (moment) => `الموعد: ${moment}`,
  every: (duration) => `كل ${duration}`,
  repeat: (every, until, atMost) =>
    [
      ['تكرار', every].filter(Boolean).join(' '),
      atMost && `${plural('ar', TIMES, atMost)} على الأكثر`,
      until && `حتى ${until}`,
    ]
      .filter(Boolean)
      .join('، '),
  if: (condition) => `إذا ${condition}`,
  ifs: 'إذا',
  switch: 'اختيار',
  split: (shares) =>
    `تقسيم ${shares.map(({ percent, name = '', label = name }) => `${label} ${percent}%`.trim()).join(' / ')}`,
  forEach: (item) => `لكل ${item}`,
  try: 'محاولة',
  branch: (name) => `الفرع ${name}`,
  let: (name) => `القيمة ${name}`,
  notify: (department) => `إبلاغ ${department}`,
  run: (label) => `تشغيل ${label}`,
  stop: 'توقّف',
  exit: 'الخروج من الرحلة',
  duration: (duration) => durationIn('ar', UNITS, duration, ' و '),
  businessDays: (days) => plural('ar', BUSINESS_DAYS, days),
  businessDay: 'يوم عمل',
  weekdays: {
    sunday: 'الأحد',
    monday: 'الاثنين',
    tuesday: 'الثلاثاء',
    wednesday: 'الأربعاء',
    thursday: 'الخميس',
    friday: 'الجمعة',
    saturday: 'السبت',
  },
  hours: { sending: 'ساعات الإرسال', business: 'ساعات العمل' },
  onDay: (clock, anchor) => `${clock} في يوم ${anchor}`,
  before: (duration, anchor) => `${duration} قبل ${anchor}`,
  after: (duration, anchor) => `${duration} بعد ${anchor}`,
};
