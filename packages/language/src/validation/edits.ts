import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import { propertyNode } from '../references/property-node.ts';
import type { Position, Range } from 'vscode-languageserver-types';
import { remove, replace, tidied, type Fix } from '../diagnostics/fix.ts';

/** Where a node stands; undefined where the parser made it up to recover from a broken text. */
export function rangeOf(node: AstNode | undefined): Range | undefined {
  return node?.$cstNode?.range;
}

/** Where a property of a node stands; `index` picks one of several values. */
export function propertyRange(node: AstNode, property: string, index?: number): Range | undefined {
  return propertyNode(node, property, index)?.range;
}

/** The text of a node as it is written. */
export function textOf(node: AstNode | undefined): string {
  return node?.$cstNode?.text ?? '';
}

/** A fix that puts a text in the place of a node; none where the node has no place. */
export function replaceNode(
  title: string,
  node: AstNode | undefined,
  text: string,
  preferred = false,
): Fix[] {
  const range = rangeOf(node);
  return range ? [replace(title, range, text, preferred)] : [];
}

/** A fix that removes a node, with the line or the blanks that it leaves empty. */
export function removeNode(title: string, node: AstNode, preferred = false): Fix[] {
  const range = rangeOf(node);
  return range ? [tidied(remove(title, range, preferred), AstUtils.getDocument(node).textDocument)] : [];
}

/** A fix that removes one item of a list, with the comma that parts it from the others. */
export function removeItem(
  title: string,
  node: AstNode,
  property: string,
  index: number,
  preferred = false,
): Fix[] {
  const previous = propertyRange(node, property, index - 1);
  const item = propertyRange(node, property, index);
  return previous && item ? [replace(title, { start: previous.end, end: item.end }, '', preferred)] : [];
}

/** Where a new statement may be written behind another one: at the end of its line, unless more follows there. */
export function afterStatement(node: AstNode): Position | undefined {
  const end = rangeOf(node)?.end;
  if (!end) return undefined;
  const { textDocument } = AstUtils.getDocument(node);
  const rest = textDocument
    .getText({ start: end, end: { line: end.line + 1, character: 0 } })
    .replace(/[\r\n]+$/, '');
  const isComment = rest.trim() === '' || rest.trimStart().startsWith('//');
  return isComment ? { line: end.line, character: end.character + rest.trimEnd().length } : end;
}
