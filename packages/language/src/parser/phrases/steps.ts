import { isReserved } from '../tokens.ts';
import { DURATION, NAME, PATH, TEXT, type Phrase } from './phrase.ts';

const STEP_WORDS: readonly string[] =
  'send wait notify move run stop exit if let split repeat at switch parallel try'.split(' ');
const STEP = `(?:${STEP_WORDS.join('|')})`;
/** What may stand behind an event. */
const BEHIND_EVENT = '(?= as | where |, ?| or |$)';

/** Words that begin a statement of its own behind an event. */
const BEGIN_OTHERS: ReadonlySet<string> = new Set(
  'as enter entries goal reentry version priority quiet cap week closed consent timezone without unsubscribe subscribe owner pain opportunity quote'.split(
    ' ',
  ),
);

/** What feelings are called, by the number that the map draws. */
const FEELINGS: Readonly<Record<string, readonly string[]>> = {
  '-2': 'awful terrible angry furious hate worst נורא כועס زعلان غاضب سيئ_جدا'.split(' '),
  '-1': 'bad sad frustrated annoyed worried negative unhappy עצוב מתוסכל רע حزين محبط سيئ'.split(' '),
  '0': 'neutral ok okay indifferent ניטרלי محايد'.split(' '),
  '+1': 'good happy satisfied positive glad pleased curious שמח מרוצה טוב سعيد راض جيد'.split(' '),
  '+2': 'great delighted excited amazing love thrilled excellent מצוין נרגש מאושר ممتاز متحمس'.split(' '),
};
const feelingOf = new Map(
  Object.entries(FEELINGS).flatMap(([number, words]) => words.map((word) => [word, number])),
);

/** Triggers and steps as they are said in English, and in the forms of lists and diagrams. */
export const STEP_PHRASES: readonly Phrase[] = [
  {
    anchors: ['trigger', 'trigger:'],
    finding: 'needless-sign',
    pattern: /^trigger ?:?(?= (?:on|when|every|manually|once) ?)/,
    meant: () => '',
  },
  {
    anchors: ['>=', '=>', '->'],
    lines: ['on', 'enter'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=^(?:enter )?on [^{}]*) ?(?:>=|->)(?= ?${NAME}$)`),
    meant: () => 'as',
  },
  {
    // `on site signed_up`, `on site.signed up`, `on site/signed-up`.
    anchors: ['on'],
    lines: ['on', 'enter', 'exit'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=^(?:enter |exit )?on )(?!day of)(${NAME})(\\.| ?/ ?| ?-> ?| )(${NAME}(?:[ -](?!as |where |or )${NAME})*)${BEHIND_EVENT}`,
    ),
    meant: ({ found }) => {
      const words = (found[3] ?? '').split(/[ -]/);
      if ([found[1] ?? '', ...words].some((word) => isReserved(word) || BEGIN_OTHERS.has(word)))
        return undefined;
      return `${found[1] ?? ''}.${words.join('_')}`;
    },
  },
  {
    anchors: ['email', 'mail', 'sms', 'whatsapp', 'push', 'message', 'text', 'template', 'the'],
    lines: ['send'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=^send )(?:(?:an?|the) )?(?:email|mail|sms|whatsapp|push|message|text|template|the)(?: message)? (?!to\\b|retry\\b|on\\b)(${NAME})`,
    ),
    meant: ({ found }) => found[1],
  },
  {
    anchors: ['via', 'by', 'with', 'through', 'using', 'over', 'on'],
    lines: ['send'],
    finding: 'needless-sign',
    pattern: new RegExp(
      `(?<=^send ${NAME}(?:\\([^()]*\\))?(?: to ${PATH})?) (?:via|by|with|through|using|over|on) ${NAME}$`,
    ),
    meant: () => '',
  },
  {
    anchors: ['send', 'wait', 'run'],
    lines: ['send', 'wait', 'run'],
    finding: 'other-words',
    pattern: new RegExp(`^(send|wait|run) ?\\((${NAME}|${DURATION})\\)$`),
    meant: ({ found }) => `${found[1] ?? ''} ${found[2] ?? ''}`,
  },
  {
    anchors: ['notify'],
    lines: ['notify'],
    finding: 'other-words',
    pattern: new RegExp(`^notify ?\\((${NAME}),? (${TEXT})\\)$`),
    meant: ({ found, raw }) => `notify ${found[1] ?? ''} ${raw(2)}`,
  },
  {
    anchors: ['then', '->', '>=', '=>', 'and', ',', '--'],
    lines: STEP_WORDS,
    finding: 'needless-sign',
    pattern: new RegExp(
      `(?<=^${STEP}\\b.*[\\p{L}\\p{N}_)"]) ?(?:(?:, ?then|and then|then|-*->|>=|and)(?= ${STEP} )|,(?! ?at )(?= ${STEP} ))`,
    ),
    meant: () => '',
  },
  {
    anchors: ['then', 'next', '->', '-'],
    finding: 'needless-sign',
    pattern: new RegExp(`^(?:and then|then|next|-*->),?(?= ${STEP}(?![\\p{L}_]))`),
    meant: () => '',
  },
  {
    anchors: ['-', '*', '+', '.', ')'],
    finding: 'needless-sign',
    pattern: new RegExp(`^(?:[-*+]|[0-9]+ ?[.)])(?= ?(${NAME}))`),
    meant: ({ found }) => (isReserved(found[1] ?? '') ? '' : undefined),
  },
  {
    anchors: ['max', 'maximum', 'up', 'more'],
    lines: ['repeat'],
    finding: 'other-words',
    pattern: /(?<=^repeat\b[^{]*)(?:max|maximum|up to|(?:no|not) more than) ([0-9]+)(?: times)?/,
    meant: ({ found }) => `at most ${found[1] ?? ''} times`,
  },
  {
    // `repeat 3 times every 2d until x.paid {`
    anchors: ['repeat'],
    lines: ['repeat'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=^repeat )([0-9]+) times,? ((?:every|until) [^{]+?)(?= ?\\{)`),
    meant: ({ found, raw }) => `${raw(2)}, at most ${found[1] ?? ''} times`,
  },
  {
    anchors: ['touch', 're', 'sub', 'time', 'reenter', 're_entry', 'reentry'],
    finding: 'other-words',
    pattern:
      /^(?:(touch) ?-? ?points?|(re_entry|re(?: ?- ?)?enter|re ?- ?entry)|(sub) ?- ?ject|(time) ?-? ?zone)(?= )/,
    meant: ({ found }) => {
      if (found[1] !== undefined) return 'touchpoint';
      if (found[2] !== undefined) return 'reentry';
      return found[3] === undefined ? 'timezone' : 'subject';
    },
  },
  {
    anchors: ['emotion'],
    lines: ['emotion'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=^emotion ?):? ?(?:([0-9]) ?([+-])|(${NAME})|(${TEXT})$)`),
    meant: ({ found, raw }) => {
      if (found[1] !== undefined) return `${found[2] ?? '+'}${found[1]}`;
      const word = found[3] ?? raw(4).slice(1, -1).trim();
      return feelingOf.get(word.toLowerCase());
    },
  },
  {
    anchors: ['PERCENT'],
    finding: 'other-words',
    pattern: new RegExp(`^(${NAME}) ?:? ?([0-9.]+%)(?= ?\\{)`),
    meant: ({ found }) => `${found[2] ?? ''} ${found[1] ?? ''}`,
  },
  {
    // As in JSON.
    anchors: [':'],
    finding: 'other-words',
    pattern: new RegExp(`^(${TEXT}) ?:`),
    meant: ({ raw }) => (/^"[a-z]+"$/.test(raw(1)) ? raw(1).slice(1, -1) : undefined),
  },
];
