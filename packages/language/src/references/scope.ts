import type { AstNode, AstNodeDescription, LangiumDocument, ReferenceInfo, Scope } from 'langium';
import { AstUtils, DefaultScopeProvider, EMPTY_SCOPE } from 'langium';
import type { JourneyServices } from '../services.ts';
import * as ast from '../generated/ast.ts';
import type { JourneyIndex } from '../build/journey-index.ts';
import { importedUri } from './imports.ts';
import { inheritedBy, partsOf, stageModelOf, wholeOf } from './inheritance.ts';
import { ImportedScope } from './imported-scope.ts';
import { FileSymbols, type SymbolTable } from './symbol-table.ts';
import { TableScope } from './table-scope.ts';
import { expectedOptions, membersOf, AMOUNT_OF_MONEY, STAGE_EVENTS, typeOf, type Type } from './types.ts';
import { refOf } from './ref-of.ts';

/** What each name may refer to. */
export class JourneyScopeProvider extends DefaultScopeProvider {
  private readonly services: JourneyServices;
  private readonly index: JourneyIndex;

  constructor(services: JourneyServices) {
    super(services);
    this.services = services;
    this.index = services.shared.workspace.IndexManager;
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
    if (ast.isRenaming(container)) return this.scopeOf(ownParts(container), this.lexicalScope(context));
    if (ast.isImportedName(container)) return this.scopeOfImport(container);
    if (ast.isMove(container) || (ast.isStage(container) && property === 'nested'))
      return this.lexicalScope(context);
    // A KPI named after the function in its formula, `kpi nps = nps(…)`, must not hide it.
    if (ast.isReference(container) && isCallee(container))
      return this.lexicalScope(context, 'FunctionDeclaration');
    const scope = this.lexicalScope(context);
    if (!ast.isReference(container)) return scope;
    const options = expectedOptions(container);
    return options.length > 0 ? this.scopeOf(options, scope) : scope;
  }

  /** What may follow the dot after something of that type. */
  members(type: Type): readonly ast.MemberTarget[] {
    return membersOf(type, {
      stageEvents: () => this.inLibrary(STAGE_EVENTS).find(ast.isConnector),
      amountOfMoney: () => this.inLibrary(AMOUNT_OF_MONEY).find(ast.isRecord),
    });
  }

  /** What is known in that place, from the inside out: the parts of the file around it, its imports, the library. */
  private lexicalScope(
    context: ReferenceInfo,
    type: string = this.reflection.getReferenceType(context),
  ): Scope {
    const document = AstUtils.getDocument(context.container);
    const global = this.globalScope(document, type);
    const inherited = inheritedParts(context.container).filter(({ $type }) =>
      this.reflection.isSubtype($type, type),
    );
    const outermost = inherited.length > 0 ? this.scopeOf(inherited, global) : global;
    const { localSymbols } = document;
    if (!(localSymbols instanceof FileSymbols)) return outermost;
    const tables: SymbolTable[] = [];
    for (let part: AstNode | undefined = context.container; part; part = part.$container) {
      const table = localSymbols.in(part);
      if (table) tables.push(table);
    }
    const unknown = bindingOfEvent(context.container);
    return tables.reduceRight<Scope>(
      (outer, table) => new TableScope(table, type, this.reflection, outer, unknown),
      outermost,
    );
  }

  /** All that a file sees of other files: what it imports, and the library. */
  visibleFromOutside(document: LangiumDocument): Scope {
    return this.globalScope(document, 'Declaration');
  }

  private globalScope(document: LangiumDocument, type: string): Scope {
    const library = new TableScope(this.index.libraryFor(document.uri), type, this.reflection);
    return new ImportedScope(document, this.index, type, this.reflection, library);
  }

  private scopeOfImport(name: ast.ImportedName): Scope {
    const path = name.$container.path;
    if (!path) return EMPTY_SCOPE;
    const uri = importedUri(AstUtils.getDocument(name), path);
    return new TableScope(this.index.exportsOf(uri.toString()), 'Declaration', this.reflection);
  }

  private inLibrary(name: string): (AstNode | undefined)[] {
    return this.index.library.named(name).map((description) => this.nodeOf(description));
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

/** The stages and automations of the journey whose version it is. */
function ownParts(renaming: ast.Renaming): AstNode[] {
  const whole = wholeOf(renaming.$container.$container);
  return partsOf(whole).filter((part) => ast.isStage(part) || ast.isAutomation(part));
}

/** Inside of the event that a name is given to, `on crm.deal_won as crm`, the name is not known yet. */
function bindingOfEvent(node: AstNode): ast.Binding | undefined {
  for (let part: AstNode | undefined = node; part; part = part.$container) {
    const whole = part.$container;
    if (ast.isEventTrigger(whole)) return part.$containerProperty === 'events' ? whole.binding : undefined;
    if (ast.isDateTrigger(whole)) return part.$containerProperty === 'anchor' ? whole.binding : undefined;
    if (ast.isWait(whole) || ast.isHappening(whole))
      return part.$containerProperty === 'event' ? whole.binding : undefined;
  }
  return undefined;
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
