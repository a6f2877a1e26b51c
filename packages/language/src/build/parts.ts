import type { AstNode, LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';

/** A file's parts: its imports and its declarations. Nothing smaller is tracked. */
export function partsOf(document: LangiumDocument): readonly AstNode[] {
  const { imports, declarations } = document.parseResult.value as ast.File;
  return [...imports, ...declarations];
}

/** The part of its file that the node is, or stands in. */
export function partOf(node: AstNode): AstNode {
  let part = node;
  while (part.$container?.$container) part = part.$container;
  return part;
}

/** What the part is known by, over all files and edits. Parts without a name share a key: nothing refers to them. */
export function keyOf(part: AstNode, document: LangiumDocument): string {
  return keyIn(document.uri.toString(), 'name' in part && typeof part.name === 'string' ? part.name : '');
}

export function keyIn(uri: string, name: string): string {
  return `${uri}#${name}`;
}
