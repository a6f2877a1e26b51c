import type { AstNode, ReferenceInfo, Scope } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';

/** The values that a text may show at a step: where a message is sent, or somebody is told something. */
export class SentValues {
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    this.services = services;
  }

  /** The value of that name: the customer, what the trigger carries, what an earlier step keeps. */
  valueNamed(name: string, step: AstNode): ast.Named | undefined {
    const description = this.scopeAt(step).getElement(name);
    const node = description && this.services.references.ScopeProvider.nodeOf(description);
    return isValue(node) ? node : undefined;
  }

  /** The names of all such values. */
  valuesAt(step: AstNode): string[] {
    return this.scopeAt(step)
      .getAllElements()
      .filter(({ type }) => VALUE_TYPES.has(type))
      .map(({ name }) => name)
      .toArray();
  }

  /** All such values by their names. */
  known(step: AstNode): ReadonlyMap<string, ast.Named> {
    const names = new Set(this.valuesAt(step));
    const values = new Map<string, ast.Named>();
    for (const name of names) {
      const value = this.valueNamed(name, step);
      // `message`, `recipient` and `setting` are known to the requests of connectors only.
      if (value && (value.$type !== 'Given' || name === 'customer')) values.set(name, value);
    }
    return values;
  }

  private scopeAt(step: AstNode): Scope {
    return this.services.references.ScopeProvider.getScope(referenceAt(step));
  }
}

const VALUE_TYPES: ReadonlySet<string> = new Set(['Binding', 'Let', 'Parameter', 'ForEach', 'Given']);

function isValue(node: AstNode | undefined): node is ast.Named {
  return node !== undefined && VALUE_TYPES.has(node.$type);
}

/** As if a name stood in the step's arguments: what is seen there. */
function referenceAt(step: AstNode): ReferenceInfo {
  const container = {
    $type: 'Reference',
    $container: step,
    $containerProperty: 'to',
  } as unknown as ast.Reference;
  return { container, property: 'target', reference: { $refText: '', ref: undefined } };
}
