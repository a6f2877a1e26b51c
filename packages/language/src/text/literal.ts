const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\' };

/** The text that a literal of the source stands for: `"…"` with its escapes, or `"""…"""` without its indentation. */
export function cookText(literal: string): string {
  return literal.startsWith('"""') ? dedent(literal.slice(3, -3)) : unescape(literal.slice(1, -1));
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character);
}

/** Drops the line break after the opening quotes, the last line where it is blank, and the indentation that all lines share. */
function dedent(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length === 1) return text;
  if (lines[0]?.trim() === '') lines.shift();
  if (lines.at(-1)?.trim() === '') lines.pop();
  const indentation = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines
    .map((line) => line.slice(Math.min(indentation, line.length - line.trimStart().length)).trimEnd())
    .join('\n');
}
