import { readSeverities, SETTINGS_FILE, setSeverities } from '@journey/language';
import { DocumentState, type WorkspaceLock } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { Services } from './model-service.ts';

/**
 * Takes findings as gravely as the client's setting `journey.severity` and the workspace's settings files say, and
 * checks everything again when either changes.
 */
export function followSeverities(connection: Connection, services: Services): void {
  const { shared, journey } = services;
  const { ConfigurationProvider } = shared.workspace;
  const take = async (): Promise<void> => {
    const wanted: unknown = await ConfigurationProvider.getConfiguration('journey', 'severity');
    const { severities, problems } = readSeverities(wanted);
    for (const problem of problems) connection.window.showWarningMessage(`journey.severity: ${problem}`);
    setSeverities(journey, severities);
    await checkAgain(services);
    for (const [file, wrong] of journey.settings.problems) {
      for (const problem of wrong) connection.window.showWarningMessage(`${file}: ${problem}`);
    }
  };
  ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
    if (section === 'journey') void take();
  });
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    if (!changes.some(({ uri }) => uri.endsWith(`/${SETTINGS_FILE}`))) return;
    journey.settings.forget();
    void take();
  });
  shared.lsp.LanguageServer.onInitialized(() => {
    void shared.workspace.WorkspaceManager.ready.then(take);
  });
}

/** Checks all documents again, whose text and meaning are as they were. */
async function checkAgain({ shared }: Services): Promise<void> {
  const { LangiumDocuments, DocumentBuilder } = shared.workspace;
  const lock: WorkspaceLock = shared.workspace.WorkspaceLock;
  await lock.write(async (token) => {
    const checked = LangiumDocuments.all.filter(({ state }) => state >= DocumentState.Validated).toArray();
    for (const document of checked) DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
    await DocumentBuilder.build(checked, { validation: true }, token);
  });
}
