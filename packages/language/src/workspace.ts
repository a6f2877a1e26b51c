import type { Diagnostic } from 'vscode-languageserver';
import type {
  DefaultSharedCoreModuleContext,
  LangiumDocument,
  LangiumSharedCoreServices,
  URI,
} from 'langium';
import type { JourneyModel } from '@journey/model';
import { compileDocument } from './compile/compile.ts';
import { formatDocument, type Formatted } from './format/format.ts';
import * as ast from './generated/ast.ts';
import { filesForUse } from './library/library.ts';
import { libraryDocuments } from './library/workspace-manager.ts';
import { refText } from './references/ref-of.ts';
import { createJourneyServices, setSeverities, type JourneyServices } from './services.ts';
import type { Severities } from './settings/severities.ts';

/** A file that was asked for, with what the language makes of it. */
export interface OpenedDocument {
  readonly uri: URI;
  readonly text: string;
  /** Findings in the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** The model of the file and all it imports; broken parts are left out. Sources are relative to the file's folder. */
  compile(): JourneyModel;
  /** The canonical form; statements with syntax errors stay as they are. */
  format(): Formatted;
}

export interface OpenedWorkspace {
  /** The files asked for, in that order. */
  readonly documents: readonly OpenedDocument[];
}

/** The language without an editor: opens files with what they need, and no more. */
export class JourneyWorkspace {
  private readonly shared: LangiumSharedCoreServices;
  private readonly journey: JourneyServices;

  /** @param severities how grave findings are taken where it is otherwise than the settings files say */
  constructor(context: DefaultSharedCoreModuleContext, severities: Severities = new Map()) {
    ({ shared: this.shared, journey: this.journey } = createJourneyServices(context));
    setSeverities(this.journey, severities);
  }

  /** What is wrong with the settings files that the opened files are under, by the files' addresses. */
  get settingsProblems(): ReadonlyMap<string, readonly string[]> {
    return this.journey.settings.problems;
  }

  /**
   * Opens files and all that they import, and checks those that were asked for.
   * @throws the file system's error where one of the files can't be read.
   */
  async open(files: readonly URI[]): Promise<OpenedWorkspace> {
    const { LangiumDocuments, DocumentBuilder } = this.shared.workspace;
    const asked: LangiumDocument[] = [];
    for (const uri of files) asked.push(await LangiumDocuments.getOrCreateDocument(uri));
    const imported = await this.journey.imports.loadAll(asked);
    const library = this.loadLibrary([...asked, ...imported]);
    // The library's own references are looked up when somebody asks for them: few ever are.
    await DocumentBuilder.build(library, { eagerLinking: false });
    await DocumentBuilder.build(imported.filter((document) => !asked.includes(document)));
    await DocumentBuilder.build(asked, { validation: true });
    return { documents: asked.map((document) => opened(document, this.journey)) };
  }

  /** What the documents need of the library: of the connectors and stage models only those that they use. */
  private loadLibrary(documents: readonly LangiumDocument[]): LangiumDocument[] {
    const loaded = libraryDocuments(this.shared, filesForUse(namesNeeded(documents)));
    for (const document of loaded) this.shared.workspace.LangiumDocuments.addDocument(document);
    return loaded;
  }
}

/** The connectors and stage models that the documents use and don't declare. */
function namesNeeded(documents: readonly LangiumDocument[]): string[] {
  const declarations = documents.flatMap(({ parseResult }) => (parseResult.value as ast.File).declarations);
  const declared = new Set(
    declarations.filter((node) => ast.isConnector(node) || ast.isStageModel(node)).map(({ name }) => name),
  );
  const connectors = declarations.filter(ast.isSystem).map(({ connector }) => refText(connector));
  const models = declarations
    .filter(ast.isJourney)
    .flatMap(({ members }) => members.filter(ast.isModelUse))
    .map(({ model }) => refText(model));
  return [...connectors, ...models].filter((name) => name !== '' && !declared.has(name));
}

/**
 * Opens files, all that they import and the library, and checks those that were asked for.
 * @throws the file system's error where one of the files can't be read.
 */
export function openWorkspace(
  context: DefaultSharedCoreModuleContext,
  files: readonly URI[],
): Promise<OpenedWorkspace> {
  return new JourneyWorkspace(context).open(files);
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
