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
