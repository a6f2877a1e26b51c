import type { FileSystemNode, LangiumDocument, WorkspaceFolder } from 'langium';
import { DefaultWorkspaceManager, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { libraryFiles } from './library.ts';

const SKIPPED_FOLDERS = new Set(['node_modules', 'out', 'dist', 'generated']);

/** Loads the library with every workspace. */
export class JourneyWorkspaceManager extends DefaultWorkspaceManager {
  private readonly shared: LangiumSharedServices;

  constructor(shared: LangiumSharedServices) {
    super(shared);
    this.shared = shared;
  }

  /** The library's documents, each created once. */
  libraryDocuments(): LangiumDocument[] {
    const { LangiumDocuments, LangiumDocumentFactory } = this.shared.workspace;
    return libraryFiles
      .filter(({ uri }) => !LangiumDocuments.hasDocument(URI.parse(uri)))
      .map(({ uri, text }) => LangiumDocumentFactory.fromString(text, URI.parse(uri)));
  }

  protected override loadAdditionalDocuments(
    _folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const document of this.libraryDocuments()) collector(document);
    return Promise.resolve();
  }

  override shouldIncludeEntry(entry: FileSystemNode): boolean {
    const name = entry.uri.path.split('/').at(-1) ?? '';
    if (entry.isDirectory) return !name.startsWith('.') && !SKIPPED_FOLDERS.has(name);
    return super.shouldIncludeEntry(entry);
  }
}
