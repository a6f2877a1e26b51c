import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeMachine } from './node-machine.ts';
import type { ServerOptions } from './protocol.ts';
import { startServer } from './server.ts';

/**
 * Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`, `--socket=…`) and
 * returns at once; the process ends when the client says so or goes away.
 * @param defaults what holds where the client says nothing of it
 */
export function startNodeServer(defaults: ServerOptions = {}): void {
  startServer(createConnection(ProposedFeatures.all), nodeMachine, defaults);
}
