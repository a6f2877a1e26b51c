import type { Diagnostic } from 'vscode-languageserver';
import type { LangiumDocument, URI } from 'langium';
import type { DefaultSharedModuleContext } from 'langium/lsp';
import type { JourneyModel } from '@journey/model';
import { compileDocument } from './compile/compile.ts';
import { formatDocument } from './format/format.ts';
import { JourneyWorkspaceManager } from './library/workspace-manager.ts';
import { createJourneyServices, type JourneyServices } from './services.ts';

/** A file that was asked for, with what the language makes of it. */
export interface OpenedDocument {
  readonly uri: URI;
  readonly text: string;
  /** Findings in the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** The model of the file and all it imports; broken parts are left out. Sources are relative to the file's folder. */
  compile(): JourneyModel;
  /** The canonical form; undefined where the text has syntax errors. */
  format(): string | undefined;
}

export interface OpenedWorkspace {
  /** The files asked for, in that order. */
  readonly documents: readonly OpenedDocument[];
}

/**
 * Opens files, all that they import and the library, and checks those that were asked for.
 * @throws the file system's error where one of the files can't be read.
 */
export async function openWorkspace(
  context: DefaultSharedModuleContext,
  files: readonly URI[],
): Promise<OpenedWorkspace> {
  const { shared, journey } = createJourneyServices(context);
  const { LangiumDocuments, DocumentBuilder, WorkspaceManager } = shared.workspace;
  const library =
    WorkspaceManager instanceof JourneyWorkspaceManager ? WorkspaceManager.libraryDocuments() : [];
  for (const document of library) LangiumDocuments.addDocument(document);
  const asked: LangiumDocument[] = [];
  for (const uri of files) asked.push(await LangiumDocuments.getOrCreateDocument(uri));
  const imported = await journey.imports.loadAll(asked);
  await DocumentBuilder.build([...library, ...imported.filter((document) => !asked.includes(document))]);
  await DocumentBuilder.build(asked, { validation: true });
  return { documents: asked.map((document) => opened(document, journey)) };
}

function opened(document: LangiumDocument, services: JourneyServices): OpenedDocument {
  const diagnostics = [...(document.diagnostics ?? [])].sort(
    ({ range: { start: one } }, { range: { start: other } }) =>
      one.line - other.line || one.character - other.character,
  );
  return {
    uri: document.uri,
    text: document.textDocument.getText(),
    diagnostics,
    compile: () => compileDocument(document, services),
    format: () => formatDocument(document, services),
  };
}
