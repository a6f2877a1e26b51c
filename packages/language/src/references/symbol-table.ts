import type {
  AstNode,
  AstNodeDescription,
  CstNode,
  DocumentSegment,
  LangiumCoreServices,
  LangiumDocument,
  LocalSymbols,
  Stream,
  URI,
} from 'langium';
import { AstUtils, CstUtils, stream } from 'langium';

/** Below this, going through a list is faster than a map, and takes less memory. */
const SMALL = 8;

/** The names of one part of a file, found by name; the first of several that are alike comes first. */
export class SymbolTable {
  readonly symbols: readonly AstNodeDescription[];
  private byName: ReadonlyMap<string, readonly AstNodeDescription[]> | undefined;

  constructor(symbols: readonly AstNodeDescription[]) {
    this.symbols = symbols;
  }

  named(name: string): readonly AstNodeDescription[] {
    if (this.symbols.length <= SMALL) return this.symbols.filter((symbol) => symbol.name === name);
    this.byName ??= grouped(this.symbols);
    return this.byName.get(name) ?? [];
  }
}

function grouped(symbols: readonly AstNodeDescription[]): ReadonlyMap<string, readonly AstNodeDescription[]> {
  const groups = new Map<string, AstNodeDescription[]>();
  for (const symbol of symbols) {
    const group = groups.get(symbol.name);
    if (group) group.push(symbol);
    else groups.set(symbol.name, [symbol]);
  }
  return groups;
}

export const NO_SYMBOLS = new SymbolTable([]);

/** The names that are known within a file, by the part of it in which they are. */
export class FileSymbols implements LocalSymbols {
  private readonly regions = new Map<AstNode, AstNodeDescription[]>();
  private readonly tables = new Map<AstNode, SymbolTable>();

  add(region: AstNode, symbol: AstNodeDescription): void {
    const symbols = this.regions.get(region);
    if (symbols) symbols.push(symbol);
    else this.regions.set(region, [symbol]);
  }

  /** The names known in that part, and not in what surrounds it. */
  in(region: AstNode): SymbolTable | undefined {
    const symbols = this.regions.get(region);
    if (!symbols) return undefined;
    let table = this.tables.get(region);
    if (!table) this.tables.set(region, (table = new SymbolTable(symbols)));
    return table;
  }

  has(region: AstNode): boolean {
    return this.regions.has(region);
  }

  getStream(region: AstNode): Stream<AstNodeDescription> {
    return stream(this.regions.get(region) ?? []);
  }
}

/**
 * What a name stands for. Langium's own descriptions hold a path, an address and two ranges each, which nobody asks
 * for in most of them: these work them out when somebody does.
 */
export class JourneySymbol implements AstNodeDescription {
  readonly name: string;
  readonly node: AstNode;
  private readonly document: LangiumDocument;
  private readonly services: LangiumCoreServices;

  constructor(name: string, node: AstNode, document: LangiumDocument, services: LangiumCoreServices) {
    this.name = name;
    this.node = node;
    this.document = document;
    this.services = services;
  }

  get type(): string {
    return this.node.$type;
  }

  get documentUri(): URI {
    return this.document.uri;
  }

  get path(): string {
    return this.services.workspace.AstNodeLocator.getAstNodePath(this.node);
  }

  get nameSegment(): DocumentSegment {
    return segmentOf(this.services.references.NameProvider.getNameNode(this.node) ?? this.node.$cstNode);
  }

  get selectionSegment(): DocumentSegment {
    return segmentOf(this.node.$cstNode);
  }

  /** The same under another name. */
  as(alias: string): JourneySymbol {
    return new JourneySymbol(alias, this.node, this.document, this.services);
  }
}

const NO_SEGMENT: DocumentSegment = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  offset: 0,
  end: 0,
  length: 0,
};

function segmentOf(node: CstNode | undefined): DocumentSegment {
  return CstUtils.toDocumentSegment(node) ?? NO_SEGMENT;
}

/** Describes nodes by as little as will do. */
export class JourneySymbols {
  private readonly services: LangiumCoreServices;

  constructor(services: LangiumCoreServices) {
    this.services = services;
  }

  createDescription(node: AstNode, name?: string, document?: LangiumDocument): JourneySymbol {
    const known = name ?? this.services.references.NameProvider.getName(node);
    if (!known) throw new Error(`A ${node.$type} without a name can't be referred to.`);
    return new JourneySymbol(known, node, document ?? AstUtils.getDocument(node), this.services);
  }
}
