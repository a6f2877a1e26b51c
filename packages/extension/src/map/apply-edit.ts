import { l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { MapEditResult } from '@journey/server/protocol';

/** Makes a change of the map in the text, as an edit that is undone like any other; says why where it can't be. */
export async function applyMapEdit(result: MapEditResult): Promise<void> {
  if (result.kind === 'refused') {
    void window.showInformationMessage(result.message);
    return;
  }
  if (result.edits.length === 0) return;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of result.edits) {
    const { start, end } = range;
    const place = new Range(start.line, start.character, end.line, end.character);
    edit.replace(Uri.parse(result.uri), place, newText);
  }
  const isMade = await workspace.applyEdit(edit);
  if (!isMade) void window.showInformationMessage(l10n.t('The text could not be changed.'));
}
