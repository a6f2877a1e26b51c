import type { URI } from 'langium';
import { LIBRARY_TEXTS } from './texts.ts';

/** The scheme of the library's files: `journey-library:/vendors/pipedrive.journey`. */
export const LIBRARY_SCHEME = 'journey-library';

export interface LibraryFile {
  readonly uri: string;
  readonly text: string;
}

/** What every journey sees without importing it: standard names, stage models, channels, and the vendors' connectors. */
export const libraryFiles: readonly LibraryFile[] = Object.entries(LIBRARY_TEXTS).map(([path, text]) => ({
  uri: `${LIBRARY_SCHEME}:/${path}`,
  text,
}));

/** Whether the file is one of the library's. */
export function isLibraryUri(uri: URI): boolean {
  return uri.scheme === LIBRARY_SCHEME;
}

const BY_NEED = /:\/(?:vendors|models)\//;
const DECLARED = /^(?:connector|model) ([^\s"{]+)/gm;

/** The files that declare vendors' connectors and stage models, by what they declare. */
const filesByName: ReadonlyMap<string, LibraryFile> = new Map(
  libraryFiles
    .filter(({ uri }) => BY_NEED.test(uri))
    .flatMap((file) => [...file.text.matchAll(DECLARED)].map(([, name = '']) => [name, file] as const)),
);

/**
 * The library's files for a journey that uses those connectors and stage models: the files that declare them, and all
 * that every journey may need. Where the library has no such name, all of its files: one of them has what was meant.
 */
export function filesForUse(names: readonly string[]): readonly LibraryFile[] {
  if (names.some((name) => !filesByName.has(name))) return libraryFiles;
  const used = new Set(names.map((name) => filesByName.get(name)));
  return libraryFiles.filter((file) => used.has(file) || !BY_NEED.test(file.uri));
}
