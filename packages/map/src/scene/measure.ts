import { closeIsolates } from './bidi.ts';
import { Memory } from './memory.ts';
import { METRICS } from './metrics-table.ts';
import { TYPE } from './type.ts';
import type { TypeName } from './type.ts';

/** Room for fonts that are a little wider than the measured one. */
const MARGIN = 1.02;
/** Characters outside the table: ideographs and emoji are about as wide as they are high. */
const UNKNOWN_ADVANCE = 1050;
/** All common fixed-width fonts advance 600 to 602; letters that they lack come from a wider one. */
const CODE_ADVANCE = 610;
const NO_ADVANCE = /[\p{Mn}\p{Me}\p{Cf}]/u;

const ADVANCES = { regular: unpack(METRICS.regular), bold: unpack(METRICS.bold) };

function unpack(runs: readonly (readonly [number, string])[]): ReadonlyMap<number, number> {
  return new Map(
    runs.flatMap(([first, advances]) =>
      advances.split(' ').map((advance, index) => [first + index, parseInt(advance, 36)] as const),
    ),
  );
}

/** One line as it is set, and how wide it is in pixels. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

/** A text's lines, by the width that they have room in. */
type Settings = Map<number, readonly Line[]>;

/** In so many widths a text's lines are known at a time. */
const MOST_SETTINGS = 200;

const widths = inEachType(() => new Memory<number>());
/** By the most lines that there may be. */
const settings = inEachType((): Memory<Settings>[] => []);

function inEachType<Value>(create: () => Value): Readonly<Record<TypeName, Value>> {
  return Object.fromEntries(Object.keys(TYPE).map((type) => [type, create()])) as Record<TypeName, Value>;
}

/** What adding widths word by word may differ from the whole by. */
const TOLERANCE = 0.001;

/** The width of a line in pixels, as wide as it becomes in the widest of the common interface fonts. */
export function textWidth(text: string, type: TypeName): number {
  return Math.ceil(exactWidth(text, type));
}

function exactWidth(text: string, type: TypeName): number {
  return widths[type].get(text) ?? widths[type].keep(text, measure(text, type));
}

function measure(text: string, type: TypeName): number {
  const spec = TYPE[type];
  const advances = ADVANCES[spec.weight];
  let total = 0;
  for (const character of text) total += advanceOf(character, advances, spec.face === 'code');
  return (total * spec.size * MARGIN) / 1000;
}

function advanceOf(character: string, advances: ReadonlyMap<number, number>, isCode: boolean): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const known = advances.get(codePoint);
  if (known === undefined && NO_ADVANCE.test(character)) return 0;
  const advance = known ?? UNKNOWN_ADVANCE;
  return isCode && codePoint < 0x250 ? CODE_ADVANCE : advance;
}

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/**
 * Where a line may end: after a space, and inside a word between two that a sign joins, such as `sign-up`; never in
 * `24/7`, `e-mail` or `{first name}`. A word that is longer than a line ends where a formula or an address has a joint, else where a name
 * has, else anywhere.
 */
const ENDS: readonly RegExp[] = [
  /(?<=\s)(?=\S)(?![^{}]*\})|(?<=\p{L}{2}[/\u05be-])(?=\p{L}{2})/u,
  /(?<=\s)(?=\S)|(?<=[(,=?&]|[^/:]\/)(?=[^/)])/u,
  /(?<=[\p{L}\p{N}]\.)(?=[\p{L}\p{N}])/u,
  /(?<=[\p{L}\p{N}][_-])(?=[\p{L}\p{N}])/u,
];
/** A last line that is shorter than this part of the width looks lost. */
const LOST = 0.3;
/** The parts of the width that are tried for lines of more equal length. */
const NARROWER = [0.92, 0.84, 0.76, 0.68];

/**
 * Breaks a text into lines that fit the width. Words stay whole where they fit a line; a paragraph of more than
 * `maxLines` lines ends in an ellipsis.
 */
export function setLines(text: string, width: number, type: TypeName, maxLines: number): readonly Line[] {
  const memory = (settings[type][maxLines] ??= new Memory());
  const known = memory.get(text) ?? memory.keep(text, new Map());
  return known.get(width) ?? setAnew(known, text, width, type, maxLines);
}

function setAnew(
  known: Settings,
  text: string,
  width: number,
  type: TypeName,
  maxLines: number,
): readonly Line[] {
  const lines = wrapped(text, width, type, maxLines).map((line) => ({
    text: line,
    width: Math.min(textWidth(line, type), width),
  }));
  if (known.size >= MOST_SETTINGS) known.clear();
  known.set(width, lines);
  return lines;
}

function wrapped(text: string, width: number, type: TypeName, maxLines: number): string[] {
  const clean = text.replace(/\s+/gu, ' ').trim();
  if (clean === '') return [];
  const lines = breakLines(clean, width, type, maxLines + 1);
  if (lines.length <= maxLines) return closeIsolates(evenLines(lines, clean, width, type));
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = withEllipsis(kept[maxLines - 1] ?? '', width, type);
  return closeIsolates(kept);
}

/** No more lines than there are, but with a last one that isn't a word alone, where that can be had. */
function evenLines(lines: string[], text: string, width: number, type: TypeName): string[] {
  const least = width * LOST;
  const lastWidth = (some: readonly string[]): number => exactWidth(some.at(-1) ?? '', type);
  if (lines.length === 1 || lastWidth(lines) >= least) return lines;
  for (const part of NARROWER) {
    const narrower = breakLines(text, width, type, lines.length + 1, width * part);
    if (narrower.length > lines.length) break;
    if (lastWidth(narrower) >= least) return narrower;
  }
  return lines;
}

/** Lines of at most the width, and no longer than `wanted` where a word isn't. */
function breakLines(text: string, width: number, type: TypeName, enough: number, wanted = width): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  const push = (): void => {
    lines.push(line.trimEnd());
    line = '';
    length = 0;
  };
  const fits = (part: string): boolean =>
    length + exactWidth(part.trimEnd(), type) <= (line === '' ? width : wanted) + TOLERANCE;
  const add = (part: string, level: number): void => {
    if (!fits(part) && line !== '') push();
    if (lines.length >= enough) return;
    if (fits(part) || level > ENDS.length) {
      line += part;
      length += exactWidth(part, type);
    } else {
      for (const piece of piecesOf(part, level)) add(piece, level + 1);
    }
  };
  for (const word of piecesOf(text, 0)) add(word, 1);
  if (line !== '') push();
  return lines;
}

function piecesOf(text: string, level: number): string[] {
  const end = ENDS[level];
  return end ? text.split(end) : [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}

function withEllipsis(line: string, width: number, type: TypeName): string {
  const letters = [...SEGMENTER.segment(line)].map(({ segment }) => segment);
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, type) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
