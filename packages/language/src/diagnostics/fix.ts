import type { Range, TextEdit } from 'vscode-languageserver-types';

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
