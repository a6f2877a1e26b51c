import type { LangiumDocument, URI } from 'langium';
import * as ast from '../generated/ast.ts';
import { allParts } from '../text/message-parts.ts';
import { fileUri } from './imports.ts';

/** What the messages of a document keep in files of their own. */
export interface MessageFiles {
  readonly texts: readonly URI[];
  readonly pictures: readonly URI[];
}

/** The files that the document's messages name, there or not. */
export function messageFilesIn(document: LangiumDocument): MessageFiles {
  const { declarations } = document.parseResult.value as ast.File;
  const parts = declarations.filter(ast.isMessage).flatMap(allParts);
  const filesOf = (of: readonly (ast.BodyPart | ast.HeaderPart)[]) =>
    of.flatMap(({ file }) => (file ? [fileUri(document, file)] : []));
  return {
    texts: filesOf(parts.filter(ast.isBodyPart)),
    pictures: filesOf(parts.filter(ast.isHeaderPart)),
  };
}
