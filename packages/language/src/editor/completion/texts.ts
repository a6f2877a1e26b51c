import type { AstNode, LangiumDocument } from 'langium';
import { CstUtils } from 'langium';
import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { isLibraryUri } from '../../library/library.ts';
import { pathBetween } from '../../references/imports.ts';
import { refOf } from '../../references/ref-of.ts';
import { linkArgument } from '../../references/types.ts';
import { clickableLinks } from '../../text/message-links.ts';
import { pathsFor } from './paths.ts';
import type { JourneyEditorServices } from '../services.ts';

/** Inside a text that the language reads: files to import or to show, time zones, links of messages. Undefined where the place is in no such text. */
export async function textItemsAt(
  document: LangiumDocument,
  position: Position,
  services: JourneyEditorServices,
): Promise<CompletionItem[] | undefined> {
  const offset = document.textDocument.offsetAt(position);
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset - 1);
  const isInside =
    leaf?.text.startsWith('"') && offset > leaf.offset && (offset < leaf.end || !/^".*"$/.test(leaf.text));
  if (!leaf || !isInside) return undefined;
  const paths = await pathsFor(leaf, document, services);
  const texts = paths ?? textsFor(leaf.astNode, document, services);
  const { start } = leaf.range;
  const range = { start: { line: start.line, character: start.character + 1 }, end: position };
  return texts.map((text) => ({
    label: text,
    kind: paths || ast.isImport(leaf.astNode) ? CompletionItemKind.File : CompletionItemKind.Constant,
    filterText: text,
    textEdit: { range, newText: text },
  }));
}

function textsFor(
  node: AstNode,
  document: LangiumDocument,
  services: JourneyEditorServices,
): readonly string[] {
  if (ast.isImport(node)) return importable(document, services);
  if (ast.isTimezone(node)) return Intl.supportedValuesOf('timeZone');
  const message = clickedMessage(node);
  return message ? clickableLinks(message, services).links : [];
}

/** The message, where the text says which of its links was clicked. */
function clickedMessage(node: AstNode): ast.Message | undefined {
  if (ast.isReaction(node)) return refOf(node.$container.message);
  const argument = node.$container;
  if (!ast.isArgument(argument) || !ast.isCall(argument.$container)) return undefined;
  const about = argument.$container.arguments[0]?.value;
  const target = ast.isReference(about) ? refOf(about.target) : undefined;
  return linkArgument(argument.$container) === argument && ast.isMessage(target) ? target : undefined;
}

function importable({ uri: here }: LangiumDocument, services: JourneyEditorServices): string[] {
  return services.shared.workspace.LangiumDocuments.all
    .filter(({ uri }) => !isLibraryUri(uri) && uri.toString() !== here.toString())
    .map(({ uri }) => pathBetween(here, uri))
    .toArray()
    .sort();
}
