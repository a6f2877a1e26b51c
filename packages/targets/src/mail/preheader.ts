import { isMarkup, fixedText } from '@journey/model';
import type { TextPart } from '@journey/model';
import { joined, separated } from './marks.ts';

const HIDDEN =
  'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all';

/**
 * The page with the text that inboxes show behind the subject, hidden at the beginning of what is read. A text that is
 * letters alone stays as it is: nothing can be hidden in it.
 */
export function withPreheader(
  page: readonly TextPart[],
  preheader: readonly TextPart[],
): readonly TextPart[] {
  if (preheader.length === 0 || !isMarkup(fixedText(page))) return page;
  const { text, mark } = joined(page);
  const start = startOfContent(text);
  return [
    ...separated(text.slice(0, start), mark, page),
    { kind: 'text', value: `<div style="${HIDDEN}">` },
    ...preheader.map(asMarkup),
    { kind: 'text', value: '</div>' },
    ...separated(text.slice(start), mark, page),
  ];
}

/** What is written in a journey is letters, a tag too; what variables stand for is made such when the mail is sent. */
function asMarkup(part: TextPart): TextPart {
  if (part.kind === 'text') return { ...part, value: escaped(part.value) };
  const { filter } = part;
  if (filter?.argument === undefined) return part;
  return { ...part, filter: { ...filter, argument: escaped(filter.argument) } };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

/** Behind `<body>`; where a page lacks it, behind its head, or what it begins with. */
function startOfContent(html: string): number {
  const beginning = /^\s*(?:<!doctype[^<>]*>\s*)?(?:<html\b[^<>]*>)?/i.exec(html)?.[0].length ?? 0;
  return endOf(/<body\b[^<>]*>/i, html) ?? endOf(/<\/head\s*>/i, html) ?? beginning;
}

/** A tag within a comment is for one mail program alone. */
function endOf(tag: RegExp, html: string): number | undefined {
  const tags = html.matchAll(new RegExp(`<!--[\\s\\S]*?(?:-->|$)|${tag.source}`, 'gi'));
  const found = [...tags].find(([text]) => !text.startsWith('<!--'));
  return found && found.index + found[0].length;
}
