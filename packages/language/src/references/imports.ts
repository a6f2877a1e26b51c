import type { LangiumDocument, URI } from 'langium';
import { UriUtils } from 'langium';
import type * as ast from '../generated/ast.ts';

/** A file that a document names, relative to its own folder. */
export function fileUri(document: LangiumDocument, path: string): URI {
  // Half a character can't stand in an address.
  return UriUtils.resolvePath(UriUtils.dirname(document.uri), path.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** The file that an import names, relative to the importing file. */
export function importedUri(document: LangiumDocument, path: string): URI {
  return fileUri(document, path.endsWith('.journey') ? path : `${path}.journey`);
}

/** The files of imports: every name that is looked up asks for them. */
const known = new WeakMap<ast.Import, URI>();

/** The file that an import of the document names. */
export function uriOfImport(document: LangiumDocument, statement: ast.Import): URI {
  const uri = known.get(statement) ?? importedUri(document, statement.path);
  known.set(statement, uri);
  return uri;
}

/** All files that the document imports directly, each once. */
export function importedUris(document: LangiumDocument): URI[] {
  const uris = new Map<string, URI>();
  for (const statement of (document.parseResult.value as ast.File).imports) {
    if (!statement.path) continue;
    const uri = uriOfImport(document, statement);
    uris.set(uri.toString(), uri);
  }
  return [...uris.values()];
}

/** How a file names another one: relative to its own folder, `./` before a neighbour. */
export function pathBetween(from: URI, to: URI): string {
  const path = UriUtils.relative(UriUtils.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}
