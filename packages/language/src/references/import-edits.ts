import type { Position, TextEdit } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { refText } from './ref-of.ts';

/** Makes a name of another file visible: in the import of that file, or by a new one, in their order where they have one. */
export function importEdit(file: ast.File, name: string, path: string): TextEdit {
  const imports = file.imports.filter((statement) => statement.$cstNode !== undefined);
  const existing = imports.find((statement) => statement.path === path && statement.names.length > 0);
  if (existing) return insertName(existing, name);
  const statement = `import { ${name} } from "${path}"`;
  const next = isSorted(imports.map(pathOf)) ? imports.find((other) => pathOf(other) > path) : undefined;
  const before = next?.$cstNode?.range.start;
  if (before) return insertAt(before, `${statement}\n`);
  const end = imports.at(-1)?.$cstNode?.range.end;
  return end ? insertAt(end, `\n${statement}`) : insertAt({ line: 0, character: 0 }, `${statement}\n\n`);
}

function insertName({ names }: ast.Import, name: string): TextEdit {
  const written = names.map(({ target }) => refText(target));
  const next = isSorted(written) ? names.find(({ target }) => refText(target) > name) : undefined;
  const before = next?.$cstNode?.range.start;
  if (before) return insertAt(before, `${name}, `);
  const end = names.at(-1)?.$cstNode?.range.end;
  return insertAt(end ?? { line: 0, character: 0 }, `, ${name}`);
}

function insertAt({ line, character }: Position, newText: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, newText };
}

/** The path of an import; empty where it is yet to be typed. */
export function pathOf({ path }: { readonly path?: string }): string {
  return path ?? '';
}

function isSorted(words: readonly string[]): boolean {
  return words.every((word, index) => index === 0 || (words[index - 1] ?? '') <= word);
}
