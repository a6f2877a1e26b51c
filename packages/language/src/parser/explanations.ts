import type { IToken } from 'chevrotain';
import { BRACES, isText, isWord, KINDS, rest, TEXTS, WORD } from './around.ts';
import { digitFirst, missingName, nameOfWords, reservedName } from './explanations-names.ts';
import { change, findingAt, type Explanation } from './stumble.ts';
import { endOf } from './text-finding.ts';
import { isReserved } from './tokens.ts';
import { say } from '../locale/speech.ts';
import { zoneNamed } from '../references/time-zones.ts';

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

/** Words of statements that are also words of everyday texts. */
const SMALL: ReadonlySet<string> = new Set(
  'at if for on in and or not from when every run wait stop let move file channel department event'.split(
    ' ',
  ),
);
const SMALL_WORD = /^(?:[a-z]+|=|-|->)$/;
/** `timezone: "UTC"`, `timezone = "UTC"`, `if … then {`. */
const needlessSign: Explanation = ({ expected, actual, tokens, index, text }) => {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  const isFullStop = actual.image === '.' && next?.startLine !== actual.endLine;
  if ((!NEEDLESS.has(actual.image) && !isFullStop) || expected.includes('=')) return undefined;
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
      at > 0 &&
      ((isReserved(image) && !SMALL.has(image)) ||
        (tokenType.name !== 'ID' && isText(tokens[first + at + 1]))),
  );
  const until = end > 0 ? (words[end - 1] ?? last) : last;
  const written = text.slice(start.startOffset, endOf(until));
  // The text's second quotation mark may be there.
  const isClosed = text[endOf(until)] === '"' && /^[ \t]*[\n\r}]/.test(text.slice(endOf(until) + 1));
  const meant = before?.image === 'timezone' ? (zoneNamed(written) ?? written) : written;
  return findingAt(
    'unquoted-text',
    { text: meant },
    [start, until],
    [change(say`Put it in quotes`, start.startOffset, endOf(until) + (isClosed ? 1 : 0), `"${meant}"`)],
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
const wrongBracket: Explanation = ({ expected, actual, tokens, index, text }) => {
  if (actual.image !== '(' && actual.image !== '[') return undefined;
  const before = tokens.slice(Math.max(0, index - 3), index).some(({ image }) => image in KINDS);
  if (!expected.includes('{') && !before) return undefined;
  const closing = actual.image === '(' ? ')' : ']';
  const end = tokens.slice(index).find(({ image }) => image === closing);
  const inner = end && text.slice(endOf(actual), end.startOffset);
  const braces = inner === undefined ? '{' : `{${inner}}`;
  const opening = change(say`Put braces around the block`, actual.startOffset, endOf(end ?? actual), braces);
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

/** `if customer.email contains "x" {`. */
const unknownComparison: Explanation = ({ rule, expected, actual, tokens, index }) => {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  const isInCondition =
    (expected.includes('{') && /^(?:Block|Condition|Case)$/.test(rule)) ||
    tokens[index - 1]?.image === 'where';
  if (!isInCondition && !isBehindWhere(tokens, index)) return undefined;
  if (actual.tokenType.name !== 'ID' || !before || before.endLine !== actual.startLine) return undefined;
  if (!next || next.startLine !== actual.endLine || next.image === '{') return undefined;
  return findingAt('unknown-comparison', { word: actual.image }, [actual, next], []);
};

/** `send "Thank you"`, `notify "Call them"`, `message hello "Hello" category utility`. */
const missingPart: Explanation = ({ expected, actual, tokens, index }) => {
  const keyword = tokens[index - 1];
  if (keyword?.image === 'send' && expected.includes('ID'))
    return findingAt(
      'missing-part',
      { keyword: 'send', needed: 'the name of a message', example: 'send hello' },
      [keyword, isText(actual) ? actual : keyword],
      [],
    );
  if (keyword?.image === 'notify' && isText(actual))
    return findingAt(
      'missing-part',
      {
        keyword: 'notify',
        needed: 'the department before its text',
        example: `notify sales ${actual.image}`,
      },
      [keyword, actual],
      ['sales', 'marketing', 'service'].map((department) =>
        change(
          say`Change to ${`notify ${department}`}`,
          actual.startOffset,
          actual.startOffset,
          `${department} `,
          false,
        ),
      ),
    );
  const first = tokens.slice(Math.max(0, index - 3), index).find(({ image }) => image === 'message');
  if (first && expected.includes('via') && (actual.image === '{' || isReservedClause(actual.image)))
    return findingAt(
      'missing-part',
      { keyword: 'message', needed: 'the system that sends it', example: `via mail ${actual.image}` },
      [first, actual],
      [],
    );
  return undefined;
};

/** `timezone { "UTC" }`, `segment he { customer.language == "he" }`. */
const needlessBlock: Explanation = ({ expected, actual, tokens, index, text }) => {
  if (actual.image !== '{' || expected.includes('{')) return undefined;
  let first = index - 1;
  while (
    first > 0 &&
    tokens[first - 1]?.endLine === actual.startLine &&
    !BRACES.has(tokens[first - 1]?.image ?? '')
  )
    first--;
  const keyword = tokens[first];
  const isPlain = tokens.slice(first, index).every(({ image }) => WORD.test(image) || image.startsWith('"'));
  if (!isPlain || index - first > 3) return undefined;
  // What is declared has a block of its own.
  if (keyword && keyword.image in KINDS && !expected.includes('where')) return undefined;
  const end = tokens.slice(index).find(({ image }) => image === '}');
  const inner = end && tokens.slice(index + 1).findLast((token) => endOf(token) <= end.startOffset);
  const start = tokens[index + 1];
  if (!keyword || !isWord(keyword) || !end || !inner || !start || start.image === '}') return undefined;
  const content = text.slice(start.startOffset, endOf(inner));
  if (content.includes('\n')) return undefined;
  const newText = expected.includes('where') ? `where ${content}` : content;
  return findingAt(
    'needless-block',
    { keyword: keyword.image },
    [keyword, actual],
    [change(say`Take the braces away`, actual.startOffset, endOf(end), newText)],
  );
};

function isReservedClause(word: string): boolean {
  return /^(?:category|topic|consent)$/.test(word);
}

function isBehindWhere(tokens: readonly IToken[], index: number): boolean {
  const line = tokens[index]?.startLine;
  for (let at = index - 1; tokens[at]?.startLine === line; at--) {
    if (BRACES.has(tokens[at]?.image ?? '')) return false;
    if (tokens[at]?.image === 'where') return true;
  }
  return false;
}

/** From the particular to the general: the first that fits explains. */
export const EXPLANATIONS: readonly Explanation[] = [
  missingName,
  missingPart,
  digitFirst,
  needlessBlock,
  reservedName,
  wrongBracket,
  clauseOrder,
  importWithoutBraces,
  otherWithin,
  needlessSign,
  otherAmount,
  nameOfWords,
  unquotedText,
  unknownComparison,
  missingBlock,
  missingWord,
];
