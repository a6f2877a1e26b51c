import { Uri, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ServerOptions as JourneyServerOptions } from '@journey/server/protocol';

/** The language server as the extension speaks to it, however it runs. */
export interface ServerClient extends BaseLanguageClient {
  /** Ends the server and starts it anew, whatever state it is in. */
  restart(): Promise<void>;
}

/** What the server is told at its start. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const diagnosticsHelp = Uri.joinPath(context.extensionUri, 'dist/docs/diagnostics');
  const initializationOptions: JourneyServerOptions = {
    diagnosticsHelpBase: `${diagnosticsHelp.toString()}/`,
    // They come as soon as they are known, also those of files that nobody opened.
    diagnostics: 'push',
    clientCommands: ['journey.openMap', 'journey.generate', 'journey.showReferences'],
    answersFileRequests: true,
  };
  return {
    // In files on disk, files not saved yet, and the library's.
    documentSelector: [{ language: 'journey' }],
    initializationOptions,
  };
}
