import type { URI } from 'langium';
import { URI as Uri } from 'langium';
import { DefaultDocumentUpdateHandler } from 'langium/lsp';
import type { TextDocumentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isLibraryUri } from '../library/library.ts';
import type { JourneySharedEditorServices } from './services.ts';
import type { JourneyDocumentBuilder } from '../build/document-builder.ts';

/** Hands on what editors and the disk report, and lets nobody be answered from before a change that was reported. */
export class JourneyUpdateHandler extends DefaultDocumentUpdateHandler {
  private readonly builder: JourneyDocumentBuilder;
  private readonly connection: JourneySharedEditorServices['lsp']['Connection'];

  constructor(services: JourneySharedEditorServices) {
    super(services);
    this.builder = services.workspace.DocumentBuilder;
    this.connection = services.lsp.Connection;
  }

  /** What was typed and not saved is gone: the file is again what the disk has, if anything. */
  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = Uri.parse(document.uri);
    if (!isLibraryUri(uri)) this.fireDocumentUpdate([uri], []);
  }

  protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
    this.builder.announce();
    void this.hand(changed, deleted);
  }

  private async hand(changed: URI[], deleted: URI[]): Promise<void> {
    await this.workspaceManager.ready;
    try {
      await this.workspaceLock.write((token) => this.builder.takeIn(changed, deleted, token));
    } catch (error) {
      this.connection?.console.error(`A change could not be taken in: ${String(error)}`);
    }
  }
}
