import { compileDocument, importedDocuments } from '@journey/language';
import type { JourneyEditorServices } from '@journey/language/editor';
import type { JourneyModel } from '@journey/model';
import { DocumentState, URI, WorkspaceCache, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { problemsOf } from './problems.ts';
import type { ModelSnapshot } from './protocol.ts';

/** The language's services, wired. */
export interface Services {
  readonly shared: LangiumSharedServices;
  readonly journey: JourneyEditorServices;
}

/** Turns documents into models, each once for each state of the workspace. */
export class ModelService {
  private readonly shared: LangiumSharedServices;
  private readonly journey: JourneyEditorServices;
  private readonly models: WorkspaceCache<string, JourneyModel>;

  constructor(services: Services) {
    this.shared = services.shared;
    this.journey = services.journey;
    this.models = new WorkspaceCache(services.shared);
  }

  /**
   * The model after all edits that the client sent so far.
   * @throws {ResponseError} when there is no such file.
   */
  async snapshot(uri: string): Promise<ModelSnapshot> {
    for (;;) {
      const document = await this.builtDocument(URI.parse(uri));
      const unchecked = this.imports(document).find(({ state }) => state < DocumentState.Validated);
      if (!unchecked) return this.snapshotOf(document);
      await this.builtDocument(unchecked.uri);
    }
  }

  /** The model of a document that is built. */
  snapshotOf(document: LangiumDocument): ModelSnapshot {
    return {
      uri: document.uri.toString(),
      version: document.textDocument.version,
      model: this.modelOf(document),
      problems: [document, ...this.imports(document)].flatMap((part) => problemsOf(part, document)),
    };
  }

  modelOf(document: LangiumDocument): JourneyModel {
    return this.models.get(document.uri.toString(), () => compileDocument(document, this.journey));
  }

  /** Whether the model of the document says anything that the other document holds. */
  dependsOn(document: LangiumDocument, others: ReadonlySet<LangiumDocument>): boolean {
    return others.has(document) || this.imports(document).some((imported) => others.has(imported));
  }

  private imports(document: LangiumDocument): readonly LangiumDocument[] {
    return importedDocuments(document, this.journey);
  }

  /** The document with all that was typed so far; loaded where it isn't open or in a folder. */
  async builtDocument(uri: URI): Promise<LangiumDocument> {
    const { WorkspaceManager, WorkspaceLock, DocumentBuilder, LangiumDocuments, FileSystemProvider } =
      this.shared.workspace;
    await WorkspaceManager.ready;
    for (;;) {
      if (!LangiumDocuments.hasDocument(uri)) {
        if (!(await FileSystemProvider.exists(uri)))
          throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no file ${uri.fsPath}.`);
        await WorkspaceLock.write((token) => DocumentBuilder.update([uri], [], token));
      }
      await DocumentBuilder.waitUntil(DocumentState.Validated, uri);
      const document = LangiumDocuments.getDocument(uri);
      if (document?.state === DocumentState.Validated) return document;
    }
  }
}
