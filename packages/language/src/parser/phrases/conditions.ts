import { NAME, PATH, TEXT, type Phrase } from './phrase.ts';

const ENGAGEMENT = '(opened|clicked|replied|delivered|bounced|failed)';
const IN_CONDITION = '\\b(?:if|and|or|not|until|where|when|for) ';
const VALUE = `(?:[0-9]|${TEXT}|${NAME}|-)`;
/** What comparisons are called in words. */
const COMPARISONS: readonly (readonly [words: string, operator: string])[] = [
  ['(?:is )?(?:greater|more|higher|bigger|larger) than', '>'],
  ['(?:is )?(?:less|lower|fewer|smaller) than', '<'],
  ['(?:is )?at least', '>='],
  ['(?:is )?at most', '<='],
  ['(?:is not|isnt|not equals?|does not equal|is not equal to|is different from)(?: to)?', '!='],
  ['(?:is )?equals? to', '=='],
];

/** Conditions as they are said in English. */
export const CONDITION_PHRASES: readonly Phrase[] = [
  {
    anchors: ['opened', 'clicked', 'replied', 'delivered', 'bounced', 'failed'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=${IN_CONDITION})(?:(?:has|have|was) )?${ENGAGEMENT} (?!and\\b|or\\b|up\\b|until\\b)(${NAME})`,
    ),
    meant: ({ found }) => `${found[1] ?? ''}(${found[2] ?? ''})`,
  },
  {
    anchors: ['opened', 'clicked', 'replied', 'delivered', 'bounced', 'failed'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=${IN_CONDITION})(?!has\\b|have\\b|not\\b)(${NAME}) (?:(?:was|is|has been|got) )?${ENGAGEMENT}(?! ?\\()`,
    ),
    meant: ({ found }) => `${found[2] ?? ''}(${found[1] ?? ''})`,
  },
  {
    anchors: ['has', 'have', 'was'],
    finding: 'needless-sign',
    pattern: new RegExp(`(?<=${IN_CONDITION})(?:has|have|was)(?= ${ENGAGEMENT} ?\\()`),
    meant: () => '',
  },
  {
    anchors: ['exists', 'known', 'set', 'empty', 'missing', 'unknown', 'null'],
    finding: 'other-words',
    pattern: new RegExp(
      `(?<=${IN_CONDITION})(${PATH}) (?:(exists|is known|is set|is not (?:empty|null|missing))|is (?:empty|missing|unknown|null|not (?:known|set)))(?![\\p{L}_])`,
    ),
    meant: ({ found }) => `${found[2] === undefined ? 'not ' : ''}known(${found[1] ?? ''})`,
  },
  ...COMPARISONS.map(([words, operator]): Phrase => ({
    anchors: ['than', 'least', 'most', 'not', 'isnt', 'different', 'equal', 'equals'],
    finding: 'other-words',
    pattern: new RegExp(`(?<=${IN_CONDITION}.*[\\p{L}\\p{N}_)"] )${words}(?= (?!in |[0-9]+ times)${VALUE})`),
    meant: () => operator,
  })),
];
