import { commands, env, l10n, window, workspace, type Disposable, type Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { MapSvgRequest, ModelRequest } from '@journey/server/protocol';
import { documentOfCommand } from './journey-documents.ts';

/** `Journey: Export Map as SVG…` */
export function registerExportSvg(client: LanguageClient): Disposable {
  return commands.registerCommand('journey.exportSvg', async (argument: unknown) => {
    const document = documentOfCommand(argument);
    if (!document) return;
    const journey = await chooseJourney(client, document);
    if (!journey) return;
    const file = await window.showSaveDialog({
      defaultUri: document.with({ path: document.path.replace(/(\.journey)?$/, '.svg') }),
      filters: { SVG: ['svg'] },
      saveLabel: l10n.t('Export'),
    });
    if (!file) return;
    const { svg } = await client.sendRequest(MapSvgRequest, { uri: document.toString(), journey });
    await workspace.fs.writeFile(file, new TextEncoder().encode(svg));
    await offerToOpen(file);
  });
}

/** The id of the journey to draw: the only one of the file, or one that the user picks. */
async function chooseJourney(client: LanguageClient, document: Uri): Promise<string | undefined> {
  const { model } = await client.sendRequest(ModelRequest, { uri: document.toString() });
  const [only, ...others] = model.journeys.map(({ id, label }) => ({ label, description: id, id }));
  if (!only) {
    void window.showInformationMessage(
      l10n.t('{0} holds no journey to draw.', workspace.asRelativePath(document)),
    );
    return undefined;
  }
  if (others.length === 0) return only.id;
  const picked = await window.showQuickPick([only, ...others], { title: l10n.t('Which journey?') });
  return picked?.id;
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const message = l10n.t('The map is in {0}.', workspace.asRelativePath(file));
  if ((await window.showInformationMessage(message, open)) === open) await env.openExternal(file);
}
