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

const widths = new Memory<number>();
const paragraphs = new Memory<readonly string[]>();

/** What adding widths word by word may differ from the whole by. */
const TOLERANCE = 0.001;

/** The width of a line in pixels, as wide as it becomes in the widest of the common interface fonts. */
export function textWidth(text: string, type: TypeName): number {
  return Math.ceil(exactWidth(text, type) * 10) / 10;
}

function exactWidth(text: string, type: TypeName): number {
  return widths.get(`${type} ${text}`, () => measure(text, type));
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
/** A line may end after a space, and after a hyphen, slash or underscore inside a word. */
const WORDS = /\s+|[^\s/_-]*[/_-]+|[^\s/_-]+/gu;

/**
 * Breaks a text into lines that fit the width. Words stay whole where they fit a line; a paragraph of more than
 * `maxLines` lines ends in an ellipsis.
 */
export function wrap(text: string, width: number, type: TypeName, maxLines: number): readonly string[] {
  return paragraphs.get(`${type} ${width} ${maxLines} ${text}`, () => wrapped(text, width, type, maxLines));
}

function wrapped(text: string, width: number, type: TypeName, maxLines: number): string[] {
  const clean = text.replace(/\s+/gu, ' ').trim();
  if (clean === '') return [];
  const lines = breakLines(clean, width, type, maxLines + 1);
  if (lines.length <= maxLines) return closeIsolates(lines);
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = withEllipsis(kept[maxLines - 1] ?? '', width, type);
  return closeIsolates(kept);
}

function breakLines(text: string, width: number, type: TypeName, enough: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  const push = (): void => {
    lines.push(line.trimEnd());
    line = '';
    length = 0;
  };
  const add = (part: string): void => {
    line += part;
    length += exactWidth(part, type);
  };
  for (const [word] of text.matchAll(WORDS)) {
    if (word === ' ') {
      if (line !== '') add(word);
    } else if (length + exactWidth(word, type) <= width + TOLERANCE) {
      add(word);
    } else {
      if (line !== '') push();
      if (lines.length >= enough) return lines;
      if (exactWidth(word, type) <= width + TOLERANCE) add(word);
      else {
        for (const { segment } of SEGMENTER.segment(word)) {
          if (line !== '' && length + exactWidth(segment, type) > width + TOLERANCE) push();
          add(segment);
        }
      }
    }
  }
  if (line !== '') push();
  return lines;
}

function withEllipsis(line: string, width: number, type: TypeName): string {
  const letters = [...SEGMENTER.segment(line)].map(({ segment }) => segment);
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, type) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
