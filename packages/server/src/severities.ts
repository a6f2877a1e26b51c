import { readSeverities, SETTINGS_FILE, setSeverities, takeSeverities } from '@journey/language';
import type { Connection } from 'vscode-languageserver';
import type { Services } from './model-service.ts';

/**
 * Takes findings as gravely as the client's setting `journey.severity` and the workspace's settings files say, and
 * checks again what a change of either is about.
 */
export function followSeverities(connection: Connection, services: Services): void {
  const { shared, journey } = services;
  const { ConfigurationProvider } = shared.workspace;
  const take = async (): Promise<void> => {
    const wanted: unknown = await ConfigurationProvider.getConfiguration('journey', 'severity');
    const { severities, problems } = readSeverities(wanted);
    for (const problem of problems) connection.window.showWarningMessage(`journey.severity: ${problem}`);
    setSeverities(journey, severities);
    await takeSeverities(journey);
    for (const [file, wrong] of journey.settings.problems) {
      for (const problem of wrong) connection.window.showWarningMessage(`${file}: ${problem}`);
    }
  };
  ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
    if (section === 'journey') void take();
  });
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    if (!changes.some(({ uri }) => uri.endsWith(`/${SETTINGS_FILE}`))) return;
    void journey.settings.renew().then(take);
  });
  shared.lsp.LanguageServer.onInitialized(() => {
    void shared.workspace.WorkspaceManager.ready.then(take);
  });
}
