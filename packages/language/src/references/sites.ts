import type { AstNode, ReferenceDescription } from 'langium';
import type { JourneyServices } from '../services.ts';

/** A place that refers to something. */
export interface ReferenceSite {
  /** The node that holds the reference: a `send`, a member after its dot. */
  readonly node: AstNode;
  readonly description: ReferenceDescription;
}

/** Every place of the workspace that refers to the node, as the index knows them. */
export function sitesOf(target: AstNode, services: JourneyServices): ReferenceSite[] {
  const { AstNodeLocator } = services.workspace;
  const { IndexManager, LangiumDocuments } = services.shared.workspace;
  return IndexManager.findAllReferences(target, AstNodeLocator.getAstNodePath(target))
    .toArray()
    .flatMap((description) => {
      const root = LangiumDocuments.getDocument(description.sourceUri)?.parseResult.value;
      const node = root && AstNodeLocator.getAstNode(root, description.sourcePath);
      return node ? [{ node, description }] : [];
    });
}
