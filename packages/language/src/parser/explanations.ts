import type { IToken } from 'chevrotain';
import { change, findingAt, type Explanation, type Stumble } from './stumble.ts';
import { endOf } from './text-finding.ts';
import { isReserved } from './tokens.ts';
import { say } from '../locale/speech.ts';

/** What is declared with a name, with its article. */
const KINDS: Readonly<Record<string, string>> = {
  stage: 'a stage',
  touchpoint: 'a touchpoint',
  automation: 'an automation',
  kpi: 'a KPI',
  journey: 'a journey',
  persona: 'a persona',
  segment: 'a segment',
  message: 'a message',
  system: 'a system',
  connector: 'a connector',
  policy: 'a policy',
  model: 'a stage model',
  channel: 'a channel',
  department: 'a department',
  environment: 'an environment',
};

/** The parts of statements that come in one order. */
const ORDERS: readonly (readonly string[])[] = [
  ['on', 'by', 'for'],
  ['via', 'category', 'topic', 'consent'],
  ['per', ','],
  ['as', 'where', 'within'],
];

/** Words of other languages before a block. */
const NEEDLESS: ReadonlySet<string> = new Set([':', '=', ',', 'then', 'do', 'is']);

/** What turns a number into what the place needs. */
const AMOUNTS: Readonly<Record<string, (written: string) => string>> = {
  CLOCK: (written) => `${written.padStart(2, '0')}:00`,
  PERCENT: (written) => `${written}%`,
  DURATION: (written) => `${written}d`,
};

const TEXTS: ReadonlySet<string> = new Set(['STRING', 'TEXT_BLOCK']);
const BRACES: ReadonlySet<string> = new Set(['{', '}']);
const SMALL_WORD = /^(?:[a-z]+|=|-|->)$/;
const WORD = /^[\p{L}_]/u;

function isText(token: IToken | undefined): boolean {
  return token !== undefined && TEXTS.has(token.tokenType.name);
}

function isWord(token: IToken | undefined): boolean {
  return token !== undefined && WORD.test(token.image);
}

/** The tokens from there to the end of the line, or to the first that is not wanted. */
function rest({ tokens, index }: Stumble, wanted: (token: IToken) => boolean): IToken[] {
  const first = tokens[index];
  const found: IToken[] = [];
  for (const token of tokens.slice(index)) {
    if (token.startLine !== first?.startLine || BRACES.has(token.image) || !wanted(token)) break;
    found.push(token);
  }
  return found;
}

/** A name made of the words of a text. */
function nameOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = words.slice(0, 4).join('_');
  return WORD.test(name) ? name : `n_${name}`;
}

/** `stage "First visit"`, `stage "First visit" visit`. */
const missingName: Explanation = ({ expected, actual, tokens, index }) => {
  const keyword = tokens[index - 1];
  const kind = keyword && KINDS[keyword.image];
  if (!keyword || kind === undefined || !expected.includes('ID') || !isText(actual)) return undefined;
  const next = tokens[index + 1];
  const behind = next?.tokenType.name === 'ID' && next.startLine === actual.endLine ? next : undefined;
  const name = behind?.image ?? nameOf(actual.image);
  const example = `${keyword.image} ${name} ${actual.image}`;
  const end = endOf(behind ?? actual);
  return findingAt(
    'missing-name',
    { kind, example },
    [actual, actual],
    [change(say`Change to ${example}`, actual.startOffset, end, `${name} ${actual.image}`)],
  );
};

/** `persona wait "…"`. */
const reservedName: Explanation = ({ expected, actual, tokens, index }) => {
  const keyword = tokens[index - 1];
  if (!keyword || !(keyword.image in KINDS) || !expected.includes('ID') || !isReserved(actual.image))
    return undefined;
  if (actual.startLine !== keyword.endLine) return undefined;
  const suggestion = `${actual.image}_${keyword.image}`;
  return findingAt(
    'reserved-name',
    { word: actual.image, suggestion },
    [actual, actual],
    [change(say`Change to ${suggestion}`, actual.startOffset, endOf(actual), suggestion)],
  );
};

/** `stage first visit "First visit"`, `stage first-visit`, `stage visit Visit the shop`. */
const nameOfWords: Explanation = (stumble) => {
  const { expected, actual, tokens, index, text } = stumble;
  const name = tokens[index - 1];
  const keyword = tokens[index - 2];
  if (!name || !keyword || !(keyword.image in KINDS) || !isWord(name)) return undefined;
  const words = rest(stumble, (token) => isWord(token) || token.image === '-');
  const last = words.at(-1);
  // A system's name is followed by what it uses, a message's by what it goes via.
  const isFollowed = expected.some((each) => /^(?:uses|via|where)$/.test(each));
  if (isFollowed && !words.some(({ image }) => expected.includes(image))) return undefined;
  if (!last || actual.startLine !== name.endLine || words.some(({ image }) => isReserved(image)))
    return undefined;
  const joined = nameOf(text.slice(name.startOffset, endOf(last)).replaceAll('_', ' '));
  const join = change(say`Change to ${joined}`, name.startOffset, endOf(last), joined, false);
  const label = `"${text.slice(actual.startOffset, endOf(last))}"`;
  const quote = change(say`Change to ${name.image} ${label}`, actual.startOffset, endOf(last), label, false);
  const isLabelled = isText(tokens[index + words.length]) || actual.image === '-';
  const changes = isLabelled ? [{ ...join, preferred: true }] : [quote, join];
  return findingAt('name-of-words', { name: joined }, [name, last], changes);
};

/** `timezone: "UTC"`, `timezone = "UTC"`, `if … then {`. */
const needlessSign: Explanation = ({ expected, actual, tokens, index, text }) => {
  if (!NEEDLESS.has(actual.image) || expected.includes('=')) return undefined;
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (!before || before.endLine !== actual.startLine || !next) return undefined;
  const end = next.startLine === actual.endLine ? next.startOffset : endOf(actual);
  const space = /\S/.test(text[endOf(before)] ?? '') ? ' ' : '';
  return findingAt(
    'needless-sign',
    { written: actual.image, meant: '' },
    [actual, actual],
    [change(say`Remove ${actual.image}`, actual.startOffset, end, space)],
  );
};

/** `pain too slow`, `timezone Asia/Jerusalem`, `subject Hello there`. */
const unquotedText: Explanation = (stumble) => {
  const { expected, tokens, index, text } = stumble;
  const before = tokens[index - 1];
  // One word was taken for the text's language.
  const isAfterTag = before?.tokenType.name === 'ID' && !(before.image in KINDS) && isWord(tokens[index - 2]);
  const first = isAfterTag && tokens[index - 2]?.startLine === before.startLine ? index - 1 : index;
  const start = tokens[first];
  const words = rest({ ...stumble, index: first }, (token) => !isText(token));
  const last = words.at(-1);
  if (!expected.some((name) => TEXTS.has(name)) || !start || !isWord(start) || !last) return undefined;
  const end = words.findIndex(
    ({ image, tokenType }, at) =>
      at > 0 && (isReserved(image) || (tokenType.name !== 'ID' && isText(tokens[first + at + 1]))),
  );
  const until = end > 0 ? (words[end - 1] ?? last) : last;
  const written = text.slice(start.startOffset, endOf(until));
  return findingAt(
    'unquoted-text',
    { text: written },
    [start, until],
    [change(say`Put it in quotes`, start.startOffset, endOf(until), `"${written}"`)],
  );
};

/** `touchpoint ad by marketing on web`. */
const clauseOrder: Explanation = (stumble) => {
  const { actual, tokens, index, text } = stumble;
  const order = ORDERS.find((words) => words.includes(actual.image));
  if (!order) return undefined;
  const later = new Set(order.slice(order.indexOf(actual.image) + 1));
  let first = index - 1;
  while (first >= 0 && !later.has(tokens[first]?.image ?? '')) {
    const token = tokens[first];
    if (!token || token.startLine !== actual.startLine || BRACES.has(token.image)) return undefined;
    first--;
  }
  const before = tokens[first];
  const previous = tokens[index - 1];
  const last = rest(stumble, (token) => token === actual || !later.has(token.image)).at(-1);
  if (!before || !last || !previous) return undefined;
  const clause = text.slice(actual.startOffset, endOf(last));
  const overtaken = text.slice(before.startOffset, endOf(previous));
  const space = before.image === ',' ? '' : ' ';
  const swapped = space === '' ? ` ${clause}${overtaken}` : `${clause} ${overtaken}`;
  const swap = change(say`Swap them`, before.startOffset, endOf(last), swapped);
  return findingAt(
    'clause-order',
    { clause, before: overtaken.replace(/^,\s*/, '') },
    [actual, last],
    [swap],
  );
};

/** `split { 50 a { … } }`, `quiet 21-08:00`. */
const otherAmount: Explanation = ({ rule, expected, actual }) => {
  if (actual.tokenType.name !== 'NUMBER') return undefined;
  const needed = rule === 'Split' ? 'PERCENT' : expected.find((name) => name in AMOUNTS);
  const meant = needed === undefined ? undefined : AMOUNTS[needed]?.(actual.image);
  if (meant === undefined || expected.includes('NUMBER')) return undefined;
  return findingAt(
    'other-amount',
    { written: actual.image, meant },
    [actual, actual],
    [change(say`Change to ${meant}`, actual.startOffset, endOf(actual), meant)],
  );
};

/** `stage visit (…)`. */
const wrongBracket: Explanation = ({ expected, actual, tokens, index }) => {
  if (actual.image !== '(' && actual.image !== '[') return undefined;
  const before = tokens.slice(Math.max(0, index - 3), index).some(({ image }) => image in KINDS);
  if (!expected.includes('{') && !before) return undefined;
  const closing = actual.image === '(' ? ')' : ']';
  const end = tokens.slice(index).find(({ image }) => image === closing);
  const opening = change(say`Put braces around the block`, actual.startOffset, endOf(actual), '{', !end);
  return findingAt(
    'wrong-bracket',
    { found: actual.image, expected: '{' },
    [actual, end ?? actual],
    [opening],
  );
};

/** `if x.vip send hello`. */
const missingBlock: Explanation = (stumble) => {
  const { rule, expected, actual, tokens, index, text } = stumble;
  if (!expected.includes('{') || (rule !== 'Block' && rule !== 'Condition') || !isReserved(actual.image))
    return undefined;
  const line = tokens[index - 1]?.endLine;
  const last = rest(stumble, () => true).at(-1);
  if (!last) return undefined;
  let start = index - 1;
  while (tokens[start - 1]?.endLine === line && !BRACES.has(tokens[start - 1]?.image ?? '{')) start--;
  const keyword = tokens[start]?.image ?? 'it';
  const steps = text.slice(actual.startOffset, endOf(last));
  return findingAt(
    'missing-block',
    { keyword },
    [actual, last],
    [change(say`Put braces around ${steps}`, actual.startOffset, endOf(last), `{ ${steps} }`)],
  );
};

/** `system crm pipedrive`, `kpi visits count(…)`, `quiet 21:00 to 08:00`, `cap 2 emails per 1d`. */
const missingWord: Explanation = ({ expected, actual, tokens, index }) => {
  const [word] = expected;
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (word === undefined || expected.length > 2 || !expected.every((each) => SMALL_WORD.test(each)))
    return undefined;
  if (!before || before.endLine !== actual.startLine) return undefined;
  // A word or sign that stands in the place alone was meant to be the one that is missing.
  const stands = next?.startLine === actual.endLine && next?.image !== '.';
  const isOther =
    word === '-' ||
    (expected.length > 1 ? actual.tokenType.name === 'ID' : isWord(next) && !isReserved(actual.image));
  const replaces = actual.image === ':' || (stands && isWord(actual) && word !== '=' && isOther);
  const meant = replaces ? word : `${word} ${actual.image}`;
  return findingAt(
    replaces ? 'other-amount' : 'missing-word',
    { written: actual.image, meant },
    [actual, actual],
    [change(say`Change to ${meant}`, actual.startOffset, endOf(actual), meant)],
  );
};

/** `goal crm.deal_won in 60d`. */
const otherWithin: Explanation = ({ actual, tokens, index }) =>
  actual.image === 'in' && tokens[index + 1]?.tokenType.name === 'DURATION'
    ? findingAt(
        'other-amount',
        { written: 'in', meant: 'within' },
        [actual, actual],
        [change(say`Change to within`, actual.startOffset, endOf(actual), 'within')],
      )
    : undefined;

/** `import crm from "./systems.journey"`. */
const importWithoutBraces: Explanation = (stumble) => {
  const { actual, index, tokens } = stumble;
  const start = actual.image === 'import' ? index + 1 : index;
  const names = rest({ ...stumble, index: start }, ({ image }) => image !== 'from');
  const [first, last] = [names[0], names.at(-1)];
  if (tokens[start - 1]?.image !== 'import' || !first || !last || !isWord(first)) return undefined;
  if (tokens[start + names.length]?.image !== 'from') return undefined;
  const written = stumble.text.slice(first.startOffset, endOf(last));
  const meant = `{ ${written} }`;
  return findingAt(
    'missing-block',
    { keyword: 'import' },
    [first, last],
    [change(say`Change to ${meant}`, first.startOffset, endOf(last), meant)],
  );
};

/** From the particular to the general: the first that fits explains. */
export const EXPLANATIONS: readonly Explanation[] = [
  missingName,
  reservedName,
  wrongBracket,
  clauseOrder,
  importWithoutBraces,
  otherWithin,
  needlessSign,
  otherAmount,
  nameOfWords,
  unquotedText,
  missingBlock,
  missingWord,
];
