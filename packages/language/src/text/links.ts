import type { AstNode, LangiumDocument, URI } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { fileUri, importedUri } from '../references/imports.ts';
import { imagesIn, isAddress } from '../references/named-files.ts';
import { allParts } from './message-parts.ts';
import { literalSource } from './message-texts.ts';

/** A place of a journey that names another file by its path. */
export interface FileLink {
  /** The path between its quotes. */
  readonly range: Range;
  readonly path: string;
  readonly target: URI;
}

/** The files that a document names: what it imports, the texts and pictures of its messages, the images of its map. */
export function linksOf(document: LangiumDocument): FileLink[] {
  const { imports, declarations } = document.parseResult.value as ast.File;
  const parts = [...declarations.filter(ast.isMessage).flatMap(allParts), ...imagesIn(document)];
  return [
    ...imports.flatMap((statement) =>
      link(statement, 'path', statement.path, importedUri(document, statement.path)),
    ),
    ...parts.flatMap((part) => {
      const file =
        ast.isBodyPart(part) || ast.isHeaderPart(part) || ast.isImage(part) ? part.file : undefined;
      return file === undefined || isAddress(file) ? [] : link(part, 'file', file, fileUri(document, file));
    }),
  ];
}

function link(node: AstNode, property: string, path: string | undefined, target: URI): FileLink[] {
  const raw = path ? literalSource(node, property) : undefined;
  return raw && path ? [{ range: raw.rangeAt(1, raw.text.length - 2), path, target }] : [];
}
