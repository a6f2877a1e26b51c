import { createJourneyServices, setDiagnosticsHelpBase, setPhrases } from '@journey/language';
import { languageOf, phrasesIn } from '@journey/map';
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { answerCustomMessages } from './custom-messages.ts';
import { readServerOptions } from './server-options.ts';

/**
 * Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`, `--socket=…`) and
 * returns at once; the process ends when the client says so or goes away.
 */
export function startNodeServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  const services = createJourneyServices({ connection, ...NodeFileSystem });
  services.shared.lsp.LanguageServer.onInitialize((params) => {
    const { diagnosticsHelpBase } = readServerOptions(params.initializationOptions);
    setPhrases(services.journey, phrasesIn(languageOf(params.locale)));
    if (diagnosticsHelpBase !== undefined) setDiagnosticsHelpBase(services.journey, diagnosticsHelpBase);
  });
  answerCustomMessages(connection, services);
  startLanguageServer(services.shared);
}
