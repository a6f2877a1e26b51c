import type { Connection } from 'vscode-languageserver';
import { DocumentState } from 'langium';
import { createServerRequestHandler } from 'langium/lsp';
import { showLoading } from './loading-progress.ts';
import { PullDiagnostics } from './pull-diagnostics.ts';
import type { JourneyEditorServices } from './services.ts';

/** Answers the protocol's requests that Langium leaves out; see `language-server.ts` for how they are announced. */
export function answerFurtherRequests(connection: Connection, services: JourneyEditorServices): void {
  const { shared, lsp } = services;
  new PullDiagnostics(services).listen(connection);
  showLoading(connection, services);
  connection.onSelectionRanges(
    createServerRequestHandler(
      (_language, document, params) => lsp.SelectionRanges.getSelectionRanges(document, params),
      shared,
      DocumentState.Parsed,
    ),
  );
  connection.languages.onLinkedEditingRange(
    createServerRequestHandler(
      (_language, document, params) => lsp.LinkedEditing.getLinkedEditingRanges(document, params),
      shared,
      DocumentState.IndexedReferences,
    ),
  );
  connection.onCompletionResolve((item) =>
    shared.workspace.WorkspaceLock.read(() => lsp.CompletionProvider.resolve(item)),
  );
  connection.onCodeLensResolve((lens) =>
    shared.workspace.WorkspaceLock.read(() => lsp.CodeLensProvider.resolve(lens)),
  );
}
