import type { Position, SourceRange, Sourced, Step } from '@journey/model';
import { remove, replace, type Fix } from '../../diagnostics/fix.ts';
import type { TextOf } from '../check.ts';

/** The word that a part of the source begins with: enough to point at a step that spans many lines. */
export function keywordOf({ source }: Sourced, keyword: string): SourceRange {
  const end = { line: source.start.line, character: source.start.character + keyword.length };
  return { ...source, end };
}

/** From the start of one place to the end of another. */
export function spanning(first: Sourced, last: Sourced): SourceRange {
  return { file: first.source.file, start: first.source.start, end: last.source.end };
}

/** What lies between two places. */
export function between(file: string, start: Position, end: Position): SourceRange {
  return { file, start, end };
}

/** The position that many characters into a text that begins at `start`. */
export function positionIn(text: string, start: Position, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line: start.line, character: start.character + last }
    : { line: start.line + lines.length - 1, character: last };
}

/** The place of the pattern's first match in a range; of its first group, where it has one. */
export function placeOf(pattern: RegExp, range: SourceRange, textOf: TextOf): SourceRange | undefined {
  const text = textOf(range);
  const match = pattern.exec(text);
  if (!match) return undefined;
  const found = match[1] ?? match[0];
  const offset = match.index + match[0].lastIndexOf(found);
  return between(
    range.file,
    positionIn(text, range.start, offset),
    positionIn(text, range.start, offset + found.length),
  );
}

/** Puts the steps of a block into the place of the step around it; nothing where a comment would be lost. */
export function unwrap(title: string, step: Step, inner: readonly Step[], textOf: TextOf): Fix[] {
  const [first, last] = [inner[0], inner.at(-1)];
  if (!first || !last) return [];
  const { file, start, end } = step.source;
  const around =
    textOf(between(file, start, first.source.start)) + textOf(between(file, last.source.end, end));
  if (/\/\/|\/\*/.test(around)) return [];
  const text = textOf(spanning(first, last));
  const deeper = Math.max(0, first.source.start.character - start.character);
  const isBelow = first.source.start.line !== start.line;
  const moved = isBelow ? text.replaceAll(new RegExp(`\\n {0,${deeper}}`, 'g'), '\n') : text;
  return [replace(title, step.source, moved)];
}

/** Removes a part of a list together with what separates it from the one before it. */
export function removeAfter(title: string, before: Sourced, part: Sourced, preferred = false): Fix {
  return remove(title, between(part.source.file, before.source.end, part.source.end), preferred);
}
