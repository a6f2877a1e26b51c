import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix } from '../../src/diagnostics/fix.ts';
import { openAll, type Files } from './workspace.ts';

/** The first file after the first fix of the first finding with that code; fails where there is none. */
export async function fixed(files: Files | string, code: string): Promise<string> {
  const [document] = await openAll(typeof files === 'string' ? { 'main.journey': files } : files);
  const diagnostic = document?.diagnostics.find((each) => each.code === code);
  const fixes = (diagnostic?.data as { readonly fixes: readonly Fix[] } | undefined)?.fixes ?? [];
  const [fix] = fixes;
  if (!document || !fix)
    throw new Error(
      `${code} has no fix here; found: ${document?.diagnostics.map((each) => each.code).join(', ') ?? 'nothing'}`,
    );
  return TextDocument.applyEdits(TextDocument.create('file:///x.journey', 'journey', 0, document.text), [
    ...fix.edits,
  ]);
}
