import type { LangiumDocument, URI, LangiumSharedCoreServices } from 'langium';
import { importedUri, importedUris } from './imports.ts';

/** Brings imported files in that no workspace folder holds: a single file opened alone, or a folder outside. */
export class ImportLoader {
  private readonly shared: LangiumSharedCoreServices;

  constructor(shared: LangiumSharedCoreServices) {
    this.shared = shared;
  }

  /** Whether the file that an import names is there, opened or on disk. */
  exists(document: LangiumDocument, path: string): boolean {
    const uri = importedUri(document, path);
    return this.shared.workspace.LangiumDocuments.hasDocument(uri) || this.isOnDisk(uri);
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
    const { LangiumDocuments } = this.shared.workspace;
    return importedUris(document).filter((uri) => !LangiumDocuments.hasDocument(uri) && this.isOnDisk(uri));
  }

  /** Whether the file is there to be read. */
  isOnDisk(uri: URI): boolean {
    try {
      return this.shared.workspace.FileSystemProvider.existsSync(uri);
    } catch {
      return false;
    }
  }
}
