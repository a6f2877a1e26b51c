import { Selection, TabInputText, ViewColumn, window, type Uri } from 'vscode';
import type { SourceRange } from '@journey/model';
import { fileOfModel } from '../journey-documents.ts';
import { rangeOf } from '../positions.ts';

/** Goes to the text that a part of the map came from, in the column where that file is open, else beside the map. */
export async function revealSource(document: Uri, source: SourceRange): Promise<void> {
  const file = fileOfModel(document, source.file);
  const { start } = rangeOf(source);
  const editor = await window.showTextDocument(file, {
    viewColumn: columnOf(file) ?? columnOf(document) ?? ViewColumn.One,
    selection: new Selection(start, start),
  });
  editor.revealRange(rangeOf(source));
}

/** The column in which a file is open. */
export function columnOf(file: Uri): ViewColumn | undefined {
  const shows = (input: unknown) => input instanceof TabInputText && input.uri.toString() === file.toString();
  return window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => shows(tab.input)))?.viewColumn;
}
