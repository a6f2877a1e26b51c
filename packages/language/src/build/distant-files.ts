import type { FileSystemProvider, LangiumDocument, URI } from 'langium';
import { isLibraryUri } from '../library/library.ts';
import { importedUris } from '../references/imports.ts';
import { namedFilesIn } from '../references/named-files.ts';
import type { SettingsFiles } from '../settings/settings-files.ts';

/** Files that a document is judged by, besides its own text. */
export interface NeededFiles {
  /** Those of which it matters whether they are there. */
  readonly there: readonly URI[];
  /** Those whose text matters. */
  readonly texts: readonly URI[];
}

/**
 * A file system that can't answer in one breath, since somebody else reads the files: its synchronous methods know only
 * what was announced by `foresee`.
 */
export interface DistantFileSystem extends FileSystemProvider {
  /** Whether the file has to be foreseen; what it names relative to itself then has to be as well. */
  isDistant(uri: URI): boolean;
  /** Resolves as soon as the synchronous methods answer truly about these files, now and after later changes. */
  foresee(files: NeededFiles): Promise<void>;
  /** Resolves as soon as what was foreseen is known again after all changes that were reported so far. */
  upToDate(): Promise<void>;
}

/** Whether there are files that have to be foreseen; Node's own can be read at any time. */
export function hasDistant(files: FileSystemProvider): files is DistantFileSystem {
  return 'foresee' in files && 'upToDate' in files;
}

/** Announces what will be asked of the file system where the document is linked, checked and looked at. */
export async function foresee(
  files: FileSystemProvider,
  document: LangiumDocument,
  settings: SettingsFiles,
): Promise<void> {
  if (!hasDistant(files) || isLibraryUri(document.uri) || !files.isDistant(document.uri)) return;
  const { texts, pictures } = namedFilesIn(document);
  const own = pictures.length > 0 ? [document.uri] : [];
  await files.foresee({
    there: [...own, ...pictures, ...importedUris(document)],
    texts: [...texts, ...settings.filesAbove(document.uri)],
  });
}
