import type {
  AstNode,
  AstNodeDescription,
  IndexManager,
  LangiumDocument,
  ReferenceDescription,
  Stream,
  LangiumSharedCoreServices,
} from 'langium';
import { AstUtils, CstUtils, stream, URI } from 'langium';
import { isLibraryUri } from '../library/library.ts';
import { JourneySymbol, NO_SYMBOLS, SymbolTable } from '../references/symbol-table.ts';
import { ImportGraph } from './import-graph.ts';
import { LinkGraph } from './link-graph.ts';

/**
 * What each file offers to others, and what each file refers to. Unlike Langium's index it finds a name by name, and
 * keeps the references themselves rather than a description of each.
 */
export class JourneyIndex implements IndexManager {
  /** Which declaration needs which, over all files. */
  readonly graph = new LinkGraph();
  /** Which file imports which, and names which. */
  readonly imports = new ImportGraph();
  private readonly shared: LangiumSharedCoreServices;
  private readonly exported = new Map<string, SymbolTable>();
  private libraryTable: SymbolTable | undefined;

  constructor(shared: LangiumSharedCoreServices) {
    this.shared = shared;
  }

  /** What the file of that address offers. */
  exportsOf(uri: string): SymbolTable {
    return this.exported.get(uri) ?? NO_SYMBOLS;
  }

  /** What the library offers to every file. */
  get library(): SymbolTable {
    this.libraryTable ??= new SymbolTable(
      [...this.exported].flatMap(([uri, { symbols }]) => (isLibraryAddress(uri) ? symbols : [])),
    );
    return this.libraryTable;
  }

  /** What the library offers to that file: what the file itself declares it knows already. */
  libraryFor(uri: URI): SymbolTable {
    if (!isLibraryUri(uri)) return this.library;
    const address = uri.toString();
    return new SymbolTable(
      this.library.symbols.filter(({ documentUri }) => documentUri.toString() !== address),
    );
  }

  /** All files outside the library that offer something of that name and type. */
  offersOf(name: string, type: string): AstNodeDescription[] {
    return [...this.exported].flatMap(([uri, table]) =>
      isLibraryAddress(uri) ? [] : table.named(name).filter((symbol) => this.isOfType(symbol, type)),
    );
  }

  /** What the symbol stands for, under the name that an import gives it. */
  renamed(symbol: AstNodeDescription, alias: string): AstNodeDescription {
    return symbol instanceof JourneySymbol ? symbol.as(alias) : { ...symbol, name: alias };
  }

  async updateContent(document: LangiumDocument): Promise<void> {
    const { references } = this.shared.ServiceRegistry.getServices(document.uri);
    const symbols = await references.ScopeComputation.collectExportedSymbols(document);
    this.exported.set(document.uri.toString(), new SymbolTable(symbols));
    if (isLibraryUri(document.uri)) this.libraryTable = undefined;
    this.imports.update(document);
  }

  /** Nothing: the linker puts into the graph what it finds. */
  updateReferences(): Promise<void> {
    return Promise.resolve();
  }

  remove(uri: URI): void {
    this.removeContent(uri);
    this.graph.remove(uri.toString());
    this.imports.remove(uri.toString());
  }

  removeContent(uri: URI): void {
    this.exported.delete(uri.toString());
    if (isLibraryUri(uri)) this.libraryTable = undefined;
  }

  /** Nothing: what a file referred to holds until it is linked anew, so that no change is missed in between. */
  removeReferences(): void {
    return;
  }

  /** Never: the builder knows more exactly what is affected by a change. */
  isAffected(): boolean {
    return false;
  }

  allElements(type?: string, uris?: Set<string>): Stream<AstNodeDescription> {
    const tables = uris ? [...uris].map((uri) => this.exportsOf(uri)) : [...this.exported.values()];
    const all = stream(tables).flatMap(({ symbols }) => symbols);
    return type === undefined ? all : all.filter((symbol) => this.isOfType(symbol, type));
  }

  findAllReferences(target: AstNode): Stream<ReferenceDescription> {
    const targetDocument = AstUtils.getDocument(target);
    const { LangiumDocuments } = this.shared.workspace;
    const others = [...this.graph.referrersOf(targetDocument.uri.toString())].flatMap(
      (uri) => LangiumDocuments.getDocument(URI.parse(uri)) ?? [],
    );
    return stream(
      [targetDocument, ...others].flatMap((source) => this.referencesIn(source, target, targetDocument)),
    );
  }

  private referencesIn(
    source: LangiumDocument,
    target: AstNode,
    targetDocument: LangiumDocument,
  ): ReferenceDescription[] {
    return this.graph.referencesBetween(source, targetDocument).flatMap((reference) => {
      const { $refNode } = reference;
      if (!$refNode || reference.ref !== target) return [];
      const { AstNodeLocator } = this.shared.ServiceRegistry.getServices(source.uri).workspace;
      return [
        {
          sourceUri: source.uri,
          sourcePath: AstNodeLocator.getAstNodePath($refNode.astNode),
          targetUri: targetDocument.uri,
          targetPath: AstNodeLocator.getAstNodePath(target),
          segment: CstUtils.toDocumentSegment($refNode),
          local: source === targetDocument,
        },
      ];
    });
  }

  private isOfType({ type }: AstNodeDescription, wanted: string): boolean {
    return this.shared.AstReflection.isSubtype(type, wanted);
  }
}

function isLibraryAddress(uri: string): boolean {
  return uri.startsWith('journey-library:');
}
