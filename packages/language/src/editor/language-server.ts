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

  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities, ...result } = super.buildInitializeResult(params);
    return {
      ...result,
      serverInfo: { name: 'Journey' },
      capabilities: {
        ...capabilities,
        completionProvider: { ...capabilities.completionProvider, resolveProvider: true },
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
