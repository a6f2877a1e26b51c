import type { LangiumDocument } from 'langium';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { say } from '../../locale/speech.ts';
import { pathOf } from '../../references/import-edits.ts';
import { refText } from '../../references/ref-of.ts';

/** Brings the imports in order. */
export const SOURCE_ORGANIZE_IMPORTS = `${CodeActionKind.SourceOrganizeImports}.journey`;

/** One import a file, by path, its names in order, and none that nothing refers to. */
export function organiseImports(document: LangiumDocument): CodeAction[] {
  const { imports } = document.parseResult.value as ast.File;
  const start = imports[0]?.$cstNode?.range.start;
  const end = imports.at(-1)?.$cstNode?.range.end;
  if (!start || !end || document.parseResult.parserErrors.length > 0) return [];
  const range = { start, end };
  const before = document.textDocument.getText(range);
  // A comment belongs to an import that only its author knows.
  if (/^\s*(\/\/|\/\*)|"\s*(\/\/|\/\*)/m.test(before)) return [];
  const after = organised(imports, usedNames(document));
  if (after === before) return [];
  return [
    {
      title: say`Organise imports`,
      kind: SOURCE_ORGANIZE_IMPORTS,
      edit: { changes: { [document.uri.toString()]: [{ range, newText: after }] } },
    },
  ];
}

function organised(imports: readonly ast.Import[], used: ReadonlySet<string>): string {
  const whole = new Set(imports.filter(({ names }) => names.length === 0).map(pathOf));
  const named = new Map<string, Set<string>>();
  for (const { path, names } of imports) {
    for (const { target, alias } of names) {
      const name = refText(target);
      if (!used.has(alias ?? name) || (whole.has(path) && alias === undefined)) continue;
      const written = alias === undefined ? name : `${name} as ${alias}`;
      named.set(path, (named.get(path) ?? new Set()).add(written));
    }
  }
  const statements = [
    ...[...whole].map((path) => ({ path, text: `import "${path}"` })),
    ...[...named].map(([path, names]) => ({
      path,
      text: `import { ${[...names].sort().join(', ')} } from "${path}"`,
    })),
  ];
  return statements
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ text }) => text)
    .join('\n');
}

function usedNames(document: LangiumDocument): Set<string> {
  const outside = document.references.filter(
    ({ $refNode }) => $refNode && !ast.isImportedName($refNode.astNode),
  );
  return new Set(outside.map(({ $refText }) => $refText));
}
