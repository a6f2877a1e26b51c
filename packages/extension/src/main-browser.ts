/// <reference lib="webworker" />
import { l10n, Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from './extension.ts';
import { clientOptions, type ServerClient } from './server-client.ts';

/** VS Code in a browser calls it when a journey is opened or a map is restored. */
export function activate(context: ExtensionContext): Promise<void> {
  return startExtension(context, new WorkerClient(context));
}

/** The language server as a worker beside the one that extensions run in. */
class WorkerClient extends LanguageClient implements ServerClient {
  constructor(context: ExtensionContext) {
    const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
    let worker: Worker | undefined;
    const start = (): Promise<Worker> => {
      worker?.terminate();
      worker = new Worker(script, { name: 'Journey Language Server' });
      return Promise.resolve(worker);
    };
    super('journey', l10n.t('Journey Language Server'), start, clientOptions(context));
    context.subscriptions.push({ dispose: () => worker?.terminate() });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}
