import { commands, l10n, Range, window, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { JourneyEdit } from '@journey/model';
import { JourneyEditRequest } from '@journey/server/protocol';
import { columnOf } from './reveal.ts';

/** What became of an edit, for the map that it was made in. */
export interface EditOutcome {
  readonly changed: boolean;
  /** A sentence that says why the text stays as it is. */
  readonly refusal?: string;
}

/** Makes what somebody changes in a map in the text, as edits that are undone like any other. */
export class TextEdits {
  private readonly client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.client = client;
  }

  /** @param version the version of the text that the map is of; 0 where it was of the file on disk */
  async make(uri: Uri, version: number, edit: JourneyEdit): Promise<EditOutcome> {
    const document = await workspace.openTextDocument(uri);
    const isOnDisk = version === 0 && !document.isDirty;
    const asked = isOnDisk ? document.version : version;
    const result = await this.client.sendRequest(JourneyEditRequest, {
      uri: uri.toString(),
      version: asked,
      edit,
    });
    if (result.kind === 'refused') return { changed: false, refusal: result.message };
    if (result.edits.length === 0) return { changed: false };
    const edits = new WorkspaceEdit();
    for (const { range, newText } of await this.client.protocol2CodeConverter.asTextEdits([...result.edits]))
      edits.replace(uri, new Range(range.start, range.end), newText);
    const isSame = document.version === asked;
    if (isSame && (await workspace.applyEdit(edits))) return { changed: true };
    return { changed: false, refusal: l10n.t('The text changed meanwhile, and stays as it is. Try again.') };
  }

  /** Takes back what was last done to the text, from the map or in an editor, which shows it. */
  async undo(uri: Uri): Promise<void> {
    const document: TextDocument = await workspace.openTextDocument(uri);
    const column = columnOf(uri);
    await window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
    await commands.executeCommand('undo');
  }
}
