import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'langium';

/** What may be done about a finding, in the finding's own file. */
export interface Fix {
  /** What it does, as the editor shows it: `Import "crm" from "./systems.journey"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it is surely what was meant: only such fixes are made when all are made at once. */
  readonly preferred?: boolean;
}

/** A fix that puts a text in the place of another. */
export function replace(title: string, range: Range, newText: string, preferred = false): Fix {
  return { title, edits: [{ range: { start: range.start, end: range.end }, newText }], preferred };
}

/** A fix that adds a text. */
export function insert(title: string, at: Range['start'], newText: string, preferred = false): Fix {
  return { title, edits: [{ range: { start: at, end: at }, newText }], preferred };
}

/** A fix that removes whole lines, from the range's first to its last. */
export function removeLines(title: string, range: Range, preferred = false): Fix {
  const start = { line: range.start.line, character: 0 };
  const end = { line: range.end.line + 1, character: 0 };
  return { title, edits: [{ range: { start, end }, newText: '' }], preferred };
}

/** A fix that removes a part of the text. */
export function remove(title: string, range: Range, preferred = false): Fix {
  return replace(title, range, '', preferred);
}

/** The fix, whose removals take the lines along that they leave empty, or the blanks before them. */
export function tidied(fix: Fix, document: TextDocument): Fix {
  const edits = fix.edits.map((edit) =>
    edit.newText === '' ? { ...edit, range: withBlanks(edit.range, document) } : edit,
  );
  return { ...fix, edits };
}

function withBlanks({ start, end }: Range, document: TextDocument): Range {
  const before = document.getText({ start: { line: start.line, character: 0 }, end: start });
  const after = document.getText({ start: end, end: { line: end.line + 1, character: 0 } });
  const isWhole = before.trim() === '' && after.trim() === '' && end.character > 0;
  if (isWhole && after.endsWith('\n'))
    return { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
  if (end.character === 0) return { start, end };
  if (before.trim() === '')
    return { start, end: { line: end.line, character: end.character + blanksOf(after) } };
  // Blanks on both sides would meet.
  const blanks = /^\s|^$/.test(after) ? before.trimEnd().length : before.length;
  return { start: { line: start.line, character: blanks }, end };
}

function blanksOf(text: string): number {
  return text.length - text.replace(/^[ \t]+/, '').length;
}
