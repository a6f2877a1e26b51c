import { createJourneyServices, JourneyWorkspace, type OpenedDocument } from '@journey/language';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { findJourneyFiles, shownPath } from './files.ts';
import { stderr } from './output/terminal.ts';

/** Opens the journey files that the arguments name, with all they import. */
export async function openPaths(paths: readonly string[]): Promise<readonly OpenedDocument[]> {
  return open(await urisOf(paths));
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

async function open(files: readonly URI[]): Promise<readonly OpenedDocument[]> {
  const workspace = new JourneyWorkspace(NodeFileSystem);
  const { documents } = await workspace.open(files);
  for (const problem of settingsProblemsOf(workspace)) stderr.line(problem);
  return documents;
}

/** What is wrong with settings files, a line each, with the file that it is in. */
export function settingsProblemsOf(workspace: JourneyWorkspace): string[] {
  return [...workspace.settingsProblems].flatMap(([file, problems]) =>
    problems.map((problem) => `${shownPath(URI.parse(file).fsPath)}: ${problem}`),
  );
}

async function importsOf(files: readonly URI[]): Promise<URI[]> {
  const { shared, journey } = createJourneyServices(NodeFileSystem);
  const { LangiumDocuments } = shared.workspace;
  const documents = await Promise.all(files.map((uri) => LangiumDocuments.getOrCreateDocument(uri)));
  const imported = await journey.imports.loadAll(documents);
  return imported.map(({ uri }) => uri);
}
