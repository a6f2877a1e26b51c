import type { TextPart } from '@journey/model';
import type { TemplatePiece } from './template.ts';

/** Letters that a value usually has, by the filter that shows it. */
const SHOWN: Readonly<Record<string, number>> = { date: 18, time: 5, weekday: 9, datetime: 28 };
/** What names end with that hold an address. */
const ADDRESS = /(link|url|address|page)$/i;
const OF_ADDRESS = 30;
const OF_OTHERS = 10;

/** The text with its variables written out: by their default, or by as many letters as is usual. Such letters are plain. */
export function estimateText(parts: readonly (TextPart | TemplatePiece)[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.value;
      const { filter, path } = part;
      if (filter?.argument !== undefined && filter.argument.length >= OF_OTHERS) return filter.argument;
      const usual = SHOWN[filter?.name ?? ''] ?? (ADDRESS.test(path.at(-1) ?? '') ? OF_ADDRESS : OF_OTHERS);
      return 'n'.repeat(usual);
    })
    .join('');
}

/** As people and vendors count: an emoji of one sign is one character. */
export function countCharacters(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
