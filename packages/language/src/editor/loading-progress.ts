import { DocumentState } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { say } from '../locale/speech.ts';
import type { JourneyEditorServices } from './services.ts';

/** Tells clients that show such things that the files of the workspace are being read and checked. */
export function showLoading(connection: Connection, { shared }: JourneyEditorServices): void {
  const { LanguageServer } = shared.lsp;
  const { WorkspaceManager, DocumentBuilder } = shared.workspace;
  let isShown = false;
  LanguageServer.onInitialize(({ capabilities }) => {
    isShown = capabilities.window?.workDoneProgress === true;
  });
  LanguageServer.onInitialized(() => {
    if (isShown) void show();
  });

  async function show(): Promise<void> {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(say`Checking journeys`);
    try {
      await WorkspaceManager.ready;
      await DocumentBuilder.waitUntil(DocumentState.Validated);
    } catch {
      // An edit came in between; what it changed is checked as any edit is.
    }
    progress.done();
  }
}
