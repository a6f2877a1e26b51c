import type { DiagnosticName } from '../diagnostics/registry.ts';
import { AMOUNT_SLIPS } from './slips-amounts.ts';

/** The findings whose sentence says what was written and what is meant. */
export type SlipFinding = DiagnosticName &
  (
    | 'typographic-quotes'
    | 'foreign-sign'
    | 'foreign-digits'
    | 'unit-in-words'
    | 'foreign-operator'
    | 'foreign-comment'
    | 'unclosed-comment'
    | 'stray-comment-end'
    | 'needless-semicolon'
    | 'foreign-date'
    | 'unclosed-text'
    | 'mistyped-word'
    | 'missing-word'
    | 'other-amount'
    | 'needless-sign'
    | 'other-words'
    | 'inner-quotes'
  );

/**
 * Something that people write where the language has another form for it. It is read as what it stands for, so that one
 * slip costs one finding and not the rest of the statement.
 */
export interface Slip {
  readonly finding: SlipFinding;
  /** Without flags, and beginning with characters that Chevrotain can list. */
  readonly pattern: RegExp;
  /** Whether it begins like a token of the language and must be tried before it. */
  readonly first?: true;
  /** What it may stand for in the language, likeliest first; nothing where it is to go. */
  readonly meant: (written: string) => readonly [string, ...string[]];
}

const QUOTES = '\\u201c\\u201d\\u201e\\u201f\\u00ab\\u00bb\\u05f4\\u2033\\uff02\\u300c\\u300d';
const SINGLE_QUOTES = "'\\u2018\\u2019\\u201a\\u201b\\u05f3\\u00b4`";

/** Signs of other scripts and of typography, and the language's own. */
const SIGNS: Readonly<Record<string, string>> = {
  '،': ',',
  '，': ',',
  '、': ',',
  '：': ':',
  '．': '.',
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '؟': '?',
  '？': '?',
  '＝': '=',
  '＋': '+',
  '\u05be': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '－': '-',
  '×': '*',
  '÷': '/',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '→': '->',
  '⇒': '->',
};

/** What other languages and tools call the operators. */
const OPERATORS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '===': ['=='],
  '!==': ['!='],
  '<>': ['!='],
  '=<': ['<='],
  '=>': ['>=', '->'],
  '&&': ['and'],
  '||': ['or'],
};

function quoted(content: string): readonly [string] {
  return [`"${content.replaceAll('"', '\\"')}"`];
}

/** A text that its line ends: with its quotation mark, and without a last `\` that would take it away. */
function closed(written: string): readonly [string] {
  const content = written.replace(/[\u201c\u201d\u05f4]$/, '');
  const backslashes = /\\*$/.exec(content)?.[0].length ?? 0;
  return [`${backslashes % 2 === 1 ? content.slice(0, -1) : content}"`];
}

/** With each quotation mark inside the text as one that doesn't end it: in Hebrew the gershayim of an abbreviation. */
function withInnerQuotes(written: string): readonly [string] {
  const content = written.slice(1, -1);
  const abbreviated = content.replace(/(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g, '\u05f4');
  return [`"${abbreviated.replace(/(?<!\\)"/g, '\\"')}"`];
}

/** A text of several lines in single quotation marks. */
function overLines(written: string): readonly [string] {
  return [`""${written}""`];
}

export const SLIPS: readonly Slip[] = [
  ...AMOUNT_SLIPS,
  {
    // A mark between two Hebrew letters ends no text: דו"ח.
    finding: 'inner-quotes',
    pattern: /"[^"\\\n\r]*[\u05d0-\u05ea]"[\u05d0-\u05ea](?:[^"\\\n\r]|[\u05d0-\u05ea]"[\u05d0-\u05ea])*"/,
    first: true,
    meant: withInnerQuotes,
  },
  {
    finding: 'inner-quotes',
    pattern:
      /"[^"\\\n\r{}]*[ (]"[^\s"\\{}](?:[^"\\\n\r{}]*[^\s"\\{}])?"(?=[ .,!?;:)"])[^"\\\n\r{}]*"(?=\s*(?:[\n\r{}]|$))/,
    first: true,
    meant: withInnerQuotes,
  },
  {
    // The next quotation mark ends a line, so that no text begins with it.
    finding: 'unclosed-text',
    pattern: /"[^"\\\n\r]+\r?\n(?:[^"\\\n\r{}]*\r?\n){0,20}[^"\\\n\r{}]*[^"\\\s{}]"(?=[ \t]*(?:[\n\r]|$))/,
    first: true,
    meant: overLines,
  },
  {
    finding: 'other-words',
    pattern: /\$(?:\{[A-Z_][A-Z0-9_]*\}|[A-Z_][A-Z0-9_]*)/,
    meant: (written) => [`env ${written.replace(/[${}]/g, '')}`],
  },
  {
    finding: 'typographic-quotes',
    pattern: new RegExp(`[${QUOTES}][^"${QUOTES}\\n\\r]*["${QUOTES}]`),
    meant: (written) => quoted(written.slice(1, -1)),
  },
  {
    finding: 'typographic-quotes',
    pattern: new RegExp(`[${SINGLE_QUOTES}][^"${SINGLE_QUOTES}\\n\\r]*[${SINGLE_QUOTES}]`),
    meant: (written) => quoted(written.slice(1, -1)),
  },
  {
    // The braces at the end of the line are the block's, not the text's.
    finding: 'unclosed-text',
    pattern: /"(?:\\.|[^"\\\n\r])*?\\?(?=[ \t]*[{}]*[ \t]*(?:[\n\r]|$))/,
    meant: closed,
  },
  {
    finding: 'unclosed-text',
    pattern: /"""(?![\s\S]*?""")[\s\S]*?(?=\s*(?:\r?\n[ \t]*\}|$))/,
    first: true,
    meant: (written) => [`${written}"""`],
  },
  { finding: 'needless-semicolon', pattern: /[;؛；]+/, meant: () => [''] },
  {
    finding: 'foreign-operator',
    pattern: /===|!==|<>|=<|=>|&&|\|\|/,
    first: true,
    meant: (written) => OPERATORS[written] ?? [''],
  },
  { finding: 'foreign-operator', pattern: /!(?!=)[ \t]*/, meant: () => ['not '] },
  {
    finding: 'foreign-sign',
    pattern: new RegExp(`[${Object.keys(SIGNS).join('')}]`),
    meant: (written) => [SIGNS[written] ?? ''],
  },
  {
    finding: 'foreign-comment',
    pattern: /#[^\n\r]*/,
    meant: (written) => [`// ${written.replace(/^#+\s*/, '')}`],
  },
  {
    finding: 'foreign-comment',
    pattern: /--(?![->])[^\n\r]*/,
    first: true,
    meant: (written) => [`// ${written.replace(/^-+\s*/, '')}`],
  },
  {
    finding: 'foreign-comment',
    pattern: /<!--(?:[^-]|-(?!->))*-->/,
    first: true,
    meant: (written) => [`/*${written.slice(4, -3).replaceAll('*/', '')}*/`],
  },
  {
    // The lines that go on with a star are the comment's; the rest is the journey's.
    finding: 'unclosed-comment',
    pattern: /\/\*(?![\s\S]*?\*\/)[^\n\r]*(?:\r?\n[ \t]*\*[^\n\r]*)*/,
    first: true,
    meant: (written) => [`${written} */`],
  },
  {
    finding: 'stray-comment-end',
    pattern: /\*\/(?:[ \t]*\*\/)*/,
    first: true,
    meant: () => [''],
  },
];
