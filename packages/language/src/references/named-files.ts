import { AstUtils, type AstNode, type LangiumDocument, type URI } from 'langium';
import * as ast from '../generated/ast.ts';
import { allParts } from '../text/message-parts.ts';
import { fileUri } from './imports.ts';

/** What a document keeps in files of their own: texts of its messages; pictures of those, and of personas and touchpoints. */
export interface NamedFiles {
  readonly texts: readonly URI[];
  readonly pictures: readonly URI[];
}

/** The files that the document names besides those it imports, there or not. */
export function namedFilesIn(document: LangiumDocument): NamedFiles {
  const { declarations } = document.parseResult.value as ast.File;
  const parts = declarations.filter(ast.isMessage).flatMap(allParts);
  const filesOf = (of: readonly (ast.BodyPart | ast.HeaderPart | ast.Image)[]) =>
    of.flatMap(({ file }) => (file ? [fileUri(document, file)] : []));
  return {
    texts: filesOf(parts.filter(ast.isBodyPart)),
    pictures: filesOf([...parts.filter(ast.isHeaderPart), ...imagesIn(document)]),
  };
}

/** Whether what is named is no file, but an address such as `https://…`. */
export function isAddress(named: string): boolean {
  return /^[a-z]+:/iu.test(named);
}

/** Where an image's file is, there or not; undefined where the statement breaks off before it. */
export function imageUri(image: AstNode & Partial<Pick<ast.Image, 'file'>>): URI | undefined {
  return image.file === undefined ? undefined : fileUri(AstUtils.getDocument(image), image.file);
}

/** What its personas and touchpoints look like. */
export function imagesIn(document: LangiumDocument): ast.Image[] {
  const { declarations } = document.parseResult.value as ast.File;
  const shown = declarations.filter((node) => ast.isPersona(node) || ast.isJourney(node));
  return shown.flatMap((node) => AstUtils.streamAllContents(node).filter(ast.isImage).toArray());
}
