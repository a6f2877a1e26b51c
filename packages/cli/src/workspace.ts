import { isLibraryUri, JourneyWorkspace, type OpenedDocument } from '@journey/language';
import type { JourneyModel, Sourced } from '@journey/model';
import { URI, UriUtils } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { findJourneyFiles } from './files.ts';

/** Opens the journey files that the arguments name, with all they import. */
export async function openPaths(paths: readonly string[]): Promise<readonly OpenedDocument[]> {
  const files = await findJourneyFiles(paths);
  const { documents } = await new JourneyWorkspace(NodeFileSystem).open(files.map((file) => URI.file(file)));
  return documents;
}

export interface OpenedWithImports {
  readonly asked: readonly OpenedDocument[];
  /** The files that the models of those also hold something of, checked like them. */
  readonly imported: readonly OpenedDocument[];
}

/** As {@link openPaths}, for those who must know that the imported files are right too. */
export async function openPathsWithImports(paths: readonly string[]): Promise<OpenedWithImports> {
  const workspace = new JourneyWorkspace(NodeFileSystem);
  const files = await findJourneyFiles(paths);
  const { documents: asked } = await workspace.open(files.map((file) => URI.file(file)));
  const known = new Set(asked.map(({ uri }) => uri.toString()));
  const others = new Map(
    asked
      .flatMap(importedUris)
      .filter((uri) => !known.has(uri.toString()))
      .map((uri) => [uri.toString(), uri]),
  );
  const { documents: imported } = await workspace.open([...others.values()]);
  return { asked, imported };
}

function importedUris(document: OpenedDocument): URI[] {
  const folder = UriUtils.dirname(document.uri);
  return [...sourceFiles(document.compile())]
    .map((file) => (file.includes(':/') ? URI.parse(file) : UriUtils.resolvePath(folder, file)))
    .filter((uri) => !isLibraryUri(uri));
}

function sourceFiles(model: JourneyModel): Set<string> {
  const tables: readonly (readonly Sourced[])[] = Object.values(model);
  return new Set(tables.flatMap((parts) => parts.map(({ source }) => source.file)));
}
