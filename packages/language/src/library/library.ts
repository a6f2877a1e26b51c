import type { URI } from 'langium';
import { LIBRARY_TEXTS } from './texts.ts';

/** The scheme of the library's files: `journey-library:/vendors/pipedrive.journey`. */
export const LIBRARY_SCHEME = 'journey-library';

/** What every journey sees without importing it: standard names, stage models, channels, and the vendors' connectors. */
export const libraryFiles: readonly { readonly uri: string; readonly text: string }[] = Object.entries(
  LIBRARY_TEXTS,
).map(([path, text]) => ({ uri: `${LIBRARY_SCHEME}:/${path}`, text }));

/** Whether the file is one of the library's. */
export function isLibraryUri(uri: URI): boolean {
  return uri.scheme === LIBRARY_SCHEME;
}

const CONNECTOR = /^connector ([^\s"{]+)/gm;

/** Which file declares each of the vendors' connectors. */
const vendorFiles: ReadonlyMap<string, string> = new Map(
  libraryFiles
    .filter(({ uri }) => uri.includes('/vendors/'))
    .flatMap(({ uri, text }) => [...text.matchAll(CONNECTOR)].map(([, name = '']) => [name, uri] as const)),
);

/** The library's files that every journey may need: all but the vendors'. */
export function standardLibrary(): typeof libraryFiles {
  return libraryFiles.filter(({ uri }) => !uri.includes('/vendors/'));
}

/** The library's file with that connector; undefined where it has none of that name. */
export function vendorFile(connector: string): (typeof libraryFiles)[number] | undefined {
  const uri = vendorFiles.get(connector);
  return libraryFiles.find((file) => file.uri === uri);
}
