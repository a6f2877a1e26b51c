import type { Slip } from './slips.ts';

/** Digits of other scripts; the digit's value is its distance from the first. */
const FOREIGN_DIGITS = '\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19';
const FIRST_DIGITS: readonly number[] = [0x660, 0x6f0, 0xff10];

const UNITS: Readonly<Record<string, readonly string[]>> = {
  s: ['seconds', 'second', 'secs', 'sec', 'שניות', 'שנייה', 'ثوان', 'ثانية'],
  m: ['minutes', 'minute', 'mins', 'min', 'דקות', 'דקה', 'دقائق', 'دقيقة'],
  h: ['hours', 'hour', 'hrs', 'hr', 'שעות', 'שעה', 'ساعات', 'ساعة'],
  d: ['days', 'day', 'ימים', 'יום', 'أيام', 'يوم'],
  w: ['weeks', 'week', 'שבועות', 'שבוע', 'أسابيع', 'أسبوع'],
  mo: ['months', 'month', 'mos', 'חודשים', 'חודש', 'أشهر', 'شهر'],
  y: ['years', 'year', 'yrs', 'yr', 'שנים', 'שנה', 'سنوات', 'سنة'],
};

/** A part of the unit is that many of a smaller one. */
const SMALLER: Readonly<Record<string, readonly [number, string]>> = {
  m: [60, 's'],
  h: [60, 'm'],
  d: [24, 'h'],
  w: [7, 'd'],
};

const CURRENCIES: Readonly<Record<string, string>> = {
  '₪': 'ILS',
  '\\$': 'USD',
  '€': 'EUR',
  '£': 'GBP',
};

const NUMBER = '[0-9]+(?:\\.[0-9]+)?';
const NO_WORD_BEHIND = '(?![A-Za-z0-9_\\u05d0-\\u05ea\\u0620-\\u064a])';
const SYMBOL = `[${Object.keys(CURRENCIES).join('')}]`;

const unitOf = new Map(Object.entries(UNITS).flatMap(([unit, words]) => words.map((word) => [word, unit])));

function duration(written: string): readonly [string] {
  const [, amount = '', word = ''] = /^([0-9.]+)\s*(\S+)$/.exec(written) ?? [];
  const unit = unitOf.get(word.toLowerCase()) ?? 'd';
  const [times, smaller] = SMALLER[unit] ?? [1, unit];
  return [amount.includes('.') ? `${Math.round(Number(amount) * times)}${smaller}` : `${amount}${unit}`];
}

function clock(written: string): readonly [string] {
  const [, hours = '', minutes = '00', half = ''] = /^([0-9]+)(?::([0-9]+))?\s*([ap])/i.exec(written) ?? [];
  const hour = (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return [`${String(hour).padStart(2, '0')}:${minutes}`];
}

/** `28/3/2027`: the day first, as in most of the world, unless it can't be a month; both where it might be either. */
function date(written: string): readonly [string, ...string[]] {
  const [one = '', two = '', three = ''] = written.split(/[./]/);
  const iso = (year: string, month: string, day: string): string =>
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (one.length === 4) return [iso(one, two, three)];
  if (Number(one) > 12 || one === two) return [iso(three, two, one)];
  return Number(two) > 12 ? [iso(three, one, two)] : [iso(three, two, one), iso(three, one, two)];
}

function money(written: string): readonly [string] {
  const currency = Object.entries(CURRENCIES).find(([symbol]) => new RegExp(symbol).test(written))?.[1];
  return [`${/[0-9][0-9_.]*/.exec(written)?.[0] ?? '0'} ${currency ?? 'ILS'}`];
}

function withDigits(written: string): readonly [string] {
  const plain = written.replace(new RegExp(`[${FOREIGN_DIGITS}]`, 'g'), (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (FIRST_DIGITS.findLast((first) => first <= code) ?? code));
  });
  return [plain.replace(/[٪％]/, '%').replaceAll('٫', '.').replaceAll('٬', '')];
}

/** Amounts, times and dates in the forms of prose and of other tools. All begin like numbers of the language. */
export const AMOUNT_SLIPS: readonly Slip[] = [
  {
    finding: 'unit-in-words',
    pattern: new RegExp(`${NUMBER}[ \\t]*(?:${[...unitOf.keys()].join('|')})${NO_WORD_BEHIND}`),
    first: true,
    meant: duration,
  },
  {
    finding: 'unit-in-words',
    pattern: new RegExp(`${NUMBER}(?:[ \\t]+%|[ \\t]*(?:[٪％]|(?:percent|אחוזים|אחוז)${NO_WORD_BEHIND}))`),
    first: true,
    meant: (written) => [`${/^[0-9.]+/.exec(written)?.[0] ?? '0'}%`],
  },
  {
    finding: 'unit-in-words',
    pattern: /(?:[1-9]|1[0-2])(?::[0-5][0-9])?[ \t]*[AaPp]\.?[Mm]\.?(?![A-Za-z0-9_])/,
    first: true,
    meant: clock,
  },
  {
    finding: 'unit-in-words',
    pattern: new RegExp(`${SYMBOL}[ \\t]*${NUMBER}|${NUMBER}[ \\t]*${SYMBOL}`),
    first: true,
    meant: money,
  },
  {
    finding: 'foreign-date',
    pattern:
      /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?/,
    first: true,
    meant: (written) => [written.slice(0, 16).replace('T', ' ')],
  },
  {
    finding: 'foreign-date',
    pattern: /(?:[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{4}\/[0-9]{1,2}\/[0-9]{1,2})(?![0-9])/,
    first: true,
    meant: date,
  },
  {
    finding: 'unit-in-words',
    pattern: new RegExp(`[${FOREIGN_DIGITS}]+[ \\t]*(?:${[...unitOf.keys()].join('|')})${NO_WORD_BEHIND}`),
    meant: (written) => duration(withDigits(written)[0]),
  },
  {
    finding: 'foreign-digits',
    pattern: new RegExp(
      `[${FOREIGN_DIGITS}][0-9${FOREIGN_DIGITS}:\\-_٫٬]*(?:mo|[smhdwy])?${NO_WORD_BEHIND}[%٪％]?`,
    ),
    meant: withDigits,
  },
];
