import { DURATION, NAME, TEXT, type Phrase } from './phrase.ts';

const PERIODS: Readonly<Record<string, string>> = {
  hour: '1h',
  day: '1d',
  week: '1w',
  month: '1mo',
  year: '1y',
};
const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
};
/** A declaration up to its label. */
const declared = (keyword: string): string => `^${keyword} ${NAME}(?: ?${TEXT})?(?:\\([^()]*\\))?`;
const NAMED_WORDS =
  'override stage touchpoint automation journey persona message connector policy model channel department environment'.split(
    ' ',
  );
const DECLARATIONS: readonly string[] = [...NAMED_WORDS, 'kpi', 'segment', 'system'];
const BLOCK_WORDS: readonly string[] = [
  ...NAMED_WORDS,
  ...'if else at repeat switch split parallel try when otherwise branch for'.split(' '),
];
const NAMED =
  '(?:override )?(?:stage|touchpoint|automation|journey|persona|message|connector|policy|model|channel|department|environment)';
const BLOCKS = `(?:${NAMED}|if|else|else if|at|repeat|switch|split|parallel|try|when|otherwise|branch|for)`;
/** What holds one value, and no block. */
const ONE_LINE =
  '(?:timezone|model|owner|status|priority|reentry|week|quiet|cap|enter|exit|goal|pain|quote|role|subject|body|text|title)';
const AMOUNT = '[0-9][0-9_.]*(?:%| [A-Z]{3})?';

/** Declarations and settings in the forms of other tools. */
export const SETTING_PHRASES: readonly Phrase[] = [
  {
    anchors: [':', '=', '-', '->'],
    lines: DECLARATIONS,
    finding: 'needless-sign',
    pattern: new RegExp(`(?<=^(?:${NAMED}|kpi|segment|system) ${NAME}) ?(?:[:=-]|->)(?= ?${TEXT})`),
    meant: () => '',
  },
  {
    anchors: [':', '=', '->'],
    lines: BLOCK_WORDS,
    finding: 'needless-sign',
    pattern: new RegExp(`(?<=^(?:\\} )?${BLOCKS}\\b[^{]*[^{ ]) ?(?:[:=]|->)(?= ?\\{)`),
    meant: () => '',
  },
  {
    // As in Python and YAML: the colon opens the block.
    anchors: [':'],
    lines: BLOCK_WORDS,
    finding: 'other-words',
    pattern: new RegExp(`(?<=^(?:\\} )?${BLOCKS}\\b[^{]*) ?:$`),
    meant: () => '{',
  },
  {
    anchors: [':', '=', '->', 'is', 'by', 'via', 'using', 'runs'],
    lines: ['system'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=${declared('system')}) ?(?:[:=]|->|is|by|via|using|runs on)(?= ${NAME})`),
    meant: () => 'uses',
  },
  {
    anchors: ['uses'],
    lines: ['system'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=${declared('system')} uses )(${TEXT})`),
    meant: ({ raw }) => raw(1).slice(1, -1).trim().toLowerCase().replace(/[ -]+/g, '_') || undefined,
  },
  {
    anchors: ['on', 'by', 'through', 'over', 'using', '=', ':'],
    lines: ['message'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=${declared('message')}) ?(?:on|by|through|over|using|=|:)(?= ${NAME})`),
    meant: () => 'via',
  },
  {
    anchors: ['via', 'through', 'channel', 'over', 'using'],
    lines: ['touchpoint', 'override'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=${declared('(?:override )?touchpoint')} )(?:via|through|over|using|channel ?:?)(?= ${NAME})`,
    ),
    meant: () => 'on',
  },
  {
    anchors: [':', 'if', 'when', 'with', '='],
    lines: ['segment'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=${declared('segment')}) ?(?:[:=]|if|when|with)(?= [^"{])`),
    meant: () => 'where',
  },
  {
    anchors: ['env'],
    finding: 'other-words',
    pattern: new RegExp(`\\benv ?[.:]? ?(?:\\(${TEXT}\\)|${TEXT}|\\.?([A-Z][A-Z0-9_]*))`),
    meant: ({ found }) => {
      const name = found[1] ?? undefined;
      return name === undefined ? undefined : `env ${name}`;
    },
  },
  {
    anchors: ['env'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=\\benv ?)\\(?(${TEXT})\\)?`),
    meant: ({ raw }) => (/^"[A-Z][A-Z0-9_]*"$/.test(raw(1)) ? raw(1).slice(1, -1) : undefined),
  },
  {
    anchors: ['env'],
    finding: 'other-words',
    pattern: new RegExp(`^(${NAME})(?: ?=)?(?= env )`),
    meant: ({ found }) =>
      /^(?:auth|bearer|basic|and|or)$/.test(found[1] ?? '') ? undefined : `${found[1] ?? ''}:`,
  },
  {
    anchors: ['cap'],
    lines: ['cap'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=^cap )((?:at most|max|maximum|up to) )?([0-9]+)(?: ${NAME})? ?(?:(?:per|a|an|each|every|in a|/) ?(?:(hour|day|week|month|year)s?|(${DURATION}))|(daily|weekly|monthly|yearly))(?![\\p{L}\\p{N}_])`,
    ),
    meant: ({ found }) => {
      const [written, prefix, amount = '', period, window, adverb] = found;
      if (window !== undefined && prefix === undefined && !/ (?:a|an|each|every) |\//.test(written))
        return undefined;
      const per =
        window ?? PERIODS[(period ?? ADVERBS[(adverb ?? '').toLowerCase()] ?? 'day').toLowerCase()] ?? '1d';
      return `${amount} ${amount === '1' ? 'message' : 'messages'} per ${per}`;
    },
  },
  {
    anchors: ['then'],
    lines: ['cap', 'entries'],
    finding: 'missing-word',
    pattern: /(?<=^(?:cap|entries) .*[^,] )then(?= (?:wait|drop))/,
    meant: () => ', then',
  },
  {
    anchors: ['when', 'if', 'whenever', 'upon', 'after'],
    lines: ['enter', 'exit'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=^(?:enter|exit) )(?:when|if|whenever|upon|after)(?= ${NAME}\\.)`),
    meant: () => 'on',
  },
  {
    anchors: ['on', 'when', 'is', 'if'],
    lines: ['goal'],
    finding: 'needless-sign',
    pattern: new RegExp(`(?<=^goal )(?:on|when|is|if)(?= ${NAME}\\.)`),
    meant: () => '',
  },
  {
    anchors: ['{'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=^${ONE_LINE} ?)\\{ ?([^{}]+?) ?\\}$`),
    meant: ({ raw }) => raw(1),
  },
  // KPIs
  {
    anchors: ['target'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=\\btarget ?):? ?(?:(at least|min|minimum|over|above|more than)|(at most|max|maximum|under|below|less than)|(?=[0-9])) ?(${AMOUNT})`,
    ),
    meant: ({ found, raw }) => {
      const amount = raw(3);
      if (found[1] !== undefined) return `>= ${amount}`;
      if (found[2] !== undefined) return `<= ${amount}`;
      return [`>= ${amount}`, `<= ${amount}`];
    },
  },
  {
    anchors: ['target', 'baseline'],
    lines: ['kpi'],
    finding: 'missing-word',
    pattern: /(?<= )([^ ,{(]+) (target|baseline)(?= (?:up|down|at|[<>=0-9]))/,
    meant: ({ raw, found }) => `${raw(1)}, ${found[2] ?? ''}`,
  },
  {
    anchors: ['goal'],
    lines: ['kpi'],
    finding: 'other-words',
    pattern: /(?<=^kpi .*, )goal(?= [<>=])/,
    meant: () => 'target',
  },
  {
    anchors: [...Object.keys(ADVERBS), 'months', 'days', 'weeks', 'quarters', 'years', 'every', 'each', 'a'],
    lines: ['kpi'],
    finding: 'other-words',
    pattern:
      /(?<=^kpi .*\) )(?:(?:per|every|each|a) (day|week|month|quarter|year)s?|(daily|weekly|monthly|quarterly|yearly|annually))(?![\p{L}_])/u,
    meant: ({ found }) =>
      `per ${(found[1] ?? ADVERBS[(found[2] ?? '').toLowerCase()] ?? 'month').toLowerCase()}`,
  },
];
