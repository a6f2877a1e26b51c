import { setDiagnosticsHelpBase } from '@journey/language';
import { setClientCommands, setPhrases, setPullDiagnostics } from '@journey/language/editor';
import { languageOf, phrasesIn } from '@journey/map';
import type { ClientFiles } from './files/client-files.ts';
import type { Services } from './model-service.ts';
import type { ServerOptions } from './protocol.ts';
import { readServerOptions } from './server-options.ts';

/** Does as the client says when it starts the server; `defaults` hold where it says nothing. */
export function applyClientWishes(
  { shared, journey }: Services,
  clientFiles: ClientFiles,
  defaults: ServerOptions,
): void {
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions, locale }) => {
    const options = { ...defaults, ...readServerOptions(initializationOptions) };
    clientFiles.isAnswered = options.answersFileRequests === true;
    setDiagnosticsHelpBase(journey, options.diagnosticsHelpBase);
    setClientCommands(journey, options.clientCommands ?? []);
    if (options.diagnostics) setPullDiagnostics(journey, options.diagnostics === 'pull');
    setPhrases(journey, phrasesIn(languageOf(locale)));
  });
}
