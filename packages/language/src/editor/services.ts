import type { PhrasesOf } from '@journey/model';
import type { DeepPartial, Module } from 'langium';
import { inject } from 'langium';
import type {
  DefaultSharedModuleContext,
  LangiumServices,
  LangiumSharedServices,
  PartialLangiumServices,
} from 'langium/lsp';
import {
  createDefaultModule,
  createDefaultSharedModule,
  DefaultTextDocumentContentProvider,
} from 'langium/lsp';
import { JourneyUpdateHandler } from './update-handler.ts';
import { JourneyCallHierarchy } from './call-hierarchy.ts';
import { JourneyCodeActions } from './code-actions.ts';
import { JourneyCodeLens } from './code-lens.ts';
import { JourneyCompletionProvider } from './completion.ts';
import { JourneyDocumentLinks } from './document-links.ts';
import { JourneyFolding } from './folding.ts';
import { JourneyFormatter } from './formatter.ts';
import { GoTo } from './go-to.ts';
import { JourneyHighlightProvider } from './highlights.ts';
import { JourneyHoverProvider } from './hover.ts';
import { JourneyInlayHints } from './inlay-hints.ts';
import { JourneyNodeKinds } from './kinds.ts';
import { JourneyLanguageServer } from './language-server.ts';
import { LinkedEditing } from './linked-editing.ts';
import { Names } from './names/names.ts';
import { JourneyReferencesProvider } from './references.ts';
import { FileRenames } from './rename-files.ts';
import { JourneyRenameProvider } from './rename.ts';
import { SelectionRanges } from './selection-ranges.ts';
import { JourneySemanticTokens } from './semantic-tokens.ts';
import { JourneySignatureHelp } from './signature-help.ts';
import { JourneySymbolProvider } from './symbols.ts';
import { JourneyWorkspaceSymbols } from './workspace-symbols.ts';
import { JourneyGeneratedSharedModule, JourneyLanguageGeneratedModule } from '../generated/module.ts';
import { LIBRARY_SCHEME } from '../library/library.ts';
import { Meaning } from '../meaning/meaning.ts';
import {
  journeyModule,
  journeySharedModule,
  type JourneyServices,
  type JourneySharedServices,
} from '../services.ts';
import { registerChecks } from '../validation/checks.ts';

/** What the language adds to Langium's services for editors. */
export interface JourneyAddedEditorServices {
  readonly names: Names;
  readonly meaning: Meaning;
  readonly lsp: {
    readonly CompletionProvider: JourneyCompletionProvider;
    readonly CodeLensProvider: JourneyCodeLens;
    readonly HoverProvider: JourneyHoverProvider;
    readonly SelectionRanges: SelectionRanges;
    readonly LinkedEditing: LinkedEditing;
  };
}

export type JourneySharedEditorServices = LangiumSharedServices &
  JourneySharedServices & { readonly lsp: { readonly LanguageServer: JourneyLanguageServer } };

export type JourneyEditorServices = LangiumServices &
  JourneyServices &
  JourneyAddedEditorServices & { readonly shared: JourneySharedEditorServices };

const editorModule: Module<JourneyEditorServices, PartialLangiumServices & JourneyAddedEditorServices> = {
  names: (services) => new Names(services),
  meaning: (services) => new Meaning(services),
  lsp: {
    CallHierarchyProvider: (services) => new JourneyCallHierarchy(services),
    CodeActionProvider: (services) => new JourneyCodeActions(services),
    CodeLensProvider: (services) => new JourneyCodeLens(services),
    CompletionProvider: (services) => new JourneyCompletionProvider(services),
    DeclarationProvider: (services) => new GoTo(services),
    DefinitionProvider: (services) => new GoTo(services),
    DocumentHighlightProvider: (services) => new JourneyHighlightProvider(services),
    DocumentLinkProvider: () => new JourneyDocumentLinks(),
    DocumentSymbolProvider: (services) => new JourneySymbolProvider(services),
    FoldingRangeProvider: (services) => new JourneyFolding(services),
    Formatter: (services) => new JourneyFormatter(services),
    HoverProvider: (services) => new JourneyHoverProvider(services),
    ImplementationProvider: (services) => new GoTo(services),
    InlayHintProvider: (services) => new JourneyInlayHints(services),
    LinkedEditing: (services) => new LinkedEditing(services),
    ReferencesProvider: (services) => new JourneyReferencesProvider(services),
    RenameProvider: (services) => new JourneyRenameProvider(services),
    SelectionRanges: () => new SelectionRanges(),
    SemanticTokenProvider: (services) => new JourneySemanticTokens(services),
    SignatureHelp: (services) => new JourneySignatureHelp(services),
    TypeProvider: (services) => new GoTo(services),
  },
};

const sharedEditorModule: Module<
  JourneySharedEditorServices,
  DeepPartial<LangiumSharedServices> & { readonly lsp: { readonly LanguageServer: JourneyLanguageServer } }
> = {
  lsp: {
    FileOperationHandler: (services) => new FileRenames(services),
    LanguageServer: (services) => new JourneyLanguageServer(services),
    DocumentUpdateHandler: (services) => new JourneyUpdateHandler(services),
    NodeKindProvider: () => new JourneyNodeKinds(),
    // Editors open the library's files read-only: what "go to definition" leads to.
    TextDocumentContentProvider: (services) =>
      new DefaultTextDocumentContentProvider(services, LIBRARY_SCHEME),
    WorkspaceSymbolProvider: (services) => new JourneyWorkspaceSymbols(services),
  },
};

/** The services of the language for editors, wired; with a connection, those of a language server. */
export function createJourneyEditorServices(context: DefaultSharedModuleContext): {
  readonly shared: JourneySharedEditorServices;
  readonly journey: JourneyEditorServices;
} {
  const shared = inject(
    createDefaultSharedModule(context),
    JourneyGeneratedSharedModule,
    journeySharedModule,
    sharedEditorModule,
  );
  const journey = inject(
    createDefaultModule({ shared }),
    JourneyLanguageGeneratedModule,
    journeyModule,
    editorModule,
  );
  shared.ServiceRegistry.register(journey);
  registerChecks(journey);
  return { shared, journey };
}

/** Sets whether clients that can ask for findings are to do so, rather than being sent them. */
export function setPullDiagnostics({ shared }: JourneyEditorServices, wanted: boolean): void {
  shared.lsp.LanguageServer.wantsPull = wanted;
}

/** Sets which commands the client has: what a code lens may call. */
export function setClientCommands(services: JourneyEditorServices, commands: readonly string[]): void {
  services.lsp.CodeLensProvider.clientCommands = new Set(commands);
}

/** Sets the words in which hovers and hints say what a journey means; without them they say what is written. */
export function setPhrases(services: JourneyEditorServices, phrasesOf: PhrasesOf): void {
  services.meaning.speak(phrasesOf);
}
