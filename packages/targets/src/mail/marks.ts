import { fixedText } from '@journey/model';
import type { TextPart } from '@journey/model';

/** A text whose variables are marks, so that it can be worked on as one string. */
export interface MarkedText {
  readonly text: string;
  readonly mark: string;
}

export function joined(parts: readonly TextPart[]): MarkedText {
  const mark = unusedWord(parts);
  const pieces = parts.map((part, index) => (part.kind === 'text' ? part.value : `${mark}${index}e`));
  return { text: pieces.join(''), mark };
}

/** The parts of what a marked text has become. */
export function separated(text: string, mark: string, parts: readonly TextPart[]): readonly TextPart[] {
  return text.split(new RegExp(`${mark}(\\d+)e`)).flatMap((piece, index): TextPart[] => {
    const variable = index % 2 === 1 ? parts[Number(piece)] : undefined;
    if (variable) return [variable];
    return piece === '' ? [] : [{ kind: 'text', value: piece }];
  });
}

/** A word that stands for variables: letters alone, which mean nothing to markup anywhere. */
function unusedWord(parts: readonly TextPart[]): string {
  const text = fixedText(parts).toLowerCase();
  let word = 'variable';
  while (text.includes(word)) word += 'x';
  return word;
}
