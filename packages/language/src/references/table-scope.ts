import type { AstNode, AstNodeDescription, AstReflection, Scope, Stream } from 'langium';
import { stream } from 'langium';
import type { SymbolTable } from './symbol-table.ts';

/** The names of one table that are of a type, then those that are known further out. */
export class TableScope implements Scope {
  private readonly table: SymbolTable;
  private readonly type: string;
  private readonly reflection: AstReflection;
  private readonly outer: Scope | undefined;
  private readonly except: AstNode | undefined;

  /** @param except what is not known yet in the place that asks */
  constructor(table: SymbolTable, type: string, reflection: AstReflection, outer?: Scope, except?: AstNode) {
    this.table = table;
    this.type = type;
    this.reflection = reflection;
    this.outer = outer;
    this.except = except;
  }

  getElement(name: string): AstNodeDescription | undefined {
    return this.table.named(name).find((symbol) => this.fits(symbol)) ?? this.outer?.getElement(name);
  }

  getElements(name: string): Stream<AstNodeDescription> {
    const own = stream(this.table.named(name)).filter((symbol) => this.fits(symbol));
    return this.outer ? own.concat(this.outer.getElements(name)) : own;
  }

  getAllElements(): Stream<AstNodeDescription> {
    const own = stream(this.table.symbols).filter((symbol) => this.fits(symbol));
    return this.outer ? own.concat(this.outer.getAllElements()) : own;
  }

  private fits(symbol: AstNodeDescription): boolean {
    return (
      (this.except === undefined || symbol.node !== this.except) &&
      this.reflection.isSubtype(symbol.type, this.type)
    );
  }
}
