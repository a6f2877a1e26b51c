import {
  createJourneyServices,
  JourneyWorkspace,
  type OpenedDocument,
  type Severities,
} from '@journey/language';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { findJourneyFiles, shownPath } from './files.ts';
import { stderr } from './output/terminal.ts';

/** Opens the journey files that the arguments name, with all they import. */
export async function openPaths(
  paths: readonly string[],
  severities?: Severities,
): Promise<readonly OpenedDocument[]> {
  return open(await urisOf(paths), severities);
}

export interface OpenedWithImports {
  readonly asked: readonly OpenedDocument[];
  /** The files that those import, directly or through others, checked like them. */
  readonly imported: readonly OpenedDocument[];
}

/** As {@link openPaths}, for those who must know that the imported files are right too. */
export async function openPathsWithImports(paths: readonly string[]): Promise<OpenedWithImports> {
  const asked = await urisOf(paths);
  const documents = await open([...asked, ...(await importsOf(asked))]);
  return { asked: documents.slice(0, asked.length), imported: documents.slice(asked.length) };
}

async function urisOf(paths: readonly string[]): Promise<URI[]> {
  return (await findJourneyFiles(paths)).map((file) => URI.file(file));
}

async function open(files: readonly URI[], severities?: Severities): Promise<readonly OpenedDocument[]> {
  const workspace = new JourneyWorkspace(NodeFileSystem, severities);
  const { documents } = await workspace.open(files);
  for (const [file, problems] of workspace.settingsProblems) {
    for (const problem of problems) stderr.line(`${shownPath(URI.parse(file).fsPath)}: ${problem}`);
  }
  return documents;
}

async function importsOf(files: readonly URI[]): Promise<URI[]> {
  const { shared, journey } = createJourneyServices(NodeFileSystem);
  const { LangiumDocuments } = shared.workspace;
  const documents = await Promise.all(files.map((uri) => LangiumDocuments.getOrCreateDocument(uri)));
  const imported = await journey.imports.loadAll(documents);
  return imported.map(({ uri }) => uri);
}
