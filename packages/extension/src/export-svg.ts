import { commands, env, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { MapSvgRequest } from '@journey/server/protocol';
import { documentOfCommand } from './journey-documents.ts';

/** `Journey: Export Map as SVG…` */
export function registerExportSvg(client: LanguageClient): Disposable {
  return commands.registerCommand('journey.exportSvg', async (argument: unknown) => {
    const document = documentOfCommand(argument);
    if (!document) return;
    const file = await window.showSaveDialog({
      defaultUri: document.with({ path: document.path.replace(/(\.journey)?$/, '.svg') }),
      filters: { SVG: ['svg'] },
      saveLabel: l10n.t('Export'),
    });
    if (!file) return;
    const { svg } = await client.sendRequest(MapSvgRequest, { uri: document.toString() });
    await workspace.fs.writeFile(file, new TextEncoder().encode(svg));
    await offerToOpen(file);
  });
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const message = l10n.t('The map is in {0}.', workspace.asRelativePath(file));
  if ((await window.showInformationMessage(message, open)) === open) await env.openExternal(file);
}
