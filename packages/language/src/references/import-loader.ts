import type { LangiumDocument } from 'langium';
import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { importedUri, importedUris } from './imports.ts';

/** Brings imported files in that no workspace folder holds: a single file opened alone, or a folder outside. */
export class ImportLoader {
  private readonly shared: LangiumSharedServices;

  constructor(shared: LangiumSharedServices) {
    this.shared = shared;
  }

  /** From now on loads what any parsed file imports and nobody opened. */
  listen(): void {
    this.shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Parsed, (documents) => {
      const missing = documents.flatMap((document) => this.missingImports(document));
      if (missing.length > 0) void this.loadLater(missing);
      return Promise.resolve();
    });
  }

  /** Whether the file that an import names is there, opened or on disk. */
  exists(document: LangiumDocument, path: string): boolean {
    const uri = importedUri(document, path);
    if (this.shared.workspace.LangiumDocuments.hasDocument(uri)) return true;
    try {
      return this.shared.workspace.FileSystemProvider.existsSync(uri);
    } catch {
      return false;
    }
  }

  /** Loads everything that the documents import, directly or through others, and returns what was new. */
  async loadAll(documents: readonly LangiumDocument[]): Promise<LangiumDocument[]> {
    const loaded: LangiumDocument[] = [];
    const queue = [...documents];
    for (let next = queue.pop(); next; next = queue.pop()) {
      for (const uri of this.missingImports(next)) {
        const document = await this.shared.workspace.LangiumDocuments.getOrCreateDocument(uri);
        loaded.push(document);
        queue.push(document);
      }
    }
    return loaded;
  }

  private missingImports(document: LangiumDocument) {
    const { LangiumDocuments, FileSystemProvider } = this.shared.workspace;
    return importedUris(document).filter((uri) => {
      if (LangiumDocuments.hasDocument(uri)) return false;
      try {
        return FileSystemProvider.existsSync(uri);
      } catch {
        return false;
      }
    });
  }

  // A build is under way; what it lacks is built by the next one.
  private async loadLater(
    uris: Parameters<LangiumSharedServices['workspace']['DocumentBuilder']['update']>[0],
  ) {
    const { WorkspaceLock, LangiumDocuments, DocumentBuilder } = this.shared.workspace;
    await WorkspaceLock.write(async (token) => {
      for (const uri of uris) {
        if (!LangiumDocuments.hasDocument(uri)) await LangiumDocuments.getOrCreateDocument(uri);
      }
      await DocumentBuilder.update(uris, [], token);
    });
  }
}
