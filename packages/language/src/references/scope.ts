import type { AstNodeDescription, LangiumDocument, MultiMap, ReferenceInfo, Scope } from 'langium';
import {
  AstUtils,
  DefaultScopeComputation,
  DefaultScopeProvider,
  EMPTY_SCOPE,
  MapScope,
  WorkspaceCache,
} from 'langium';
import type { AstNode } from 'langium';
import type { JourneyServices } from '../services.ts';
import * as ast from '../generated/ast.ts';
import { isLibraryUri } from '../library/library.ts';
import { importedUri } from './imports.ts';
import { inheritedBy, partsOf, stageModelOf } from './inheritance.ts';
import { expectedOptions, membersOf, STAGE_EVENTS, typeOf, type Type } from './types.ts';
import { refOf, refText } from './ref-of.ts';

/** Where each name can be seen. */
export class JourneyScopeComputation extends DefaultScopeComputation {
  protected override addLocalSymbol(
    node: AstNode,
    document: LangiumDocument,
    symbols: MultiMap<AstNode, AstNodeDescription>,
  ): void {
    const name = this.nameProvider.getName(node);
    const region = name ? visibleIn(node) : undefined;
    if (name && region) symbols.add(region, this.descriptions.createDescription(node, name, document));
  }
}

/** Whether the node declares a name that others can refer to. */
export function isDeclaration(node: AstNode): boolean {
  return 'name' in node && typeof node.name === 'string' && visibleIn(node) !== undefined;
}

/** The part of the file in which the node's name is known. */
export function visibleIn(node: AstNode): AstNode | undefined {
  switch (node.$type) {
    // An automation, touchpoint or KPI of one stage is known in all of the journey's.
    case 'Automation':
    case 'Touchpoint':
    case 'Kpi':
      return AstUtils.getContainerOfType(node.$container, ast.isJourney) ?? node.$container;
    case 'Binding':
      return (
        AstUtils.getContainerOfType(node, ast.isAutomation) ??
        AstUtils.getContainerOfType(node, ast.isScenario) ??
        node.$container
      );
    // The values that a manual start brings along are known to all that follows.
    case 'Parameter':
      return (
        (ast.isManualTrigger(node.$container) &&
          AstUtils.getContainerOfType(node.$container, ast.isAutomation)) ||
        node.$container
      );
    case 'ForEach':
      return (node as ast.ForEach).block;
    case 'StageAlias':
      return AstUtils.getContainerOfType(node, ast.isStageModel);
    case 'PrimitiveType':
    case 'TemplatePart':
    case 'Authentication':
    case 'EnvironmentValue':
    case 'Argument':
      return undefined;
    default:
      return node.$container;
  }
}

/** What each name may refer to. */
export class JourneyScopeProvider extends DefaultScopeProvider {
  private readonly services: JourneyServices;
  private readonly visibleNames: WorkspaceCache<string, Scope>;

  constructor(services: JourneyServices) {
    super(services);
    this.services = services;
    this.visibleNames = new WorkspaceCache(services.shared);
  }

  override getScope(context: ReferenceInfo): Scope {
    const { container, property } = context;
    if (ast.isMember(container)) return this.scopeOf(this.members(typeOf(container.receiver)));
    if (ast.isSettingValue(container)) return this.scopeOf(settingsOf(container));
    if (ast.isRecordType(container) && property === 'record' && container.owner) {
      return this.scopeOf(recordsOf(refOf(container.owner)));
    }
    if (ast.isStage(container) && property === 'modelStage') return this.scopeOf(modelStagesOf(container));
    if (ast.isWithout(container)) return this.scopeOf(inheritedParts(container));
    if (ast.isImportedName(container)) return this.scopeOfImport(container);
    if (ast.isMove(container) || (ast.isStage(container) && property === 'nested'))
      return super.getScope(context);
    const scope = super.getScope(context);
    if (!ast.isReference(container)) return scope;
    if (isCallee(container)) return this.functionsIn(scope);
    const options = expectedOptions(container);
    return options.length > 0 ? this.scopeOf(options, scope) : scope;
  }

  // A KPI named after the function in its formula, `kpi nps = nps(…)`, must not hide it.
  private functionsIn(scope: Scope): Scope {
    return this.createScope(scope.getAllElements().filter(({ type }) => type === 'FunctionDeclaration'));
  }

  /** What may follow the dot after something of that type. */
  members(type: Type): readonly ast.MemberTarget[] {
    return membersOf(type, { stageEvents: () => this.stageEvents() });
  }

  /** Only what is imported is visible, and the library. */
  protected override getGlobalScope(referenceType: string, context: ReferenceInfo): Scope {
    const document = AstUtils.getDocument(context.container);
    const global = this.visibleNames.get(`${document.uri.toString()}#${referenceType}`, () =>
      this.createScope(
        this.importedNames(document, referenceType),
        this.createScope(this.libraryNames(document, referenceType)),
      ),
    );
    const inherited = inheritedParts(context.container).filter(({ $type }) =>
      this.reflection.isSubtype($type, referenceType),
    );
    return inherited.length > 0 ? this.scopeOf(inherited, global) : global;
  }

  /** All that a file sees of other files: what it imports, and the library. */
  visibleFromOutside(document: LangiumDocument): Scope {
    const context = { container: document.parseResult.value, property: '', reference: { $refText: '' } };
    return this.getGlobalScope('Declaration', context as ReferenceInfo);
  }

  private importedNames(document: LangiumDocument, referenceType: string): AstNodeDescription[] {
    return (document.parseResult.value as ast.File).imports.flatMap((statement) => {
      if (!statement.path) return [];
      const exported = this.exportsOf(importedUri(document, statement.path).toString(), referenceType);
      if (statement.names.length === 0) return exported;
      return statement.names.flatMap(({ target, alias }) =>
        exported
          .filter((description) => description.name === refText(target))
          .map((description) => (alias === undefined ? description : { ...description, name: alias })),
      );
    });
  }

  private libraryNames(document: LangiumDocument, referenceType: string): AstNodeDescription[] {
    return this.indexManager
      .allElements(referenceType)
      .filter(
        ({ documentUri }) => isLibraryUri(documentUri) && documentUri.toString() !== document.uri.toString(),
      )
      .toArray();
  }

  private exportsOf(uri: string, referenceType?: string): AstNodeDescription[] {
    return this.indexManager.allElements(referenceType, new Set([uri])).toArray();
  }

  private scopeOfImport(name: ast.ImportedName): Scope {
    const path = name.$container.path;
    if (!path) return EMPTY_SCOPE;
    return new MapScope(this.exportsOf(importedUri(AstUtils.getDocument(name), path).toString()));
  }

  private stageEvents(): ast.Connector | undefined {
    const description = this.indexManager
      .allElements('Connector')
      .find(({ name, documentUri }) => name === STAGE_EVENTS && isLibraryUri(documentUri));
    const node = description && this.nodeOf(description);
    return ast.isConnector(node) ? node : undefined;
  }

  /** The node that a description stands for; undefined where its file is gone. */
  nodeOf(description: AstNodeDescription): AstNode | undefined {
    if (description.node) return description.node;
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(description.documentUri);
    return (
      document &&
      this.services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, description.path)
    );
  }

  private scopeOf(nodes: readonly AstNode[], outer?: Scope): Scope {
    return this.createScopeForNodes(nodes, outer);
  }
}

/** What is known in a journey because it extends another. */
function inheritedParts(node: AstNode): AstNode[] {
  // What a journey extends must be known before what it inherits.
  const journey = ast.isJourney(node) ? undefined : AstUtils.getContainerOfType(node, ast.isJourney);
  const inherited = journey && inheritedBy(journey);
  return inherited ? partsOf(inherited) : [];
}

function isCallee(reference: ast.Reference): boolean {
  return ast.isCall(reference.$container) && reference.$containerProperty === 'callee';
}

function settingsOf(value: ast.SettingValue): ast.Setting[] {
  const owner = value.$container;
  const system = ast.isSystem(owner) ? owner : refOf(owner.system);
  return refOf(system?.connector)?.members.filter(ast.isSetting) ?? [];
}

function recordsOf(owner: ast.System | ast.Connector | undefined): ast.Record[] {
  const connector = ast.isSystem(owner) ? refOf(owner.connector) : owner;
  return connector?.members.filter(ast.isRecord) ?? [];
}

function modelStagesOf(stage: ast.Stage): (ast.ModelStage | ast.StageAlias)[] {
  const model = stageModelOf(stage.$container);
  return model?.stages.flatMap((modelStage) => [modelStage, ...modelStage.aliases]) ?? [];
}
