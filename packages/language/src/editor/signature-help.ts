import type { AstNode, CstNode, LangiumDocument } from 'langium';
import { AstUtils, CstUtils, GrammarUtils } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelp, SignatureHelpOptions, SignatureHelpParams } from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import { refOf } from '../references/ref-of.ts';
import { typeOf } from '../references/types.ts';
import type { JourneyEditorServices } from './services.ts';
import { parameters as written } from './signatures.ts';

type Callee = AstNode & { readonly name: string; readonly parameters: readonly ast.Parameter[] };
type Call = ast.Call | ast.Send | ast.Run;

/** What an action, a function, a message or an automation is given, and which of it the cursor is at. */
export class JourneySignatureHelp implements SignatureHelpProvider {
  private readonly services: JourneyEditorServices;
  readonly signatureHelpOptions: SignatureHelpOptions = {
    triggerCharacters: ['(', ','],
    retriggerCharacters: [')'],
  };

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  provideSignatureHelp(
    document: LangiumDocument,
    { position }: SignatureHelpParams,
  ): SignatureHelp | undefined {
    const offset = document.textDocument.offsetAt(position);
    const root = document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeBeforeOffset(root, offset - 1);
    const call = AstUtils.getContainerOfType(leaf?.astNode, (node): node is Call => isOpenAt(node, offset));
    const callee = call && calleeOf(call);
    if (!callee) return undefined;
    const { name, parameters } = callee;
    const documentation = this.services.documentation.DocumentationProvider.getDocumentation(callee);
    const label = `${name}(${written(parameters)})`;
    return {
      signatures: [
        {
          label,
          ...(documentation === undefined
            ? {}
            : { documentation: { kind: 'markdown', value: documentation } }),
          parameters: parameters.map((parameter) => ({ label: written([parameter]) })),
        },
      ],
      activeSignature: 0,
      activeParameter: activeParameter(call, parameters, offset),
    };
  }
}

function isCall(node: AstNode): node is Call {
  return ast.isCall(node) || ast.isSend(node) || ast.isRun(node);
}

/** Whether the place is between the brackets; the closing one may be missing yet. */
function isOpenAt(node: AstNode, offset: number): node is Call {
  if (!isCall(node)) return false;
  const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '(');
  const close = GrammarUtils.findNodeForKeyword(node.$cstNode, ')');
  return open !== undefined && open.end <= offset && (close === undefined || close.offset >= offset);
}

function calleeOf(call: Call): Callee | undefined {
  if (ast.isSend(call)) return refOf(call.message);
  if (ast.isRun(call)) {
    const target = refOf(call.target);
    return ast.isAutomation(target) ? target : undefined;
  }
  const type = typeOf(call.callee);
  if (type.kind === 'action') return type.action;
  return type.kind === 'function' ? type.function : undefined;
}

function activeParameter(call: Call, parameters: readonly ast.Parameter[], offset: number): number {
  const commas = GrammarUtils.findNodesForKeyword(call.$cstNode, ',').filter(isBefore(offset)).length;
  const name = call.arguments[commas]?.name;
  const named = parameters.findIndex((parameter) => parameter.name === name);
  return named >= 0 ? named : commas;
}

function isBefore(offset: number): (node: CstNode) => boolean {
  return ({ end }) => end <= offset;
}
