import type { IToken } from 'chevrotain';
import { suggest } from '../diagnostics/suggest.ts';
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
  avatar: ['persona'],
  integration: ['system'],
  app: ['system'],
  template: ['message'],
  interaction: ['touchpoint'],
  contact: ['touchpoint'],
  feeling: ['emotion'],
  mood: ['emotion'],
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
  title: ['subject'],
  preheader: ['preview'],
  content: ['body'],
  include: ['import'],
  use: ['import'],
};

/** Its branches begin with a percentage. */
const SPLIT = 'split';
const BRACES: ReadonlySet<string> = new Set(['{', '}']);
/** What may follow the first word of something that is no statement: a field, a call, a list's item, a part of a sum. */
const NO_STATEMENT_BEHIND =
  /^(?:[.,:?=+\-*/()[\]{}<>]|[<>=!]=|->|as|and|or|in|of|by|where|per|within|over|after|before)$/;

/** Small words that are missing before a token, by the word before it and the kind of token. */
const MISSING: Readonly<Record<string, string>> = {
  'repeat NUMBER': 'at most',
  'reentry DURATION': 'after',
  'move ID': 'to',
};

/** What a word is read as. */
export interface WordReading {
  readonly finding: 'mistyped-word' | 'missing-word' | 'other-amount';
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
  for (const [index, token] of tokens.entries()) {
    const { image } = token;
    const before = tokens[index - 1];
    const block = blocks.at(-1) ?? '';
    if (image === '{') blocks.push(owner);
    else if (image === '}' && blocks.length > 1) blocks.pop();
    if (BRACES.has(image)) {
      owner = '';
      continue;
    }
    const starts = startsStatement(token, before);
    const reading = starts
      ? statementReading(tokens.slice(index, index + 3), block, words)
      : missingBefore(token, before, tokens[index - 2]);
    if (reading) found.set(token, reading);
    const word = (starts ? reading?.meant[0].split(' ')[0] : undefined) ?? image;
    if (starts && token.tokenType.name === 'PERCENT') owner = 'branch';
    else if ((starts || owner === '') && (word === SPLIT || words.in(word))) owner = word;
  }
  return found;
}

function startsStatement(token: IToken, before: IToken | undefined): boolean {
  return !before || BRACES.has(before.image) || (token.startLine ?? 0) > (before.endLine ?? 0);
}

/** What a statement's first word is meant to be, where it can't be what it is. */
function statementReading(
  [token, next, behind]: readonly IToken[],
  block: string,
  words: StatementWords,
): WordReading | undefined {
  if (!token) return undefined;
  const { image, tokenType } = token;
  if (block === SPLIT && tokenType.name === 'NUMBER')
    return { finding: 'other-amount', meant: [`${image}%`] };
  const known = words.in(block);
  if (!known || !next || next.startLine !== token.endLine) return undefined;
  if (block === 'automation' && image === 'when' && behind?.image === '.')
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
