/** The tags of MJML 4. Source: documentation.mjml.io, "Components". */
export const MJML_TAGS: readonly string[] = [
  'mjml mj-head mj-body mj-include mj-raw mj-attributes mj-all mj-class mj-breakpoint mj-font mj-html-attributes',
  'mj-selector mj-html-attribute mj-preview mj-style mj-title mj-accordion mj-accordion-element mj-accordion-text',
  'mj-accordion-title mj-button mj-carousel mj-carousel-image mj-column mj-divider mj-group mj-hero mj-image mj-navbar',
  'mj-navbar-link mj-section mj-social mj-social-element mj-spacer mj-table mj-text mj-wrapper',
].flatMap((line) => line.split(' '));

/** Tags whose content is HTML or text. */
const ENDING: ReadonlySet<string> = new Set(
  [
    'mj-raw mj-preview mj-style mj-title mj-accordion-text mj-accordion-title mj-button mj-navbar-link',
    'mj-social-element mj-table mj-text',
  ].flatMap((line) => line.split(' ')),
);

/** Something that MJML would not take, with where it stands in the text. */
export type MjmlProblem = { readonly offset: number; readonly length: number } & (
  | { readonly kind: 'unknown'; readonly tag: string }
  | { readonly kind: 'unclosed'; readonly tag: string }
  | { readonly kind: 'unopened'; readonly tag: string }
  | { readonly kind: 'root' }
);

interface Tag {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

// Values of attributes may hold anything but their own quotation mark.
const TAG = /<(\/?)([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/gi;

/** What is wrong with an MJML text; comments in it must be blanked. */
export function mjmlProblems(text: string): MjmlProblem[] {
  const problems: MjmlProblem[] = [];
  const open: Tag[] = [];
  for (const { index: offset, 0: whole, 1: closes, 2: word = '', 4: closed } of text.matchAll(TAG)) {
    const name = word.toLowerCase();
    const tag = { name, offset, length: whole.length };
    const around = open.at(-1);
    if (around && ENDING.has(around.name) && (closes === '' || name !== around.name)) continue;
    if (closes === '') {
      if (open.length === 0 && name !== 'mjml') return [{ ...tag, kind: 'root' }];
      if (!MJML_TAGS.includes(name)) problems.push({ ...tag, tag: name, kind: 'unknown' });
      if (closed === '') open.push(tag);
    } else {
      const from = open.findLastIndex((each) => each.name === name);
      if (from < 0) problems.push({ ...tag, tag: name, kind: 'unopened' });
      else
        for (const lost of open.splice(from).slice(1))
          problems.push({ ...lost, tag: lost.name, kind: 'unclosed' });
    }
  }
  if (!/<mjml[\s>]/i.test(text) && problems.length === 0)
    problems.push({ offset: 0, length: 0, kind: 'root' });
  return [...problems, ...open.map((lost): MjmlProblem => ({ ...lost, tag: lost.name, kind: 'unclosed' }))];
}
