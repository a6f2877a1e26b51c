import type { Position, SourceRange } from '@journey/model';
import { groupsOf } from './scene.ts';
import type { GroupNode, Scene } from './scene.ts';

type SourcedGroup = GroupNode & { readonly source: SourceRange };

/** The items of the scene that lead to a source, parents before children. */
export function itemsOf(scene: Scene): SourcedGroup[] {
  return [...groupsOf(scene.children)].filter(isSourcedItem);
}

function isSourcedItem(group: GroupNode): group is SourcedGroup {
  return group.role === 'item' && group.source !== undefined;
}

/**
 * The item whose text is the smallest that the place stands in, the first of those that show the same; undefined where
 * it stands in none.
 */
export function itemAt(
  items: readonly SourcedGroup[],
  file: string,
  position: Position,
): SourcedGroup | undefined {
  let found: SourcedGroup | undefined;
  for (const item of items) {
    if (item.source.file !== file || !contains(item.source, position)) continue;
    if (!found || (isInside(item.source, found.source) && !isInside(found.source, item.source))) found = item;
  }
  return found;
}

/** What is wrong, gathered at the innermost item that it concerns. */
export function problemsByItem(
  scene: Scene,
  problems: readonly { readonly range: SourceRange; readonly message: string }[],
): Map<string, string[]> {
  const gathered = new Map<string, string[]>();
  if (problems.length === 0) return gathered;
  const items = itemsOf(scene);
  for (const { range, message } of problems) {
    const id = itemAt(items, range.file, range.start)?.id;
    if (id !== undefined) gathered.set(id, [...(gathered.get(id) ?? []), message]);
  }
  return gathered;
}

/** Whether a place stands in a range, its ends included. */
export function contains({ start, end }: SourceRange, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function isInside(inner: SourceRange, outer: SourceRange): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(left: Position, right: Position): number {
  return left.line - right.line || left.character - right.character;
}
