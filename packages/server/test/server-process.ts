import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  ConfigurationRequest,
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

const main = fileURLToPath(new URL('../src/main-node.ts', import.meta.url));

/** The arguments of Node that start the server from its sources. */
const FROM_SOURCES = ['--conditions=source', main, '--stdio'];

/** Where a client would keep the help pages. */
export const HELP_BASE = 'file:///help/diagnostics/';

/** The language server as any editor runs it: a process of its own, spoken to over its standard streams. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  /** The addresses of the files whose diagnostics were sent, each time. */
  readonly published: string[] = [];
  /** What was shown of long work: when it began and ended. */
  readonly progress: string[] = [];
  private readonly process: ChildProcess;
  private readonly waiting = new Set<() => void>();

  private constructor(process: ChildProcess, connection: ProtocolConnection, initialized: InitializeResult) {
    this.process = process;
    this.connection = connection;
    this.initialized = initialized;
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        this.progress.push(kind);
      });
    });
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics);
      this.published.push(uri);
      for (const check of this.waiting) check();
    });
  }

  /** @param wishes what the client says at the start beyond the usual */
  static async start(
    folderUri: string,
    wishes: Partial<InitializeParams> = {},
    command: readonly string[] = FROM_SOURCES,
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, command, {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const died = once(child, 'exit').then(([code]): never => {
      throw new Error(`The server ended with ${String(code)} before it answered.`);
    });
    const initialized = await Promise.race([
      died,
      connection.sendRequest(InitializeRequest.type, { ...parameters(folderUri), ...wishes }),
    ]);
    died.catch(() => undefined);
    const server = new ServerProcess(child, connection, initialized);
    await connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  /** The document's diagnostics as soon as they are as they should be; the test's own time limit ends a vain wait. */
  diagnosticsWhen(
    uri: string,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return new Promise((resolve) => {
      const check = () => {
        const diagnostics = this.diagnostics.get(uri);
        if (!diagnostics || !wanted(diagnostics)) return;
        this.waiting.delete(check);
        resolve(diagnostics);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** Ends the server as an editor does, and returns its exit code. */
  async stop(): Promise<number | null> {
    const exited = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await exited;
    this.connection.dispose();
    return this.process.exitCode;
  }
}

function parameters(folderUri: string): InitializeParams {
  return {
    processId: process.pid,
    rootUri: folderUri,
    workspaceFolders: [{ uri: folderUri, name: 'workspace' }],
    initializationOptions: {
      diagnosticsHelpBase: HELP_BASE,
      clientCommands: ['journey.openMap', 'journey.generate', 'journey.showReferences'],
    },
    capabilities: {
      textDocument: {
        publishDiagnostics: { codeDescriptionSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    },
  };
}
