import { answerFurtherRequests, createJourneyEditorServices } from '@journey/language/editor';
import { setInterruptionPeriod } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { applyClientWishes } from './client-wishes.ts';
import { answerCustomMessages } from './custom-messages.ts';
import { ClientFiles } from './files/client-files.ts';
import { FilesByScheme } from './files/files-by-scheme.ts';
import type { Machine } from './machine.ts';
import type { ServerOptions } from './protocol.ts';
import { followSeverities } from './severities.ts';

/**
 * How long a build goes on before it looks whether something was typed. A message takes two such slices to get through:
 * one until it is read, one until it is handled.
 */
const SLICE_MS = 3;

/**
 * Starts the language server on a connection and returns at once.
 * @param machine what the server does by itself; without it, files are read and written by the client
 * @param defaults what holds where the client says nothing of it
 */
export function startServer(
  connection: Connection,
  machine: Machine | undefined,
  defaults: ServerOptions,
): void {
  setInterruptionPeriod(SLICE_MS);
  const clientFiles = new ClientFiles(connection);
  const files = machine ? new FilesByScheme(machine.disk, clientFiles) : clientFiles;
  const services = createJourneyEditorServices({ connection, fileSystemProvider: () => files });
  // Before anybody else hears of a change, it is known that files may be other ones.
  services.shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    clientFiles.reportChanges(changes.map(({ uri }) => uri));
  });
  applyClientWishes(services, clientFiles, defaults);
  followSeverities(connection, services);
  answerFurtherRequests(connection, services.journey);
  answerCustomMessages(connection, services, machine);
  startLanguageServer(services.shared);
}
