import type {
  DeepPartial,
  DefaultSharedCoreModuleContext,
  LangiumDocument,
  LangiumCoreServices,
  LangiumSharedCoreServices,
  Module,
  PartialLangiumCoreServices,
} from 'langium';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  CstUtils,
  DocumentState,
  inject,
} from 'langium';
import { JourneyDocumentBuilder } from './build/document-builder.ts';
import { JourneyIndex } from './build/journey-index.ts';
import {
  JourneyGeneratedSharedModule,
  JourneyLanguageGeneratedModule,
  parserConfig,
} from './generated/module.ts';
import { JourneyLexer } from './parser/lexer.ts';
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
import type { Severities } from './settings/severities.ts';
import { SettingsFiles } from './settings/settings-files.ts';
import { registerChecks } from './validation/checks.ts';
import { JourneyDocumentValidator } from './validation/document-validator.ts';
import { JourneyValidationRegistry } from './validation/validation-registry.ts';
import { JourneyWorkspaceManager } from './library/workspace-manager.ts';

/** What the language adds to Langium's services. */
export interface JourneyAddedServices {
  readonly imports: ImportLoader;
  readonly settings: SettingsFiles;
  readonly texts: MessageTexts;
  readonly references: { readonly ScopeProvider: JourneyScopeProvider; readonly Linker: JourneyLinker };
  readonly parser: { readonly ParserErrorMessageProvider: JourneyParserMessages };
  readonly validation: {
    readonly DocumentValidator: JourneyDocumentValidator;
    readonly ValidationRegistry: JourneyValidationRegistry;
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

export type JourneySharedServices = LangiumSharedCoreServices & JourneyAddedSharedServices;

export type JourneyServices = LangiumCoreServices &
  JourneyAddedServices & { readonly shared: JourneySharedServices };

export const journeyModule: Module<JourneyServices, PartialLangiumCoreServices & JourneyAddedServices> = {
  imports: (services) => new ImportLoader(services.shared),
  settings: (services) => new SettingsFiles(services.shared.workspace.FileSystemProvider),
  texts: (services) => new MessageTexts(services),
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
    ValidationRegistry: (services) => new JourneyValidationRegistry(services),
  },
};

export const journeySharedModule: Module<
  JourneySharedServices,
  DeepPartial<LangiumSharedCoreServices> & JourneyAddedSharedServices
> = {
  workspace: {
    DocumentBuilder: (services) => new JourneyDocumentBuilder(services),
    IndexManager: (services) => new JourneyIndex(services),
    WorkspaceManager: (services) => new JourneyWorkspaceManager(services),
  },
};

/** The services of the language, wired: what checks, formats and compiles. For an editor's see `editor/services.ts`. */
export function createJourneyServices(context: DefaultSharedCoreModuleContext): {
  readonly shared: JourneySharedServices;
  readonly journey: JourneyServices;
} {
  const shared = inject(
    createDefaultSharedCoreModule(context),
    JourneyGeneratedSharedModule,
    journeySharedModule,
  );
  const journey = inject(createDefaultCoreModule({ shared }), JourneyLanguageGeneratedModule, journeyModule);
  shared.ServiceRegistry.register(journey);
  registerChecks(journey);
  return { shared, journey };
}

/** Sets how grave findings are taken, by code; those left out stay as the registry says. */
export function setSeverities(services: JourneyServices, severities: Severities): void {
  services.validation.DocumentValidator.severities = severities;
}

/**
 * Checks the documents again for which other severities hold by now than when they were checked, whose text and meaning
 * are as they were. All others stay as they are.
 */
export async function takeSeverities({ shared, validation }: JourneyServices): Promise<void> {
  const { LangiumDocuments, DocumentBuilder, WorkspaceLock } = shared.workspace;
  // Also those that a build is just about to bring to an end: it may have asked for the severities before.
  const outdated = (): LangiumDocument[] =>
    LangiumDocuments.all
      .filter((document) => validation.DocumentValidator.wasTakenOtherwise(document))
      .toArray();
  if (outdated().length === 0) return;
  // The lock ends a build that is under way, and nobody who waits for it is to be told that it never comes.
  await DocumentBuilder.during(() =>
    WorkspaceLock.write(async (token) => {
      const documents = outdated();
      for (const document of documents)
        DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
      await DocumentBuilder.build(documents, { validation: true }, token);
    }),
  );
}

/** Sets where the findings' pages are; without a place, findings don't link to them. */
export function setDiagnosticsHelpBase(services: JourneyServices, base: string | undefined): void {
  services.validation.DocumentValidator.helpBase = base?.replace(/\/?$/, '/');
}
