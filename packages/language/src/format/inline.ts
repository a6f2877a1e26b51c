import type { CstNode } from 'langium';
import { CstUtils } from 'langium';
import { spaceBetween } from './spacing.ts';

/** A piece of source in canonical form, in one line and without its comments. */
export function inlineText(node: CstNode): string {
  const leaves = CstUtils.flattenCst(node).filter((leaf) => !leaf.hidden);
  let text = '';
  let before: { readonly text: string; readonly node: CstNode['astNode'] } | undefined;
  for (const leaf of leaves) {
    const token = { text: leaf.text, node: leaf.astNode };
    text += (before && spaceBetween(before, token) ? ' ' : '') + leaf.text;
    before = token;
  }
  return text;
}
