import type { PhrasesOf } from '@journey/model';
import type { DeepPartial, Module } from 'langium';
import { CstUtils, inject } from 'langium';
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
import { JourneyDocumentBuilder } from './build/document-builder.ts';
import { JourneyIndex } from './build/journey-index.ts';
import { JourneyUpdateHandler } from './build/update-handler.ts';
import type { Severity } from './diagnostics/define.ts';
import { JourneyCallHierarchy } from './editor/call-hierarchy.ts';
import { JourneyCodeActions } from './editor/code-actions.ts';
import { JourneyCodeLens } from './editor/code-lens.ts';
import { JourneyCompletionProvider } from './editor/completion.ts';
import { JourneyDocumentLinks } from './editor/document-links.ts';
import { JourneyFolding } from './editor/folding.ts';
import { JourneyFormatter } from './editor/formatter.ts';
import { GoTo } from './editor/go-to.ts';
import { JourneyHighlightProvider } from './editor/highlights.ts';
import { JourneyHoverProvider } from './editor/hover.ts';
import { JourneyInlayHints } from './editor/inlay-hints.ts';
import { JourneyNodeKinds } from './editor/kinds.ts';
import { JourneyLanguageServer } from './editor/language-server.ts';
import { LinkedEditing } from './editor/linked-editing.ts';
import { Names } from './editor/names/names.ts';
import { JourneyReferencesProvider } from './editor/references.ts';
import { FileRenames } from './editor/rename-files.ts';
import { JourneyRenameProvider } from './editor/rename.ts';
import { SelectionRanges } from './editor/selection-ranges.ts';
import { JourneySemanticTokens } from './editor/semantic-tokens.ts';
import { JourneySignatureHelp } from './editor/signature-help.ts';
import { JourneySymbolProvider } from './editor/symbols.ts';
import { JourneyWorkspaceSymbols } from './editor/workspace-symbols.ts';
import {
  JourneyGeneratedSharedModule,
  JourneyLanguageGeneratedModule,
  parserConfig,
} from './generated/module.ts';
import { JourneyLexer } from './parser/lexer.ts';
import { Meaning } from './meaning/meaning.ts';
import { JourneyParserMessages } from './parser/messages.ts';
import { TableLookahead } from './parser/lookahead.ts';
import { createRecoveringParser } from './parser/recovery.ts';
import { JourneyTokenBuilder } from './parser/tokens.ts';
import { JourneyValueConverter } from './parser/values.ts';
import { ImportLoader } from './references/import-loader.ts';
import { JourneyLinker } from './references/linker.ts';
import { JourneyScopeComputation } from './references/scope-computation.ts';
import { JourneyScopeProvider } from './references/scope.ts';
import { JourneySymbols } from './references/symbol-table.ts';
import { MessageTexts } from './text/message-texts.ts';
import { registerChecks } from './validation/checks.ts';
import { JourneyDocumentValidator } from './validation/document-validator.ts';
import { LIBRARY_SCHEME } from './library/library.ts';
import { JourneyWorkspaceManager } from './library/workspace-manager.ts';

/** What the language adds to Langium's services. */
export interface JourneyAddedServices {
  readonly imports: ImportLoader;
  readonly texts: MessageTexts;
  readonly names: Names;
  readonly meaning: Meaning;
  readonly references: { readonly ScopeProvider: JourneyScopeProvider; readonly Linker: JourneyLinker };
  readonly parser: { readonly ParserErrorMessageProvider: JourneyParserMessages };
  readonly validation: { readonly DocumentValidator: JourneyDocumentValidator };
  readonly lsp: {
    readonly CompletionProvider: JourneyCompletionProvider;
    readonly CodeLensProvider: JourneyCodeLens;
    readonly HoverProvider: JourneyHoverProvider;
    readonly SelectionRanges: SelectionRanges;
    readonly LinkedEditing: LinkedEditing;
  };
}

/** What the language puts in the place of Langium's shared services. */
export interface JourneyAddedSharedServices {
  readonly workspace: {
    readonly IndexManager: JourneyIndex;
    readonly DocumentBuilder: JourneyDocumentBuilder;
    readonly WorkspaceManager: JourneyWorkspaceManager;
  };
}

export type JourneySharedServices = LangiumSharedServices & JourneyAddedSharedServices;

export type JourneyServices = LangiumServices &
  JourneyAddedServices & { readonly shared: JourneySharedServices };

const journeyModule: Module<JourneyServices, PartialLangiumServices & JourneyAddedServices> = {
  imports: (services) => new ImportLoader(services.shared),
  texts: (services) => new MessageTexts(services),
  names: (services) => new Names(services),
  meaning: (services) => new Meaning(services),
  parser: {
    // Langium would find it out from the grammar, at every start.
    GrammarConfig: () => ({
      multilineCommentRules: ['BLOCK_COMMENT'],
      nameRegexp: CstUtils.DefaultNameRegexp,
    }),
    LangiumParser: (services) => createRecoveringParser(services),
    ParserConfig: () => ({ ...parserConfig, lookaheadStrategy: new TableLookahead() }),
    Lexer: (services) => new JourneyLexer(services),
    TokenBuilder: () => new JourneyTokenBuilder(),
    ValueConverter: () => new JourneyValueConverter(),
    ParserErrorMessageProvider: () => new JourneyParserMessages(),
  },
  references: {
    Linker: (services) => new JourneyLinker(services),
    ScopeComputation: (services) => new JourneyScopeComputation(services),
    ScopeProvider: (services) => new JourneyScopeProvider(services),
  },
  workspace: { AstNodeDescriptionProvider: (services) => new JourneySymbols(services) },
  validation: {
    DocumentValidator: (services) => new JourneyDocumentValidator(services),
  },
  lsp: {
    CallHierarchyProvider: (services) => new JourneyCallHierarchy(services),
    CodeActionProvider: () => new JourneyCodeActions(),
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

const sharedModule: Module<
  JourneySharedServices,
  DeepPartial<LangiumSharedServices> & JourneyAddedSharedServices
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
  workspace: {
    DocumentBuilder: (services) => new JourneyDocumentBuilder(services),
    IndexManager: (services) => new JourneyIndex(services),
    WorkspaceManager: (services) => new JourneyWorkspaceManager(services),
  },
};

/** All services of the language, wired; with a connection, those of a language server too. */
export function createJourneyServices(context: DefaultSharedModuleContext): {
  readonly shared: JourneySharedServices;
  readonly journey: JourneyServices;
} {
  const shared = inject(createDefaultSharedModule(context), JourneyGeneratedSharedModule, sharedModule);
  const journey = inject(createDefaultModule({ shared }), JourneyLanguageGeneratedModule, journeyModule);
  shared.ServiceRegistry.register(journey);
  registerChecks(journey);
  return { shared, journey };
}

/** Sets how grave findings are taken, by code; those left out stay as the registry says. */
export function setSeverities(
  services: JourneyServices,
  severities: ReadonlyMap<string, Severity | 'off'>,
): void {
  services.validation.DocumentValidator.severities = severities;
}

/** Sets where the findings' pages are; without a place, findings don't link to them. */
export function setDiagnosticsHelpBase(services: JourneyServices, base: string | undefined): void {
  services.validation.DocumentValidator.helpBase = base?.replace(/\/?$/, '/');
}

/** Sets which commands the client has: what a code lens may call. */
export function setClientCommands(services: JourneyServices, commands: readonly string[]): void {
  services.lsp.CodeLensProvider.clientCommands = new Set(commands);
}

/** Sets the words in which hovers and hints say what a journey means; without them they say what is written. */
export function setPhrases(services: JourneyServices, phrasesOf: PhrasesOf): void {
  services.meaning.speak(phrasesOf);
}
