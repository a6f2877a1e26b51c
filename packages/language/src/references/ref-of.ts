import type { AstNode, Reference } from 'langium';

/** What a reference leads to. The parser leaves a reference out where the text is broken, although its type says otherwise. */
export function refOf<Target extends AstNode>(reference: Reference<Target> | undefined): Target | undefined {
  return reference?.ref;
}

/** The name that a reference says; empty where the text is broken. */
export function refText(reference: Reference | undefined): string {
  return reference?.$refText ?? '';
}
