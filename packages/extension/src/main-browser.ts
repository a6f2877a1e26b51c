/// <reference lib="webworker" />
import { l10n, Uri, workspace, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startExtension } from './extension.ts';
import { clientOptions, type ServerClient } from './server-client.ts';

/** VS Code in a browser calls it when a journey is opened or a map is restored. */
export function activate(context: ExtensionContext): Promise<void> {
  return startExtension(context, new WorkerClient(context));
}

/** The language server as a worker beside the one that extensions run in. */
class WorkerClient extends LanguageClient implements ServerClient {
  constructor(context: ExtensionContext) {
    let worker: Worker | undefined;
    const start = async (): Promise<MessageTransports> => {
      worker?.terminate();
      worker = await startWorker(Uri.joinPath(context.extensionUri, 'dist/server.browser.js'));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    super('journey', l10n.t('Journey Language Server'), start, clientOptions(context));
    context.subscriptions.push({ dispose: () => worker?.terminate() });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

/** A worker by its script's text: VS Code starts none by the address of an extension that is installed elsewhere. */
async function startWorker(script: Uri): Promise<Worker> {
  const text = await workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([Uint8Array.from(text)], { type: 'text/javascript' }));
  return new Worker(address, { name: 'Journey Language Server' });
}
