import { l10n, Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { ServerOptions as JourneyServerOptions } from '@journey/server/protocol';

/** The language server as a process of its own, on the Node that VS Code itself runs on. */
export function createServerClient(context: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.cjs').fsPath;
  const transport = TransportKind.ipc;
  return new LanguageClient(
    'journey',
    l10n.t('Journey Language Server'),
    { run: { module, transport }, debug: { module, transport, options: { execArgv: ['--inspect=6009'] } } },
    clientOptions(context),
  );
}

function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const diagnosticsHelp = Uri.joinPath(context.extensionUri, 'dist/docs/diagnostics');
  const initializationOptions: JourneyServerOptions = {
    diagnosticsHelpBase: `${diagnosticsHelp.toString()}/`,
    // They come as soon as they are known, also those of files that nobody opened.
    diagnostics: 'push',
    clientCommands: ['journey.openMap', 'journey.generate', 'journey.showReferences'],
  };
  return {
    // In files on disk, files not saved yet, and the library's.
    documentSelector: [{ language: 'journey' }],
    initializationOptions,
  };
}
