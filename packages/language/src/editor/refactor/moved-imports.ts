import type { LangiumDocument, URI } from 'langium';
import { GrammarUtils } from 'langium';
import type { Range, TextEdit } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { importEdit } from '../../references/import-edits.ts';
import { pathBetween } from '../../references/imports.ts';
import { refOf } from '../../references/ref-of.ts';

/** What a document imports anew when a declaration that it names moves to another file. */
export function importsMoved(document: LangiumDocument, moved: ast.Declaration, file: URI): TextEdit[] {
  const root = document.parseResult.value as ast.File;
  const path = pathBetween(document.uri, file);
  const byName = root.imports.flatMap(({ names }) => names).filter(({ target }) => refOf(target) === moved);
  const edits = byName.flatMap((name) => importedFrom(name, path, root));
  const isNamedOtherwise = document.references.some(
    (reference) => 'ref' in reference && reference.ref === moved && !isImport(reference.$refNode?.astNode),
  );
  // Where no import names it, it came with its whole file, or was declared here.
  return byName.length > 0 || !isNamedOtherwise ? edits : [importEdit(root, nameOf(moved), path)];
}

function importedFrom(name: ast.ImportedName, path: string, root: ast.File): TextEdit[] {
  const { names } = name.$container;
  const own = GrammarUtils.findNodeForProperty(name.$container.$cstNode, 'path');
  const written = name.$cstNode;
  if (!own || !written) return [];
  if (names.length === 1) return [{ range: own.range, newText: `"${path}"` }];
  return [
    importEdit(root, written.text, path),
    { range: withComma(names, names.indexOf(name)), newText: '' },
  ];
}

/** A name in the braces of an import, with the comma that parts it from the others. */
function withComma(names: readonly ast.ImportedName[], index: number): Range {
  const [previous, own, next] = [index - 1, index, index + 1].map((each) => names[each]?.$cstNode?.range);
  const nowhere = { line: 0, character: 0 };
  return next
    ? { start: own?.start ?? nowhere, end: next.start }
    : { start: previous?.end ?? nowhere, end: own?.end ?? nowhere };
}

function isImport(node: unknown): boolean {
  return ast.isImportedName(node);
}

function nameOf(declaration: ast.Declaration): string {
  return 'name' in declaration ? declaration.name : '';
}
