import type { AstNodeDescription, AstReflection, LangiumDocument, Scope, Stream } from 'langium';
import { stream } from 'langium';
import type { JourneyIndex } from '../build/journey-index.ts';
import type * as ast from '../generated/ast.ts';
import { uriOfImport } from './imports.ts';
import { refText } from './ref-of.ts';
import type { SymbolTable } from './symbol-table.ts';

/** What a file's imports bring, of a type, in the order of the imports; then what is known to every file. */
export class ImportedScope implements Scope {
  private readonly document: LangiumDocument;
  private readonly index: JourneyIndex;
  private readonly type: string;
  private readonly reflection: AstReflection;
  private readonly outer: Scope;

  constructor(
    document: LangiumDocument,
    index: JourneyIndex,
    type: string,
    reflection: AstReflection,
    outer: Scope,
  ) {
    this.document = document;
    this.index = index;
    this.type = type;
    this.reflection = reflection;
    this.outer = outer;
  }

  getElement(name: string): AstNodeDescription | undefined {
    for (const imported of this.imports()) {
      const symbol = this.namedIn(imported, name)[0];
      if (symbol) return symbol;
    }
    return this.outer.getElement(name);
  }

  getElements(name: string): Stream<AstNodeDescription> {
    const own = this.imports().flatMap((imported) => this.namedIn(imported, name));
    return stream(own).concat(this.outer.getElements(name));
  }

  getAllElements(): Stream<AstNodeDescription> {
    const own = this.imports().flatMap((imported) => this.allOf(imported));
    return stream(own).concat(this.outer.getAllElements());
  }

  private imports(): readonly ast.Import[] {
    return (this.document.parseResult.value as ast.File).imports.filter(({ path }) => path);
  }

  private namedIn(imported: ast.Import, name: string): AstNodeDescription[] {
    const table = this.exportsOf(imported);
    if (imported.names.length === 0) return this.fitting(table.named(name));
    return imported.names
      .filter(({ target, alias }) => (alias ?? refText(target)) === name)
      .flatMap((each) => this.renamed(each, table));
  }

  private allOf(imported: ast.Import): AstNodeDescription[] {
    const table = this.exportsOf(imported);
    return imported.names.length === 0
      ? this.fitting(table.symbols)
      : imported.names.flatMap((each) => this.renamed(each, table));
  }

  private renamed({ target, alias }: ast.ImportedName, table: SymbolTable): AstNodeDescription[] {
    const symbols = this.fitting(table.named(refText(target)));
    return alias === undefined ? symbols : symbols.map((symbol) => this.index.renamed(symbol, alias));
  }

  private fitting(symbols: readonly AstNodeDescription[]): AstNodeDescription[] {
    return symbols.filter(({ type }) => this.reflection.isSubtype(type, this.type));
  }

  private exportsOf(statement: ast.Import): SymbolTable {
    return this.index.exportsOf(uriOfImport(this.document, statement).toString());
  }
}
