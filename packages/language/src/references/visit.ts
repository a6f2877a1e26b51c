import type { AstNode, Reference, ReferenceInfo } from 'langium';

/**
 * Calls `visit` for the node and for all that it contains, in the order of the source. Langium's streams do the same
 * by several objects a node, which is a third of the time of linking a large file.
 */
export function visitNodes(node: AstNode, visit: (node: AstNode) => void): void {
  visit(node);
  forEachPart(node, (part) => {
    if (isNode(part)) visitNodes(part, visit);
  });
}

/** Calls `visit` for each reference in the node and in all that it contains. */
export function visitReferences(root: AstNode, visit: (info: ReferenceInfo) => void): void {
  forEachPart(root, (part, property, index) => {
    if (isNode(part)) visitReferences(part, visit);
    else if (isReference(part))
      visit({ reference: part, container: root, property, ...(index === undefined ? {} : { index }) });
  });
}

function forEachPart(node: AstNode, handle: (part: object, property: string, index?: number) => void): void {
  for (const [property, value] of Object.entries(node) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null || property.startsWith('$')) continue;
    if (!Array.isArray(value)) handle(value, property);
    else
      for (const [index, part] of (value as unknown[]).entries())
        if (typeof part === 'object' && part !== null) handle(part, property, index);
  }
}

function isNode(part: object): part is AstNode {
  return '$type' in part;
}

function isReference(part: object): part is Reference {
  return '$refText' in part;
}
