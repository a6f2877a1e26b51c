/** The canvas is a grid; n8n's own nodes are 96 wide and their names and notes hang below them. */
const COLUMN = 240;
const ROW = 220;

interface Edge {
  readonly from: string;
  readonly output: number;
  readonly to: string;
  readonly back: boolean;
  readonly aside: boolean;
}

export interface Arrangement {
  at(node: string): readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** Places nodes from left to right; one way on stays on its row, others take rows below. No two share a place. */
export function arrange(nodes: readonly string[], edges: readonly Edge[]): Arrangement {
  const forward = edges.filter((edge) => !edge.back);
  const columns = columnsOf(nodes, forward);
  const rows = rowsOf(nodes, forward, columns);
  return {
    at: (node) => [(columns.get(node) ?? 0) * COLUMN, (rows.get(node) ?? 0) * ROW],
    width: Math.max(0, ...columns.values()) * COLUMN + 96,
    height: Math.max(0, ...rows.values()) * ROW + 96,
  };
}

/** The longest way from a beginning: a node stands right of all that leads to it. Nodes come after what they follow. */
function columnsOf(nodes: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const columns = new Map(nodes.map((node) => [node, 0]));
  for (let changed = true, round = 0; changed && round <= nodes.length; round++) {
    changed = false;
    for (const { from, to } of edges) {
      const wanted = (columns.get(from) ?? 0) + 1;
      if (wanted > (columns.get(to) ?? 0)) {
        columns.set(to, wanted);
        changed = true;
      }
    }
  }
  return columns;
}

/** Each way gets the first row that is free for as far as it goes, so that it runs straight. */
function rowsOf(
  nodes: readonly string[],
  edges: readonly Edge[],
  columns: ReadonlyMap<string, number>,
): Map<string, number> {
  const rows = new Map<string, number>();
  const taken = new Set<string>();
  const plain = new Map(nodes.map((node) => [node, waysFrom(node, edges)]));
  const ways = new Map([...plain].map(([node, own]) => [node, shortcutFirst(own, plain)]));
  const columnOf = (node: string): number => columns.get(node) ?? 0;
  const isFree = (row: number, stretch: readonly number[]): boolean =>
    stretch.every((column) => !taken.has(`${column},${row}`));
  const follow = (node: string, wanted: number): void => {
    if (rows.has(node)) return;
    const stretch = [...unplaced(node, ways, rows)].map(columnOf);
    let row = wanted;
    while (!isFree(row, stretch)) row++;
    place(node, row);
  };
  const place = (node: string, row: number): void => {
    rows.set(node, row);
    taken.add(`${columnOf(node)},${row}`);
    (ways.get(node) ?? []).forEach((next, index) => {
      if (index > 0 || !rows.has(next)) follow(next, index === 0 ? row : row + 1);
    });
  };
  const beginnings = nodes.filter((node) => !edges.some((edge) => edge.to === node));
  for (const node of beginnings) follow(node, rows.size === 0 ? 0 : Math.max(...rows.values()) + 1);
  for (const node of nodes) follow(node, Math.max(-1, ...rows.values()) + 1);
  return rows;
}

/** Failures are left aside: what follows them stands below everything else. */
function waysFrom(node: string, edges: readonly Edge[]): string[] {
  return edges
    .filter((edge) => edge.from === node && !edge.aside)
    .sort((a, b) => a.output - b.output)
    .map((edge) => edge.to);
}

/**
 * A way that leads straight to where another one leads as well, over more steps, goes first: it stays on the row, and the
 * longer one goes round below. On one row, its line would run behind their nodes.
 */
function shortcutFirst(
  own: readonly string[],
  ways: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const isReached = (node: string): boolean =>
    own.some((other) => other !== node && unplaced(other, ways, new Map()).has(node));
  const shortcut = own.find(isReached);
  return shortcut === undefined ? own : [shortcut, ...own.filter((node) => node !== shortcut)];
}

/** The nodes that come after this one, itself included, and have no place yet. */
function unplaced(
  node: string,
  ways: ReadonlyMap<string, readonly string[]>,
  rows: ReadonlyMap<string, number>,
): Set<string> {
  const found = new Set<string>();
  const look = (one: string): void => {
    if (found.has(one) || rows.has(one)) return;
    found.add(one);
    for (const next of ways.get(one) ?? []) look(next);
  };
  look(node);
  return found;
}
