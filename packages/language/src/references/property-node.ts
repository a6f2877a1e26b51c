import { AstUtils, GrammarAST, isCompositeCstNode, type AstNode, type CstNode } from 'langium';

/**
 * Where a property of a node is written; of several values the one at the index. Langium's own search looks for the
 * assignment above each leaf's rule anew each time, and reads all of the node: a tenth of a whole check.
 */
export function propertyNode(node: AstNode, property: string, index = 0): CstNode | undefined {
  if (!node.$cstNode) return undefined;
  let left = index;
  const found = (cst: CstNode): CstNode | undefined => {
    if (!isCompositeCstNode(cst) || cst.astNode !== node) return undefined;
    for (const child of cst.content) {
      if (propertyOf(child) === property) {
        if (left === 0) return child;
        left -= 1;
        continue;
      }
      const inside = found(child);
      if (inside) return inside;
    }
    return undefined;
  };
  return found(node.$cstNode);
}

const properties = new WeakMap<GrammarAST.AbstractElement, string | false>();

/** The property that the rule puts it in; false where it is none. */
function propertyOf({ grammarSource }: CstNode): string | false {
  if (!grammarSource) return false;
  const known = properties.get(grammarSource);
  if (known !== undefined) return known;
  const property = AstUtils.getContainerOfType(grammarSource, GrammarAST.isAssignment)?.feature ?? false;
  properties.set(grammarSource, property);
  return property;
}
