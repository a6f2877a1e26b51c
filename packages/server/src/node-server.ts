import { answerFurtherRequests, createJourneyEditorServices } from '@journey/language/editor';
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { answerCustomMessages } from './custom-messages.ts';
import { applyClientWishes } from './client-wishes.ts';
import { followSeverities } from './severities.ts';
import type { ServerOptions } from './protocol.ts';

/**
 * Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`, `--socket=…`) and
 * returns at once; the process ends when the client says so or goes away.
 * @param defaults what holds where the client says nothing of it
 */
export function startNodeServer(defaults: ServerOptions = {}): void {
  const connection = createConnection(ProposedFeatures.all);
  const services = createJourneyEditorServices({ connection, ...NodeFileSystem });
  applyClientWishes(services, defaults);
  followSeverities(connection, services);
  answerFurtherRequests(connection, services.journey);
  answerCustomMessages(connection, services);
  startLanguageServer(services.shared);
}
