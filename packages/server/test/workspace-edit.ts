import type { Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';

/** The text after the edits, made from its end to its beginning. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      text,
    );
}

/** The files that an edit changes or creates, as they are after it, by their addresses. */
export function filesAfter(
  edit: WorkspaceEdit | undefined,
  textOf: (uri: string) => string,
): ReadonlyMap<string, string> {
  const after = new Map<string, string>();
  for (const change of edit?.documentChanges ?? []) {
    if ('textDocument' in change) {
      const { uri } = change.textDocument;
      const edits = change.edits.filter((each): each is TextEdit => 'newText' in each);
      after.set(uri, applyEdits(after.get(uri) ?? textOf(uri), edits));
    } else if (change.kind === 'create') after.set(change.uri, '');
  }
  return after;
}

/** The lines that an edit of the workspace changes, each as `file:line the new text`, in the order of the files. */
export function changedLines(edit: WorkspaceEdit | null, textOf: (uri: string) => string): readonly string[] {
  return Object.entries(edit?.changes ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([uri, edits]) => {
      const before = textOf(uri).split('\n');
      const name = uri.split('/').at(-1) ?? '';
      return applyEdits(textOf(uri), edits)
        .split('\n')
        .flatMap((line, index) => (line === before[index] ? [] : [`${name}:${index + 1} ${line.trim()}`]));
    });
}
