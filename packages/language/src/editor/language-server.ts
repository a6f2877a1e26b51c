import { DefaultLanguageServer } from 'langium/lsp';
import { CodeActionKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { speak } from '../locale/speech.ts';
import { SOURCE_FIX_ALL } from './code-actions.ts';
import { SOURCE_ORGANIZE_IMPORTS } from './refactor/organise-imports.ts';

/** Says what the server can do: what Langium knows of, and what `further-requests.ts` answers besides. */
export class JourneyLanguageServer extends DefaultLanguageServer {
  /** Speaks the editor's language, from the first finding on. */
  override async initialize(params: InitializeParams): Promise<InitializeResult> {
    await speak(params.locale);
    return super.initialize(params);
  }

  /** Whether the client is to ask for findings; where nobody says so, it is if it can. */
  wantsPull: boolean | undefined;
  /** Whether the client asks for findings, rather than being sent them. */
  pullsDiagnostics = false;
  /** Whether an edit that the client makes may create files. */
  createsFiles = false;
  /** Whether the client asks again when it is told to. */
  refreshesDiagnostics = false;

  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { textDocument, workspace } = params.capabilities;
    this.pullsDiagnostics = textDocument?.diagnostic !== undefined && this.wantsPull !== false;
    this.refreshesDiagnostics = workspace?.diagnostics?.refreshSupport === true;
    const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
    this.createsFiles = documentChanges === true && resourceOperations?.includes('create') === true;
    const { capabilities, ...result } = super.buildInitializeResult(params);
    return {
      ...result,
      serverInfo: { name: 'Journey' },
      capabilities: {
        ...capabilities,
        completionProvider: { ...capabilities.completionProvider, resolveProvider: true },
        ...(this.pullsDiagnostics
          ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
          : {}),
        selectionRangeProvider: true,
        linkedEditingRangeProvider: true,
        codeLensProvider: { resolveProvider: true },
        codeActionProvider: {
          codeActionKinds: [
            CodeActionKind.QuickFix,
            CodeActionKind.RefactorExtract,
            CodeActionKind.RefactorInline,
            CodeActionKind.RefactorRewrite,
            SOURCE_FIX_ALL,
            SOURCE_ORGANIZE_IMPORTS,
          ],
        },
      },
    };
  }
}
