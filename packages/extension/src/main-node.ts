import { l10n, Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startExtension } from './extension.ts';
import { clientOptions } from './server-client.ts';

/** VS Code on a computer calls it when a journey is opened or a map is restored. */
export function activate(context: ExtensionContext): Promise<void> {
  return startExtension(context, createServerClient(context));
}

/** The language server as a process of its own, on the Node that VS Code itself runs on. */
function createServerClient(context: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.cjs').fsPath;
  const transport = TransportKind.ipc;
  return new LanguageClient(
    'journey',
    l10n.t('Journey Language Server'),
    { run: { module, transport }, debug: { module, transport, options: { execArgv: ['--inspect=6009'] } } },
    clientOptions(context),
  );
}
