import { DURATION, NAME, PATH, type Phrase } from './phrase.ts';

/** The days of the week, and what else people call them. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  sunday: ['sun', 'ראשון', "א'", 'الأحد', 'الاحد', 'أحد'],
  monday: ['mon', 'שני', 'الاثنين', 'الإثنين', 'اثنين'],
  tuesday: ['tue', 'tues', 'שלישי', 'الثلاثاء', 'ثلاثاء'],
  wednesday: ['wed', 'weds', 'רביעי', 'الأربعاء', 'الاربعاء', 'أربعاء'],
  thursday: ['thu', 'thur', 'thurs', 'חמישי', 'الخميس', 'خميس'],
  friday: ['fri', 'שישי', 'الجمعة', 'جمعة'],
  saturday: ['sat', 'שבת', 'السبت', 'سبت'],
};

const WORD_NUMBERS: Readonly<Record<string, string>> = {
  a: '1',
  an: '1',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  fourteen: '14',
  thirty: '30',
};

const UNITS: Readonly<Record<string, string>> = {
  second: 's',
  minute: 'm',
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'mo',
  year: 'y',
};

/** Hebrew and Arabic have words for one and two of a unit. */
const WHOLE_DURATIONS: Readonly<Record<string, string>> = {
  דקה: '1m',
  שעה: '1h',
  שעתיים: '2h',
  יום: '1d',
  יומיים: '2d',
  שבוע: '1w',
  שבועיים: '2w',
  חודש: '1mo',
  חודשיים: '2mo',
  שנה: '1y',
  שנתיים: '2y',
  دقيقة: '1m',
  دقيقتين: '2m',
  ساعة: '1h',
  ساعتين: '2h',
  يوم: '1d',
  يومين: '2d',
  أسبوع: '1w',
  أسبوعين: '2w',
  شهر: '1mo',
  شهرين: '2mo',
  سنة: '1y',
  سنتين: '2y',
};

const dayOf = new Map(
  Object.entries(DAYS).flatMap(([day, others]) => [day, `${day}s`, ...others].map((word) => [word, day])),
);
const DAY = `(?:(?:יום|يوم) )?(?:${[...dayOf.keys()].sort((one, other) => other.length - one.length).join('|')})(?![\\p{L}\\p{M}])`;
const DAY_RUN = `${DAY}(?: ?(?:[-,]|to|until|till|and|through|עד|ו|إلى|و) ?${DAY})*`;
const TIME = '[0-9]{1,2}(?:[:.][0-9]{2}|h)?(?![0-9.:%]|mo|[smhdwy])';
const BEFORE_AMOUNTS = '\\b(?:wait|every|after|within|per|up to|for) ';

function clock(written: string): string {
  const [, hours = '', minutes = '00'] = /^([0-9]+)(?:[:.]([0-9]+)|h)?$/i.exec(written) ?? [];
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function daysOf(run: string): string {
  const parts = run.split(new RegExp(`(${DAY})`, 'iu')).filter((part) => part.trim() !== '');
  return parts
    .map((part) => {
      const day = dayOf.get(part.toLowerCase().replace(/^(?:יום|يوم) /, ''));
      return day ?? (/^ ?(?:,|and|ו|و) ?$/.test(part) ? ', ' : '-');
    })
    .join('');
}

/** Days of the week, times of day and durations in the forms of prose. */
export const TIME_PHRASES: readonly Phrase[] = [
  {
    // `until Tue at 9.30`, `until 10:00 on tuesday`, `week Sun-Thu`.
    anchors: [...new Set([...dayOf.keys()])],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=^(week|send|closed) |\\b(until|every|first|second|third|fourth|last) )(?:(${TIME}) (?:on )?)?(${DAY_RUN})(?:,? (at )?(${TIME}))?`,
    ),
    meant: ({ found }) => {
      const [, setting, word, before, run = '', at, after] = found;
      // `send sun` sends a message of that name.
      if ((setting === 'send' || word === 'until') && !before && !after && !/[-,A-Z]/.test(run))
        return undefined;
      const time = before ?? after;
      const isSchedule = word !== undefined && word !== 'until';
      const joint = isSchedule && at !== undefined ? ' at ' : ' ';
      return daysOf(run) + (time === undefined ? '' : joint + clock(time));
    },
  },
  {
    anchors: ['until'],
    finding: 'other-words',
    pattern: new RegExp(
      '(?<=\\b(?:until) )([0-9]{1,2}\\.[0-9]{2}|[0-9]{1,2}h(?! (?:before|after)))(?![0-9])',
    ),
    meant: ({ found }) => clock(found[1] ?? ''),
  },
  {
    anchors: ['quiet'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=^quiet )(?:(?:from|between|hours|times?|at night|:) ?)*(${TIME}) ?(?:-|to|until|till|and) ?(${TIME})`,
    ),
    meant: ({ found }) =>
      /[a-z]/i.test(found[0]) ? `${clock(found[1] ?? '')}-${clock(found[2] ?? '')}` : undefined,
  },
  {
    anchors: ['wait'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=\\bwait )for (${DURATION})(?![.])`),
    meant: ({ found }) => found[1],
  },
  {
    anchors: Object.keys(UNITS).flatMap((unit) => [unit, `${unit}s`]),
    finding: 'unit-in-words',
    pattern: new RegExp(
      `(?<=${BEFORE_AMOUNTS})(${Object.keys(WORD_NUMBERS).join('|')}) (${Object.keys(UNITS).join('|')})s?\\b`,
    ),
    meant: ({ found }) =>
      `${WORD_NUMBERS[(found[1] ?? '').toLowerCase()] ?? '1'}${UNITS[(found[2] ?? '').toLowerCase()] ?? 'd'}`,
  },
  {
    anchors: Object.keys(WHOLE_DURATIONS),
    finding: 'unit-in-words',
    pattern: new RegExp(
      `(?<=${BEFORE_AMOUNTS})(${Object.keys(WHOLE_DURATIONS).join('|')})(?![\\p{L}\\p{M}_.])`,
    ),
    meant: ({ found }) => WHOLE_DURATIONS[found[1] ?? ''],
  },
  {
    // `3 d`, `3D`: the unit in capitals or apart.
    anchors: ['d', 'h', 'w', 'm', 'mo', 'y'],
    finding: 'unit-in-words',
    pattern: new RegExp(`(?<=${BEFORE_AMOUNTS})([0-9]+) ?(mo|[dhwmy])(?![\\p{L}\\p{N}_.])`),
    meant: ({ found }) => `${found[1] ?? ''}${(found[2] ?? '').toLowerCase()}`,
  },
  {
    anchors: ['wait'],
    finding: 'other-words',
    pattern: /(?<=\bwait )([0-9]+)$/,
    meant: ({ found }) => [`${found[1] ?? ''}d`, `${found[1] ?? ''}h`, `${found[1] ?? ''}m`],
  },
  {
    // A deadline by business days is a moment.
    anchors: ['business'],
    finding: 'other-words',
    pattern: /(?<=\bwait for .*)up to ([0-9]+) business days?/,
    meant: ({ found }) => `until (in ${found[1] ?? ''} business days)`,
  },
  {
    anchors: ['hour', 'day', 'week', 'month', 'year'],
    lines: ['entries', 'limit'],
    finding: 'other-words',
    pattern: /(?<=\bper )(hour|day|week|month|year)(?![\p{L}])/u,
    meant: ({ found }) => `1${UNITS[(found[1] ?? 'day').toLowerCase()] ?? 'd'}`,
  },
  {
    anchors: ['till', 'til', 'untill'],
    finding: 'other-words',
    pattern: /(?<=\b(?:wait|repeat) )(?:till|til|untill)(?= )/,
    meant: () => 'until',
  },
  {
    anchors: ['-', '+'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=\\b(?:at|until) )(${PATH}) ?([-+]) ?(${DURATION})`),
    meant: ({ found }) => `${found[3] ?? ''} ${found[2] === '-' ? 'before' : 'after'} ${found[1] ?? ''}`,
  },
  {
    anchors: ['prior', 'earlier', 'ahead', 'later', 'following', 'preceding'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=\\b${DURATION} )(prior to|earlier than|ahead of|preceding|later than|following)(?= ${NAME})`,
    ),
    meant: ({ found }) => (/later|following/i.test(found[0]) ? 'after' : 'before'),
  },
  {
    // As a step: a trigger of this form has no block.
    anchors: ['before', 'after'],
    finding: 'missing-word',
    pattern: new RegExp(`^(${DURATION})(?= (?:before|after) ${PATH} ?\\{)`),
    meant: ({ found }) => `at ${found[1] ?? ''}`,
  },
];
