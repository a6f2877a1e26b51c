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

/** The nodes of a kind among the node and all that it contains, in the order of the source. */
export function nodesIn<Node extends AstNode>(root: AstNode, is: (node: AstNode) => node is Node): Node[] {
  const found: Node[] = [];
  visitNodes(root, (node) => {
    if (is(node)) found.push(node);
  });
  return found;
}

function forEachPart(node: AstNode, handle: (part: object, property: string, index?: number) => void): void {
  // Every check of every file goes through here: no entries are made, only to be looked at once.
  const properties = node as unknown as Readonly<Record<string, unknown>>;
  for (const property in properties) {
    const value = properties[property];
    if (typeof value !== 'object' || value === null || property.startsWith('$')) continue;
    if (!Array.isArray(value)) {
      handle(value, property);
      continue;
    }
    const parts = value as readonly unknown[];
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index];
      if (typeof part === 'object' && part !== null) handle(part, property, index);
    }
  }
}

function isNode(part: object): part is AstNode {
  return '$type' in part;
}

function isReference(part: object): part is Reference {
  return '$refText' in part;
}
