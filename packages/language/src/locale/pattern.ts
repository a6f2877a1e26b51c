/** Left to right, right to left, and by the first strong letter: runs that keep their own order; and the end of each. */
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/** What stands in a pattern's holes, by their names. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * A sentence written from right to left. In the pattern `{name}` is a hole, `{~name}` one whose value is words of ours,
 * to be translated as well; code stands between backticks. All of them are isolated, so that names and code keep their
 * own order and the words around them theirs.
 */
export function fill(
  pattern: string,
  parameters: Parameters,
  translated: (words: string) => string = String,
): string {
  const sentence = pattern
    .replace(/`([^`]*)`/g, `${LRI}$1${PDI}`)
    .replace(/\{(~?)(\w+)\}/g, (hole, mark: string, name: string) => {
      if (!(name in parameters)) return hole;
      const value = String(parameters[name]);
      return isolated(mark === '' ? value : translated(value));
    });
  return `${RLI}${sentence}${PDI}`;
}

/** The same as Markdown, where the backticks stay. */
export function fillMarkdown(pattern: string): string {
  return `${RLI}${pattern.replace(/`[^`]*`/g, `${LRI}$&${PDI}`)}${PDI}`;
}

/** Digits need no isolation, and would lose the sign that belongs to them: 40%. */
function isolated(text: string): string {
  const isPlain = /^\d*$/.test(text) || (/^[\u2066-\u2068]/.test(text) && text.endsWith(PDI));
  return isPlain ? text : `${FSI}${text}${PDI}`;
}
