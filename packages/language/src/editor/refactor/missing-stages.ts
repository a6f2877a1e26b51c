import type { LangiumDocument } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { say } from '../../locale/speech.ts';
import { missingStages } from '../../validation/map-stages.ts';

/** At a journey's model: adds the stages of the model that the journey doesn't play yet, in their places. */
export function addMissingStages(document: LangiumDocument, { start }: Range): CodeAction[] {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(start));
  const use = AstUtils.getContainerOfType(leaf?.astNode, ast.isModelUse);
  return (use ? missingStages(use) : []).map(({ edits }) => ({
    title: say`Add the missing stages of the model`,
    kind: CodeActionKind.RefactorRewrite,
    edit: { changes: { [document.uri.toString()]: [...edits] } },
  }));
}
