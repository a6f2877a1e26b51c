/** A line of Markdown that has letters from right to left, after what marks it as a heading, an entry or a quotation. */
const LINE = /^([ \t]*(?:(?:#{1,6}|[-*+>]|\d+[.)])[ \t]+)?)(.*[\p{Script=Hebrew}\p{Script=Arabic}].*)$/gmu;
const CODE = /`[^`\n]+`/g;
const CODE_BLOCK = /^```[^]*?^```$/gm;

/** For Markdown that is set from left to right whatever it says: isolates keep each line in the order of its own letters. */
export function inReadingOrder(markdown: string): string {
  return markdown.replace(
    LINE,
    (_, mark: string, text: string) => `${mark}\u2068${withCodeIsolated(text)}\u2069`,
  );
}

/** A line that says something to people in a file that has such a mark before these lines. */
export function comment(text: string, mark: '#' | '--' = '#'): string {
  return inReadingOrder(`# ${text}`).replace('#', mark);
}

/** For Markdown that may hold HTML: all of it from right to left, but for its code. */
export function fromRightToLeft(markdown: string): string {
  const blocks = markdown.match(CODE_BLOCK) ?? [];
  const texts = markdown.split(CODE_BLOCK).map((text) => {
    return `<div dir="rtl">\n\n${withCodeIsolated(text.trim())}\n\n</div>\n`;
  });
  return texts
    .flatMap((text, index) => [text, ...blocks.slice(index, index + 1).map((block) => `${block}\n`)])
    .join('\n');
}

/** The marks stand outside of the code, so that who copies it copies nothing else. */
function withCodeIsolated(text: string): string {
  return text.replace(CODE, '\u2066$&\u2069');
}
