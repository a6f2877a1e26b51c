import type { Position } from 'vscode-languageserver-types';

/** A text that says where the cursor is: `send hel‸lo`. */
export interface MarkedText {
  readonly text: string;
  /** Undefined where the text has no mark. */
  readonly cursor: Position | undefined;
}

const mark = '‸';

export function readMarked(marked: string): MarkedText {
  const offset = marked.indexOf(mark);
  if (offset < 0) return { text: marked, cursor: undefined };
  return { text: marked.replace(mark, ''), cursor: positionAt(marked, offset) };
}

/** The position just before the first place where the needle stands. */
export function positionOf(text: string, needle: string): Position {
  const offset = text.indexOf(needle);
  if (offset < 0) throw new Error(`The text doesn't hold "${needle}".`);
  return positionAt(text, offset);
}

/** What stands in a range, both ends on one line. */
export function textIn(text: string, { start, end }: { start: Position; end: Position }): string {
  return (
    text
      .split('\n')
      [start.line]?.slice(start.character, end.line === start.line ? end.character : undefined) ?? ''
  );
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
