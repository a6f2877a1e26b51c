import type { IToken } from 'chevrotain';
import { suggest } from '../diagnostics/suggest.ts';
import { isReserved } from './tokens.ts';
import { FILE, type StatementWords } from './statements.ts';

/** What other tools and everyday English call the statements, and the words here; of several, the one that fits the block. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  step: ['stage'],
  phase: ['stage'],
  workflow: ['automation'],
  flow: ['automation'],
  program: ['automation', 'journey'],
  campaign: ['automation', 'journey'],
  metric: ['kpi'],
  measure: ['kpi'],
  audience: ['segment'],
  list: ['segment'],
  customer: ['persona'],
  avatar: ['persona', 'image'],
  integration: ['system'],
  app: ['system'],
  template: ['message'],
  interaction: ['touchpoint'],
  contact: ['touchpoint'],
  feeling: ['emotion'],
  mood: ['emotion'],
  picture: ['image'],
  photo: ['image'],
  portrait: ['image'],
  screenshot: ['image'],
  storyboard: ['image'],
  problem: ['pain'],
  painpoint: ['pain'],
  idea: ['opportunity'],
  tz: ['timezone'],
  limit: ['cap'],
  optout: ['unsubscribe'],
  optin: ['subscribe'],
  trigger: ['on', 'enter'],
  start: ['on', 'enter'],
  email: ['send'],
  mail: ['send'],
  sms: ['send'],
  message: ['send'],
  notify: ['send'],
  delay: ['wait'],
  pause: ['wait'],
  sleep: ['wait'],
  while: ['repeat until', 'if'],
  loop: ['repeat'],
  unless: ['if not'],
  foreach: ['for'],
  set: ['let'],
  var: ['let'],
  const: ['let'],
  goto: ['move'],
  call: ['run'],
  elif: ['else if'],
  elseif: ['else if'],
  elsif: ['else if'],
  whenever: ['on', 'enter'],
  upon: ['on', 'enter'],
  once: ['on'],
  max: ['cap'],
  maximum: ['cap'],
  frequency: ['cap'],
  reenter: ['reentry'],
  re_entry: ['reentry'],
  headline: ['subject', 'title'],
  heading: ['subject', 'title'],
  alert: ['notify'],
  tell: ['notify'],
  inform: ['notify'],
  שלב: ['stage'],
  מסע: ['journey'],
  פרסונה: ['persona'],
  הודעה: ['message'],
  אוטומציה: ['automation'],
  שלח: ['send'],
  שלחו: ['send'],
  המתן: ['wait'],
  המתינו: ['wait'],
  חכה: ['wait'],
  אם: ['if'],
  כאב: ['pain'],
  רגש: ['emotion'],
  תמונה: ['image'],
  מטרה: ['goal'],
  مرحلة: ['stage'],
  رحلة: ['journey'],
  شخصية: ['persona'],
  رسالة: ['message'],
  أتمتة: ['automation'],
  أرسل: ['send'],
  انتظر: ['wait'],
  إذا: ['if'],
  ألم: ['pain'],
  شعور: ['emotion'],
  صورة: ['image'],
  هدف: ['goal'],
  need: ['goal'],
  want: ['goal'],
  frustration: ['pain'],
  title: ['subject'],
  preheader: ['preview'],
  content: ['body'],
  include: ['import'],
  use: ['import'],
};

/** What begins a trigger in other tools, also where it begins something else here. */
const WHEN: ReadonlySet<string> = new Set(['when', 'once', 'after']);

/** What goes on with an `if` in other words. */
const ELSE = /^(?:Else|ELSE|otherwise|אחרת|وإلا)$/;

/** Its branches begin with a percentage. */
const SPLIT = 'split';
const BRACES: ReadonlySet<string> = new Set(['{', '}']);
/** What may follow the first word of something that is no statement: a field, a call, a list's item, a part of a sum. */
const NO_STATEMENT_BEHIND =
  /^(?:[.,:?=+\-*/()[\]{}<>]|[<>=!]=|->|as|and|or|in|of|by|where|per|within|over|after|before)$/;

const PLAIN_WORD = /^[\p{L}][\p{L}\p{M}]*$/u;
/** Signs that stand behind a keyword in other tools. */
const NEEDLESS_BEHIND: ReadonlySet<string> = new Set([':', '=']);
const OPENING: ReadonlySet<string> = new Set(['(', '[']);
const CLOSING: ReadonlySet<string> = new Set([')', ']']);

/** Small words that are missing before a token, by the word before it and the kind of token. */
const MISSING: Readonly<Record<string, string>> = {
  'repeat NUMBER': 'at most',
  'reentry DURATION': 'after',
  'move ID': 'to',
  'enter ID': 'on',
};

/** What a word is read as. */
export interface WordReading {
  /** How many tokens are read so; one where nothing is said. */
  readonly count?: number;
  readonly finding: 'mistyped-word' | 'missing-word' | 'other-amount' | 'needless-sign' | 'foreign-comment';
  /** The likeliest first. */
  readonly meant: readonly [string, ...string[]];
}

/**
 * The words that begin a statement and are none of the language's words, each with the word that they are meant to be,
 * and small words that are missing. Only a statement can have two words in a row at its beginning, so none is a name.
 */
export function mistypedWords(
  tokens: readonly IToken[],
  words: StatementWords,
): ReadonlyMap<IToken, WordReading> {
  const found = new Map<IToken, WordReading>();
  const blocks: string[] = [FILE];
  let owner = '';
  let brackets = 0;
  for (const [index, token] of tokens.entries()) {
    const { image } = token;
    const before = tokens[index - 1];
    const block = blocks.at(-1) ?? '';
    if (OPENING.has(image)) brackets++;
    else if (CLOSING.has(image)) brackets = Math.max(0, brackets - 1);
    if (image === '{') blocks.push(owner);
    else if (image === '}' && blocks.length > 1) blocks.pop();
    if (BRACES.has(image)) {
      owner = '';
      brackets = 0;
      continue;
    }
    const starts = startsStatement(token, before);
    const prose =
      starts && brackets === 0 && before?.image !== '}'
        ? proseFrom(tokens, index, words.in(block))
        : undefined;
    if (prose) {
      found.set(token, prose);
      continue;
    }
    const sign = brackets === 0 ? needlessSign(tokens, index, words.in(block), block) : undefined;
    if (sign) {
      found.set(token, sign);
      continue;
    }
    // What a block in this statement belongs to is not said by the one before.
    if (starts && brackets === 0 && words.in(block)?.has(image)) owner = '';
    const reading = starts
      ? statementReading(tokens.slice(index, index + 3), before, block, words)
      : missingBefore(token, before, tokens[index - 2]);
    if (reading) found.set(token, reading);
    const word = (starts ? reading?.meant[0].split(' ')[0] : undefined) ?? image;
    if (starts && token.tokenType.name === 'PERCENT') owner = 'branch';
    else if ((starts || owner === '') && (word === SPLIT || words.in(word))) owner = word;
  }
  return found;
}

/** A line of plain words among steps, which is a remark without its sign. */
function proseFrom(
  tokens: readonly IToken[],
  index: number,
  known: ReadonlySet<string> | undefined,
): WordReading | undefined {
  if (!known?.has('send')) return undefined;
  const line = tokens[index]?.startLine;
  const words: string[] = [];
  for (let at = index; tokens[at]?.startLine === line; at++) {
    const word = tokens[at]?.image ?? '';
    if (!PLAIN_WORD.test(word) || known.has(word) || isReserved(word)) return undefined;
    words.push(word);
  }
  const isProse = words.length >= 3 && meantBy(words[0] ?? '', known) === undefined;
  return isProse
    ? { finding: 'foreign-comment', meant: [`// ${words.join(' ')}`], count: words.length }
    : undefined;
}

/** A colon or an equals sign behind a statement's first word, and a comma behind its last. */
function needlessSign(
  tokens: readonly IToken[],
  index: number,
  known: ReadonlySet<string> | undefined,
  block: string,
): WordReading | undefined {
  const [token, before, next] = [tokens[index], tokens[index - 1], tokens[index + 1]];
  if (!token || !before || !next || !known || block === 'connector') return undefined;
  const isBehindKeyword =
    NEEDLESS_BEHIND.has(token.image) &&
    known.has(before.image) &&
    startsStatement(before, tokens[index - 2]) &&
    next.startLine === token.endLine;
  const isBehindStatement =
    token.image === ',' &&
    (next.image === '}' || ((next.startLine ?? 0) > (token.endLine ?? 0) && known.has(next.image))) &&
    tokens[index + 2]?.image !== ':';
  return isBehindKeyword || isBehindStatement ? { finding: 'needless-sign', meant: [''] } : undefined;
}

function startsStatement(token: IToken, before: IToken | undefined): boolean {
  return !before || BRACES.has(before.image) || (token.startLine ?? 0) > (before.endLine ?? 0);
}

/** What a statement's first word is meant to be, where it can't be what it is. */
function statementReading(
  [token, next, behind]: readonly IToken[],
  before: IToken | undefined,
  block: string,
  words: StatementWords,
): WordReading | undefined {
  if (!token) return undefined;
  const { image, tokenType } = token;
  if (block === SPLIT && tokenType.name === 'NUMBER')
    return { finding: 'other-amount', meant: [`${image}%`] };
  const known = words.in(block);
  if (known?.has('if') && next && ELSE.test(image) && before?.image === '}')
    return { finding: 'mistyped-word', meant: ['else'] };
  if (!known || !next || next.startLine !== token.endLine) return undefined;
  if (block === 'automation' && WHEN.has(image) && behind?.image === '.')
    return { finding: 'mistyped-word', meant: ['on'] };
  if (next.image === '=' && known.has('let') && tokenType.name === 'ID')
    return { finding: 'missing-word', meant: [`let ${image}`] };
  const isWord = tokenType.name === 'ID' || Object.hasOwn(SYNONYMS, image);
  const meant = isWord && !NO_STATEMENT_BEHIND.test(next.image) ? meantBy(image, known) : undefined;
  return meant && { finding: 'mistyped-word', meant };
}

function missingBefore(
  { image, tokenType }: IToken,
  before: IToken | undefined,
  first: IToken | undefined,
): WordReading | undefined {
  const key = `${before?.image ?? ''} ${tokenType.name}`;
  const isStatement = before !== undefined && startsStatement(before, first);
  return isStatement && Object.hasOwn(MISSING, key)
    ? { finding: 'missing-word', meant: [`${MISSING[key] ?? ''} ${image}`] }
    : undefined;
}

function meantBy(image: string, known: ReadonlySet<string>): WordReading['meant'] | undefined {
  if (known.has(image)) return undefined;
  const word = image.toLowerCase();
  if (known.has(word)) return [word];
  const synonyms = Object.hasOwn(SYNONYMS, word) ? (SYNONYMS[word] ?? []) : [];
  const [first, ...others] = synonyms.filter((each) => each.split(' ').some((part) => known.has(part)));
  const near = first === undefined ? suggest(word, known) : undefined;
  if (near !== undefined) return [near];
  return first === undefined ? undefined : [first, ...others];
}
