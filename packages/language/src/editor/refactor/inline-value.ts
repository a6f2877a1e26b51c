import type { LangiumDocument } from 'langium';
import { AstUtils } from 'langium';
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import { remove, tidied } from '../../diagnostics/fix.ts';
import * as ast from '../../generated/ast.ts';
import { say } from '../../locale/speech.ts';
import { typeOf } from '../../references/types.ts';
import type { JourneyEditorServices } from '../services.ts';

/** Writes a value where its name stood, and drops the name. An action is done once: what it gives keeps its name. */
export function inlineValue(
  document: LangiumDocument,
  { start }: Range,
  services: JourneyEditorServices,
): CodeAction[] {
  const name = services.names.at(document, start);
  const [node, another] = name?.declarations ?? [];
  if (!ast.isLet(node) || another || AstUtils.getDocument(node) !== document) return [];
  const range = node.$cstNode?.range;
  const value = node.value.$cstNode?.text;
  const callsAction = AstUtils.streamAst(node.value).some(
    (part) => ast.isCall(part) && typeOf(part.callee).kind === 'action',
  );
  if (!range || value === undefined || callsAction) return [];
  const uses = services.names.occurrencesOf(node).filter(({ role }) => role === 'reference');
  // In a text stands a name, and no value could stand there.
  if (uses.some(({ cst }) => cst === undefined)) return [];
  const text = ast.isBinary(node.value) || ast.isUnary(node.value) ? `(${value})` : value;
  const removal = tidied(remove('', range), document.textDocument);
  return [
    {
      title: say`Inline ${node.name}`,
      kind: CodeActionKind.RefactorInline,
      edit: {
        changes: {
          [document.uri.toString()]: [
            ...removal.edits,
            ...uses.map((use) => ({ range: use.range, newText: text })),
          ],
        },
      },
    },
  ];
}
