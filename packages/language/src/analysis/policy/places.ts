import type { Journey, SourceRange } from '@journey/model';
import { insert, type Fix } from '../../diagnostics/fix.ts';
import type { TextOf } from '../check.ts';
import { placeOf } from '../flow/places.ts';

const HEAD = /^journey\s+[^\s{"]+(?:\s*"(?:[^"\\\n]|\\.)*")?/;

/** `journey name "label"`: enough to point at a journey. */
export function headOf(journey: Journey, textOf: TextOf): SourceRange {
  return placeOf(HEAD, journey.source, textOf) ?? journey.source;
}

/** Adds a setting to a journey: below the model that it follows, or else at its beginning. */
export function memberFix(title: string, journey: Journey, setting: string, textOf: TextOf): Fix[] {
  const { source } = journey;
  const place =
    placeOf(/^\s*model[ \t]+[^\s}]+/m, source, textOf) ??
    placeOf(/^[^{"]*(?:"(?:[^"\\\n]|\\.)*")?[^{"]*\{/, source, textOf);
  if (!place) return [];
  const { line, character } = place.end;
  const rest = textOf({ ...source, start: place.end, end: { line: line + 1, character: 0 } }).trimEnd();
  const isLastOnLine = /^\s*(\/\/.*)?$/.test(rest) && line < source.end.line;
  return isLastOnLine
    ? [
        insert(
          title,
          { line, character: character + rest.length },
          `\n${' '.repeat(source.start.character + 2)}${setting}`,
        ),
      ]
    : [insert(title, place.end, ` ${setting}`)];
}
