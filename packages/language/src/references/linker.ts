import type { AstNode, DefaultReference, LangiumDocument, Linker, Reference } from 'langium';
import { DefaultLinker, interruptAndCheck, isAstNode } from 'langium';
import type { JourneyIndex } from '../build/journey-index.ts';
import { partOf, partsOf } from '../build/parts.ts';
import type { JourneyServices } from '../services.ts';
import { visitReferences } from './visit.ts';

/** Links declaration by declaration, and notes what refers to what. */
export class JourneyLinker extends DefaultLinker {
  private readonly index: JourneyIndex;
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    super(services);
    this.services = services;
    this.index = services.shared.workspace.IndexManager;
  }

  override async link(document: LangiumDocument, cancelToken?: Parameters<Linker['link']>[1]): Promise<void> {
    for (const part of partsOf(document)) {
      if (cancelToken) await interruptAndCheck(cancelToken);
      visitReferences(part, (info) => {
        this.doLink(info, document);
      });
    }
    this.index.graph.update(document);
  }

  /**
   * Forgets where all names of the document lead. Langium deletes a property of each reference for it, which takes
   * JavaScript ten times as long as writing it, and makes every later look at the reference slow.
   */
  override unlink(document: LangiumDocument): void {
    for (const reference of document.references) {
      // The grammar has no references to several things at once, and reading `ref` would look the name up.
      const resolved = reference as { _ref?: unknown; _nodeDescription?: unknown };
      resolved._ref = undefined;
      resolved._nodeDescription = undefined;
    }
    document.references = [];
  }

  /**
   * Points a reference to what stands now where its target stood before the target's file was parsed anew. The
   * declaration around the target has to be written as before. False where it is not there.
   */
  pointTo(reference: Reference, document: LangiumDocument): boolean {
    const resolved = reference as DefaultReference;
    if (!isAstNode(resolved._ref)) return false;
    const oldPart = partOf(resolved._ref);
    const name = this.nameOf(oldPart);
    const [found] = name === undefined ? [] : this.index.exportsOf(document.uri.toString()).named(name);
    const target = found?.node && counterpart(resolved._ref, oldPart, found.node);
    if (!target || target.$type !== resolved._ref.$type) return false;
    resolved._ref = target;
    resolved._nodeDescription = this.services.workspace.AstNodeDescriptionProvider.createDescription(
      target,
      reference.$refText,
      document,
    );
    return true;
  }

  private nameOf(node: AstNode): string | undefined {
    return this.services.references.NameProvider.getName(node);
  }
}

/** The node that stands in `part` where `node` stands in `oldPart`. */
function counterpart(node: AstNode, oldPart: AstNode, part: AstNode): AstNode | undefined {
  if (node === oldPart) return part;
  const { $container, $containerProperty, $containerIndex } = node;
  const container = $container && counterpart($container, oldPart, part);
  if (!container || $containerProperty === undefined) return undefined;
  const value: unknown = Reflect.get(container, $containerProperty);
  const found: unknown =
    $containerIndex === undefined || !Array.isArray(value) ? value : value[$containerIndex];
  return isAstNode(found) ? found : undefined;
}
