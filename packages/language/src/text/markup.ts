const TAGS = /<[a-z!/][^<>]*>/gi;
// One that is never closed goes on to the end, as browsers take it.
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(style|script|mj-style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** The text with blanks in the place of comments, styles and scripts, so that all else keeps its place. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, blanks);
}

/** The text with blanks in the place of comments, so that all else keeps its place. */
export function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, blanks);
}

/** What people read of it. */
export function visibleText(text: string): string {
  return withoutUnseen(text).replace(TAGS, ' ');
}

function blanks(text: string): string {
  return text.replace(/[^\n\r]/g, ' ');
}
