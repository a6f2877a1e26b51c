import { isText, isWord, KINDS, rest, WORD } from './around.ts';
import { change, findingAt, type Explanation } from './stumble.ts';
import { endOf } from './text-finding.ts';
import { isReserved } from './tokens.ts';
import { say } from '../locale/speech.ts';

/** What people join the words of a name with. */
const JOINTS: ReadonlySet<string> = new Set(['-', '.', '/', '+']);
/** A name made of the words of a text. */
function nameOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = words.slice(0, 4).join('_');
  return WORD.test(name) ? name : `n_${name}`;
}

/** `stage "First visit"`, `stage "First visit" visit`. */
export const missingName: Explanation = ({ expected, actual, tokens, index }) => {
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
export const reservedName: Explanation = ({ expected, actual, tokens, index }) => {
  const keyword = tokens[index - 1];
  if (!keyword || !(keyword.image in KINDS) || !expected.includes('ID') || !isReserved(actual.image))
    return undefined;
  if (actual.startLine !== keyword.endLine) return undefined;
  const suggestion =
    actual.image === keyword.image ? `my_${actual.image}` : `${actual.image}_${keyword.image}`;
  return findingAt(
    'reserved-name',
    { word: actual.image, suggestion },
    [actual, actual],
    [change(say`Change to ${suggestion}`, actual.startOffset, endOf(actual), suggestion)],
  );
};

/** `stage first visit "First visit"`, `stage first-visit`, `stage visit Visit the shop`. */
export const nameOfWords: Explanation = (stumble) => {
  const { expected, actual, tokens, index, text } = stumble;
  const name = tokens[index - 1];
  const keyword = tokens[index - 2];
  if (!name || !keyword || !(keyword.image in KINDS) || !isWord(name)) return undefined;
  const words = rest(stumble, (token) => isWord(token) || JOINTS.has(token.image));
  const last = words.at(-1);
  // A system's name is followed by what it uses, a message's by what it goes via.
  const isFollowed = expected.some((each) => /^(?:uses|via|where)$/.test(each));
  if (isFollowed && !words.some(({ image }) => expected.includes(image))) return undefined;
  if (!last || actual.startLine !== name.endLine || words.some(({ image }) => isReserved(image)))
    return undefined;
  const joined = nameOf(text.slice(name.startOffset, endOf(last)).replaceAll('_', ' '));
  const join = change(say`Change to ${joined}`, name.startOffset, endOf(last), joined, false);
  const label = `"${text.slice(actual.startOffset, endOf(last))}"`;
  const behind = tokens[index + words.length];
  // The label's first quotation mark alone is missing.
  if (behind?.startOffset === endOf(last) && text[endOf(last)] === '"') {
    const whole = change(say`Change to ${name.image} ${label}`, actual.startOffset, endOf(behind), label);
    return findingAt('unquoted-text', { text: label.slice(1, -1) }, [actual, last], [whole]);
  }
  const quote = change(say`Change to ${name.image} ${label}`, actual.startOffset, endOf(last), label, false);
  const isLabelled = isText(behind) || JOINTS.has(actual.image);
  const changes = isLabelled ? [{ ...join, preferred: true }] : [quote, join];
  return findingAt('name-of-words', { name: joined }, [name, last], changes);
};

/** `stage 1 "First"`, `stage 1st_visit`. */
export const digitFirst: Explanation = ({ expected, actual, tokens, index, text }) => {
  const keyword = tokens[index - 1];
  if (!keyword || !(keyword.image in KINDS) || !expected.includes('ID') || !/^[0-9]/.test(actual.image))
    return undefined;
  const next = tokens[index + 1];
  const last = next && next.startOffset === endOf(actual) && isWord(next) ? next : actual;
  const written = text.slice(actual.startOffset, endOf(last));
  const meant = `${keyword.image}_${written.replace(/[^\p{L}\p{N}_]/gu, '_')}`;
  return findingAt(
    'name-begins-with-digit',
    { written, meant },
    [actual, last],
    [change(say`Change to ${meant}`, actual.startOffset, endOf(last), meant)],
  );
};
