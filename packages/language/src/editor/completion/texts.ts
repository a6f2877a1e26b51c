import type { LangiumDocument } from 'langium';
import { CstUtils } from 'langium';
import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { isLibraryUri } from '../../library/library.ts';
import { pathBetween } from '../../references/imports.ts';
import type { JourneyEditorServices } from '../services.ts';

/** Inside a text that the language reads: files to import, time zones. Undefined where the place is in no such text. */
export function textItemsAt(
  document: LangiumDocument,
  position: Position,
  services: JourneyEditorServices,
): CompletionItem[] | undefined {
  const offset = document.textDocument.offsetAt(position);
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset - 1);
  const isInside =
    leaf?.text.startsWith('"') && offset > leaf.offset && (offset < leaf.end || !/^".*"$/.test(leaf.text));
  if (!leaf || !isInside) return undefined;
  const texts = ast.isImport(leaf.astNode)
    ? importable(document, services)
    : ast.isTimezone(leaf.astNode)
      ? Intl.supportedValuesOf('timeZone')
      : [];
  const { start } = leaf.range;
  const range = { start: { line: start.line, character: start.character + 1 }, end: position };
  return texts.map((text) => ({
    label: text,
    kind: ast.isImport(leaf.astNode) ? CompletionItemKind.File : CompletionItemKind.Constant,
    filterText: text,
    textEdit: { range, newText: text },
  }));
}

function importable({ uri: here }: LangiumDocument, services: JourneyEditorServices): string[] {
  return services.shared.workspace.LangiumDocuments.all
    .filter(({ uri }) => !isLibraryUri(uri) && uri.toString() !== here.toString())
    .map(({ uri }) => pathBetween(here, uri))
    .toArray()
    .sort();
}
