import { DocumentState, URI, UriUtils, type LangiumDocument } from 'langium';
import type { FileOperationHandler, LangiumSharedServices } from 'langium/lsp';
import type { FileOperationOptions, RenameFilesParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { isLibraryUri } from '../library/library.ts';
import { pathBetween } from '../references/imports.ts';
import { linksOf } from '../text/links.ts';

/** Imports, and the files that messages name, follow when a file or folder gets another name or place. */
export class FileRenames implements FileOperationHandler {
  private readonly shared: LangiumSharedServices;
  readonly fileOperationOptions: FileOperationOptions = {
    willRename: { filters: [{ pattern: { glob: '**/*' } }] },
  };

  constructor(shared: LangiumSharedServices) {
    this.shared = shared;
  }

  async willRenameFiles({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
    const moves = files.map(({ oldUri, newUri }) => ({ from: URI.parse(oldUri), to: URI.parse(newUri) }));
    const { WorkspaceManager, WorkspaceLock, LangiumDocuments, DocumentBuilder } = this.shared.workspace;
    await WorkspaceManager.ready;
    // All files are read by then, also those that nobody opened.
    await DocumentBuilder.waitUntil(DocumentState.IndexedContent);
    return WorkspaceLock.read(() => {
      const changes: Record<string, TextEdit[]> = {};
      for (const document of LangiumDocuments.all) {
        const edits = isLibraryUri(document.uri) ? [] : editsOf(document, (uri) => moved(uri, moves));
        if (edits.length > 0) changes[document.uri.toString()] = edits;
      }
      return { changes };
    });
  }
}

interface Move {
  readonly from: URI;
  readonly to: URI;
}

/** Where a file will be; itself where it stays. */
function moved(uri: URI, moves: readonly Move[]): URI {
  for (const { from, to } of moves) {
    if (UriUtils.equals(uri, from)) return to;
    if (uri.path.startsWith(`${from.path}/`))
      return to.with({ path: to.path + uri.path.slice(from.path.length) });
  }
  return uri;
}

function editsOf(document: LangiumDocument, movedTo: (uri: URI) => URI): TextEdit[] {
  const place = movedTo(document.uri);
  const stays = UriUtils.equals(place, document.uri);
  return linksOf(document).flatMap(({ range, path, target }) => {
    const newTarget = movedTo(target);
    if (stays && UriUtils.equals(newTarget, target)) return [];
    const hasEnding = path.endsWith('.journey') || !target.path.endsWith('.journey');
    const fullPath = pathBetween(place, newTarget);
    const newPath = hasEnding ? fullPath : fullPath.replace(/\.journey$/, '');
    return newPath === path ? [] : [{ range, newText: newPath }];
  });
}
