import type { FileSystemNode, LangiumDocument, WorkspaceFolder, LangiumSharedCoreServices } from 'langium';
import { DefaultWorkspaceManager, URI } from 'langium';
import type { JourneySharedServices } from '../services.ts';
import { libraryFiles } from './library.ts';

const SKIPPED_FOLDERS = new Set(['node_modules', 'out', 'dist', 'generated']);

/** The documents of those of the library's files that are not there yet. */
export function libraryDocuments(shared: LangiumSharedCoreServices, files = libraryFiles): LangiumDocument[] {
  const { LangiumDocuments, LangiumDocumentFactory } = shared.workspace;
  return files
    .filter(({ uri }) => !LangiumDocuments.hasDocument(URI.parse(uri)))
    .map(({ uri, text }) => LangiumDocumentFactory.fromString(text, URI.parse(uri)));
}

/** Loads the library with every workspace, and finds the workspace's files; the builder reads them, open ones first. */
export class JourneyWorkspaceManager extends DefaultWorkspaceManager {
  private readonly shared: JourneySharedServices;

  constructor(shared: JourneySharedServices) {
    super(shared);
    this.shared = shared;
  }

  override initializeWorkspace(...parameters: Parameters<DefaultWorkspaceManager['initializeWorkspace']>) {
    const { DocumentBuilder } = this.shared.workspace;
    this.initialBuildOptions = DocumentBuilder.updateBuildOptions;
    return DocumentBuilder.during(() => super.initializeWorkspace(...parameters));
  }

  protected override loadAdditionalDocuments(
    _folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const document of libraryDocuments(this.shared)) collector(document);
    return Promise.resolve();
  }

  /** Only notes them: whoever opens a file doesn't wait until a thousand others are parsed. */
  protected override loadWorkspaceDocuments(
    uris: Parameters<DefaultWorkspaceManager['loadWorkspaceDocuments']>[0],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const uri of uris) collector(this.shared.workspace.DocumentBuilder.addUnread(uri));
    return Promise.resolve();
  }

  override shouldIncludeEntry(entry: FileSystemNode): boolean {
    const name = entry.uri.path.split('/').at(-1) ?? '';
    if (entry.isDirectory) return !name.startsWith('.') && !SKIPPED_FOLDERS.has(name);
    return super.shouldIncludeEntry(entry);
  }
}
