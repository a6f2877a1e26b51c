import type { TextEdit } from 'vscode-languageserver-types';

/** How far apart two texts may run before all that follows counts as changed. */
const LOOK_AHEAD = 200;

/** The lines that differ, each run of them as one edit, so that all else keeps its cursors, marks and folds. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const old = before.split('\n');
  const fresh = after.split('\n');
  const edits: TextEdit[] = [];
  let line = 0;
  let next = 0;
  while (line < old.length || next < fresh.length) {
    if (old[line] === fresh[next] && line < old.length && next < fresh.length) {
      line++;
      next++;
      continue;
    }
    const [removed, added] = meeting(old, line, fresh, next);
    edits.push(replaceLines(old, line, removed, fresh.slice(next, next + added)));
    line += removed;
    next += added;
  }
  return edits;
}

/** How many lines of each text lie before the next place where they are alike. */
function meeting(
  old: readonly string[],
  line: number,
  fresh: readonly string[],
  next: number,
): [number, number] {
  for (let distance = 1; distance <= LOOK_AHEAD; distance++) {
    for (let removed = 0; removed <= distance; removed++) {
      const added = distance - removed;
      if (alike(old, line + removed, fresh, next + added)) return [removed, added];
    }
  }
  return [old.length - line, fresh.length - next];
}

/** A line alone says little: half of them are a closing brace. */
function alike(old: readonly string[], line: number, fresh: readonly string[], next: number): boolean {
  if (line >= old.length || next >= fresh.length) return line === old.length && next === fresh.length;
  return old[line] === fresh[next] && old[line + 1] === fresh[next + 1];
}

function replaceLines(
  old: readonly string[],
  line: number,
  removed: number,
  added: readonly string[],
): TextEdit {
  const isLast = line + removed >= old.length;
  const end = isLast
    ? { line: old.length - 1, character: old.at(-1)?.length ?? 0 }
    : { line: line + removed, character: 0 };
  const text = added.join('\n');
  if (line >= old.length) return { range: { start: end, end }, newText: `\n${text}` };
  // Without lines to take their place, the break before the last lines goes too.
  if (isLast && added.length === 0 && line > 0)
    return { range: { start: { line: line - 1, character: old[line - 1]?.length ?? 0 }, end }, newText: '' };
  const range = { start: { line, character: 0 }, end };
  return { range, newText: isLast || added.length === 0 ? text : `${text}\n` };
}
