import type { AstNode, ReferenceInfo, Scope } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';

/** The values that a message may show where it is sent. */
export class SentValues {
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    this.services = services;
  }

  /** The value of that name: the customer, what the trigger carries, what an earlier step keeps. */
  valueNamed(name: string, send: ast.Send): ast.Named | undefined {
    const description = this.scopeAt(send).getElement(name);
    const node = description && this.services.references.ScopeProvider.nodeOf(description);
    return isValue(node) ? node : undefined;
  }

  /** The names of all such values. */
  valuesAt(send: ast.Send): string[] {
    return this.scopeAt(send)
      .getAllElements()
      .filter(({ type }) => VALUE_TYPES.has(type))
      .map(({ name }) => name)
      .toArray();
  }

  private scopeAt(send: ast.Send): Scope {
    return this.services.references.ScopeProvider.getScope(referenceAt(send));
  }
}

const VALUE_TYPES: ReadonlySet<string> = new Set(['Binding', 'Let', 'Parameter', 'ForEach', 'Given']);

function isValue(node: AstNode | undefined): node is ast.Named {
  return node !== undefined && VALUE_TYPES.has(node.$type);
}

/** As if a name stood in the send's arguments: what is seen there. */
function referenceAt(send: ast.Send): ReferenceInfo {
  const container = {
    $type: 'Reference',
    $container: send,
    $containerProperty: 'to',
  } as unknown as ast.Reference;
  return { container, property: 'target', reference: { $refText: '', ref: undefined } };
}
