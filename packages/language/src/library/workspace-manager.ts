import type { FileSystemNode, LangiumDocument, WorkspaceFolder } from 'langium';
import { DefaultWorkspaceManager, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { libraryFiles } from './library.ts';

const SKIPPED_FOLDERS = new Set(['node_modules', 'out', 'dist', 'generated']);

/** The documents of those of the library's files that are not there yet. */
export function libraryDocuments(shared: LangiumSharedServices, files = libraryFiles): LangiumDocument[] {
  const { LangiumDocuments, LangiumDocumentFactory } = shared.workspace;
  return files
    .filter(({ uri }) => !LangiumDocuments.hasDocument(URI.parse(uri)))
    .map(({ uri, text }) => LangiumDocumentFactory.fromString(text, URI.parse(uri)));
}

/** Loads the library with every workspace. */
export class JourneyWorkspaceManager extends DefaultWorkspaceManager {
  private readonly shared: LangiumSharedServices;

  constructor(shared: LangiumSharedServices) {
    super(shared);
    this.shared = shared;
  }

  protected override loadAdditionalDocuments(
    _folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const document of libraryDocuments(this.shared)) collector(document);
    return Promise.resolve();
  }

  override shouldIncludeEntry(entry: FileSystemNode): boolean {
    const name = entry.uri.path.split('/').at(-1) ?? '';
    if (entry.isDirectory) return !name.startsWith('.') && !SKIPPED_FOLDERS.has(name);
    return super.shouldIncludeEntry(entry);
  }
}
