import { URI, type LangiumDocument } from 'langium';
import type { CompletionItem, Position } from 'vscode-languageserver';
import { createJourneyEditorServices, type JourneyEditorServices } from '@journey/language/editor';
import { MemoryFiles } from './memory-files.ts';

/** The mark for the cursor in a source. */
const CURSOR = '█';

const memory = new MemoryFiles();
const { shared, journey } = createJourneyEditorServices({ fileSystemProvider: () => memory });
const ready = shared.workspace.WorkspaceManager.initializeWorkspace([]);
let folders = 0;
let opened: readonly URI[] = [];

interface Place {
  readonly document: LangiumDocument;
  readonly position: Position;
  readonly services: JourneyEditorServices;
}

/** Opens journeys beside other files, and closes those opened before; the cursor stands where the mark is in one of them. */
export async function at(files: Readonly<Record<string, string>> | string): Promise<Place> {
  await ready;
  const folder = `file:///editor/${folders++}/`;
  const all = Object.entries(typeof files === 'string' ? { 'main.journey': files } : files);
  const isJourney = ([name]: [string, string]): boolean => name.endsWith('.journey');
  for (const [name, text] of all.filter((file) => !isJourney(file))) memory.texts.set(folder + name, text);
  const documents = all.filter(isJourney).map(([name, text]) => ({
    offset: text.indexOf(CURSOR),
    document: shared.workspace.LangiumDocumentFactory.fromString(
      text.replace(CURSOR, ''),
      URI.parse(folder + name),
    ),
  }));
  await shared.workspace.DocumentBuilder.update([], [...opened]);
  opened = documents.map(({ document }) => document.uri);
  for (const { document } of documents) shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build(
    documents.map(({ document }) => document),
    { validation: true },
  );
  const marked = documents.find(({ offset }) => offset >= 0);
  if (!marked) throw new Error('no cursor in any of the files');
  return {
    document: marked.document,
    position: marked.document.textDocument.positionAt(marked.offset),
    services: journey,
  };
}

/** What completion offers at the cursor. */
export async function completion(files: Parameters<typeof at>[0]): Promise<CompletionItem[]> {
  const { document, position, services } = await at(files);
  const params = { textDocument: { uri: document.uri.toString() }, position };
  const list = await services.lsp.CompletionProvider.getCompletion(document, params);
  return [...(list?.items ?? [])].sort((one, other) =>
    (one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1,
  );
}

/** The labels that completion offers at the cursor. */
export async function labels(files: Parameters<typeof at>[0]): Promise<string[]> {
  return (await completion(files)).map(({ label }) => label);
}

/** The hover at the cursor, as Markdown. */
export async function hover(files: Parameters<typeof at>[0]): Promise<string | undefined> {
  const { document, position, services } = await at(files);
  const params = { textDocument: { uri: document.uri.toString() }, position };
  const contents = (await services.lsp.HoverProvider.getHoverContent(document, params))?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}

/** Where the name at the cursor is declared: the file and the text of that line. */
export async function definition(files: Parameters<typeof at>[0]): Promise<string[]> {
  const { document, position, services } = await at(files);
  const params = { textDocument: { uri: document.uri.toString() }, position };
  const links = (await services.lsp.DefinitionProvider?.getDefinition(document, params)) ?? [];
  return links.map(({ targetUri, targetSelectionRange: { start } }) => {
    const target = shared.workspace.LangiumDocuments.getDocument(URI.parse(targetUri));
    const line = target?.textDocument.getText({
      start: { line: start.line, character: 0 },
      end: { line: start.line + 1, character: 0 },
    });
    return `${targetUri.split('/').at(-1) ?? ''}: ${line?.trim() ?? ''}`;
  });
}
