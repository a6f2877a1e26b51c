import { directionOf } from '@journey/model';
import type { Direction } from '@journey/model';
import { Memory } from './memory.ts';

/** Marks of the Unicode bidirectional algorithm that keep a part of a line in an order of its own. */
const ISOLATES = { ltr: '\u2066', rtl: '\u2067', firstStrong: '\u2068' };
const END_OF_ISOLATE = '\u2069';
const ANY_ISOLATE = /[\u2066-\u2068]/u;
/** An isolate with no other inside. */
const INNERMOST_ISOLATE = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu;

/** For what reads from the left in every language: clock times, names of variables. */
export function leftToRight(text: string): string {
  return ISOLATES.ltr + text + END_OF_ISOLATE;
}

/** Texts whose letters all go one way, and which begin and end with one of them: nothing can draw these apart. */
const PLAIN: Readonly<Record<Direction, RegExp>> = {
  rtl: /^(?=[\p{Script=Hebrew}\p{Script=Arabic}])(?!.*(?![\p{Script=Hebrew}\p{Script=Arabic}])\p{L}).*[\p{Script=Hebrew}\p{Script=Arabic}]$/u,
  ltr: /^(?=\p{L})(?!.*[\p{Script=Hebrew}\p{Script=Arabic}]).*\p{L}$/u,
};

/**
 * Keeps a part's own direction, and the order of what stands round it. A phrase that says nothing itself but only
 * joins labels, each isolated, reads as the language around it does.
 */
export function isolate(text: string, around: Direction): string {
  const known = isolated[around];
  return known.get(text) ?? known.keep(text, isolateAnew(text, around));
}

const isolated = { ltr: new Memory<string>(), rtl: new Memory<string>() };

function isolateAnew(text: string, around: Direction): string {
  if (PLAIN[around].test(text)) return text;
  const quotesOnly = ANY_ISOLATE.test(text) && ownDirection(text) === undefined;
  return (quotesOnly ? ISOLATES[around] : ISOLATES.firstStrong) + text + END_OF_ISOLATE;
}

/** A phrase's direction is that of its own first letter; labels that it quotes stand isolated and don't count. */
export function ownDirection(text: string): Direction | undefined {
  const known = directions.get(text) ?? directions.keep(text, { direction: phraseDirection(text) });
  return known.direction;
}

const directions = new Memory<{ readonly direction: Direction | undefined }>();

function phraseDirection(text: string): Direction | undefined {
  if (!ANY_ISOLATE.test(text)) return directionOf(text);
  let phrase = text;
  for (let shorter = ''; shorter !== phrase;) {
    shorter = phrase;
    phrase = phrase.replace(INNERMOST_ISOLATE, '');
  }
  return directionOf(phrase);
}

/** The text without the marks that only keep its order: for names that are spoken. */
export function withoutIsolates(text: string): string {
  return ANY_ISOLATE.test(text) ? text.replace(/[\u2066-\u2069]/gu, '') : text;
}

/**
 * Each line is ordered by itself, so an isolate that spans lines is closed at the end of one and opened again on the
 * next.
 */
export function closeIsolates(lines: string[]): string[] {
  if (!lines.some((line) => ANY_ISOLATE.test(line))) return lines;
  const open: string[] = [];
  return settled(lines).map((line) => {
    const before = open.join('');
    for (const character of line) {
      if (Object.values(ISOLATES).includes(character)) open.push(character);
      if (character === END_OF_ISOLATE) open.pop();
    }
    return before + line + END_OF_ISOLATE.repeat(open.length);
  });
}

/**
 * An isolate that takes its direction from its first letter would take another one on a line that begins with something
 * else: one that spans lines is told its direction.
 */
function settled(lines: readonly string[]): string[] {
  const characters = [...lines.join('\n')];
  const begun: number[] = [];
  const end = (at: number): void => {
    const start = begun.pop();
    if (start === undefined || characters[start] !== ISOLATES.firstStrong) return;
    const content = characters.slice(start + 1, at).join('');
    const direction = content.includes('\n') ? ownDirection(content) : undefined;
    if (direction) characters[start] = ISOLATES[direction];
  };
  for (const [at, character] of characters.entries()) {
    if (ANY_ISOLATE.test(character)) begun.push(at);
    if (character === END_OF_ISOLATE) end(at);
  }
  while (begun.length > 0) end(characters.length);
  return characters.join('').split('\n');
}
