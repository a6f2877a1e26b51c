/** The canvas is a grid; n8n's own nodes are 96 wide and their names and notes hang below them. */
const COLUMN = 240;
const ROW = 220;

interface Edge {
  readonly from: string;
  readonly output: number;
  readonly to: string;
  readonly back: boolean;
}

export interface Arrangement {
  at(node: string): readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** Places nodes from left to right; the first way on stays on its row, others take rows below. No two share a place. */
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

function rowsOf(
  nodes: readonly string[],
  edges: readonly Edge[],
  columns: ReadonlyMap<string, number>,
): Map<string, number> {
  const rows = new Map<string, number>();
  const taken = new Set<string>();
  const follow = (node: string, wanted: number): void => {
    if (rows.has(node)) return;
    const column = columns.get(node) ?? 0;
    let row = wanted;
    while (taken.has(`${column},${row}`)) row++;
    rows.set(node, row);
    taken.add(`${column},${row}`);
    const ways = edges.filter((edge) => edge.from === node).sort((a, b) => a.output - b.output);
    ways.forEach((way, index) => follow(way.to, index === 0 ? row : row + index));
  };
  for (const node of nodes) {
    const isBeginning = !edges.some((edge) => edge.to === node);
    if (isBeginning) follow(node, 0);
  }
  for (const node of nodes) follow(node, 0);
  return rows;
}
