import type { AstNode, LangiumDocument, Reference } from 'langium';
import { AstUtils, DocumentState, GrammarUtils, URI, UriUtils } from 'langium';
import {
  CodeActionKind,
  TextDocumentEdit,
  type CodeAction,
  type CreateFile,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { isLibraryUri } from '../../library/library.ts';
import { say } from '../../locale/speech.ts';
import { pathBetween } from '../../references/imports.ts';
import { linksOf } from '../../text/links.ts';
import { statementOf } from '../map-edits/statements.ts';
import type { JourneyEditorServices } from '../services.ts';
import { importsMoved } from './moved-imports.ts';

/** Where messages are kept that have files of their own. */
const FOLDER = 'messages';

/**
 * Moves the message whose first line the range touches into a file of its own, with its comments. What it needs is
 * imported there, and whoever needs it imports it from there. Offered to clients that can create files.
 */
export async function extractMessage(
  document: LangiumDocument,
  range: Range,
  services: JourneyEditorServices,
): Promise<CodeAction[]> {
  const { declarations } = document.parseResult.value as ast.File;
  const [message, another] = declarations.filter(ast.isMessage).filter((each) => isTouched(each, range));
  const isWhole = document.parseResult.parserErrors.length === 0;
  const { createsFiles } = services.shared.lsp.LanguageServer;
  if (!message || another || declarations.length === 1 || !isWhole || !createsFiles) return [];
  await services.shared.workspace.DocumentBuilder.waitUntil(DocumentState.IndexedReferences);
  // Somebody may have typed in the meantime, and asks again.
  if (message.$container !== document.parseResult.value) return [];
  const file = await freeFile(document, message.name, services);
  const create: CreateFile = { kind: 'create', uri: file.toString() };
  const start = { line: 0, character: 0 };
  const text = [...importsOf(message, file), textOf(message, document, file)].join('\n');
  const written = { range: { start, end: start }, newText: `${text}\n` };
  const others = usersOf(message, services).filter((user) => user !== document);
  return [
    {
      title: say`Move the message ${message.name} into a file of its own`,
      kind: CodeActionKind.RefactorExtract,
      edit: {
        documentChanges: [
          create,
          editsOf(file, [written]),
          editsOf(document.uri, [...importsMoved(document, message, file), removal(message, document)]),
          ...others.map((user) => editsOf(user.uri, importsMoved(user, message, file))),
        ],
      },
    },
  ];
}

function editsOf(uri: URI, edits: TextEdit[]): TextDocumentEdit {
  return TextDocumentEdit.create({ uri: uri.toString(), version: null }, edits);
}

/** Whether the range touches the message before its brace. */
function isTouched(message: ast.Message, { start, end }: Range): boolean {
  const brace = GrammarUtils.findNodeForKeyword(message.$cstNode, '{');
  const first = message.$cstNode?.range.start.line;
  return (
    first !== undefined && brace !== undefined && start.line <= brace.range.end.line && end.line >= first
  );
}

/** `messages/hello.journey`; beside the document where that is in such a folder already. */
async function freeFile(
  { uri }: LangiumDocument,
  name: string,
  { shared: { workspace } }: JourneyEditorServices,
): Promise<URI> {
  const own = UriUtils.dirname(uri);
  const folder = UriUtils.basename(own) === FOLDER ? own : UriUtils.joinPath(own, FOLDER);
  for (let count = 1; ; count++) {
    const file = UriUtils.joinPath(folder, `${name}${count === 1 ? '' : `_${count}`}.journey`);
    const isTaken =
      workspace.LangiumDocuments.hasDocument(file) || (await workspace.FileSystemProvider.exists(file));
    if (!isTaken) return file;
  }
}

/** The imports that the message needs in the file, in order; then an empty line. */
function importsOf(message: ast.Message, file: URI): string[] {
  const names = new Map<string, Set<string>>();
  for (const reference of referencesIn(message)) {
    const target = reference.ref;
    if (!target || !ast.isFile(target.$container) || !('name' in target)) continue;
    const { uri } = AstUtils.getDocument(target);
    if (isLibraryUri(uri)) continue;
    const path = pathBetween(file, uri);
    const name = String(target.name);
    const written = name === reference.$refText ? name : `${name} as ${reference.$refText}`;
    names.set(path, (names.get(path) ?? new Set()).add(written));
  }
  const statements = [...names]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, of]) => `import { ${[...of].sort().join(', ')} } from "${path}"`);
  return statements.length === 0 ? [] : [...statements, ''];
}

function referencesIn(message: ast.Message): Reference[] {
  return AstUtils.streamAst(message)
    .flatMap((node) => AstUtils.streamReferences(node))
    .flatMap(({ reference }) => ('ref' in reference ? [reference] : []))
    .toArray();
}

/** The message as it is written, but for the paths of its files, which lead from the other file. */
function textOf(message: ast.Message, document: LangiumDocument, file: URI): string {
  const { start, end } = statementOf(message).withComments;
  const { textDocument } = document;
  const text = textDocument.getText();
  let last = end;
  const parts: string[] = [];
  for (const { range, target } of linksOf(document).toReversed()) {
    const [from, to] = [textDocument.offsetAt(range.start), textDocument.offsetAt(range.end)];
    if (from < start || to > end) continue;
    parts.unshift(pathBetween(file, target), text.slice(to, last));
    last = from;
  }
  return [text.slice(start, last), ...parts].join('');
}

/** Leaves one empty line between what stood around it. */
function removal(message: ast.Message, { textDocument }: LangiumDocument): TextEdit {
  const text = textDocument.getText();
  const { start, end } = statementOf(message).withComments;
  const before = text.slice(0, start).trimEnd().length;
  const rest = text.slice(end).trimStart();
  const range = {
    start: textDocument.positionAt(before),
    end: textDocument.positionAt(text.length - rest.length),
  };
  if (before === 0) return { range, newText: '' };
  return { range, newText: rest === '' ? '\n' : '\n\n' };
}

/** The documents in which the message is named. */
function usersOf(message: AstNode, { references, shared }: JourneyEditorServices): LangiumDocument[] {
  const found = references.References.findReferences(message, { includeDeclaration: false });
  const addresses = new Set(found.map(({ sourceUri }) => sourceUri.toString()));
  return [...addresses].flatMap((uri) => shared.workspace.LangiumDocuments.getDocument(URI.parse(uri)) ?? []);
}
