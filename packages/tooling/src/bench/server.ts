import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { extensionDist } from '../bundles.ts';
import { projectPath } from '../paths.ts';

/** How a language server is started, and what it calls its language. */
export interface ServerCommand {
  readonly args: readonly string[];
  readonly languageId: string;
}

/** The server that ships, as an editor runs it. */
export const OUR_SERVER: ServerCommand = {
  args: [projectPath(`${extensionDist}/server.cjs`), '--stdio'],
  languageId: 'journey',
};

/** A language server, and what it says of each file. */
export class BenchServer {
  readonly connection: ProtocolConnection;
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly process: ChildProcess;
  private readonly versions = new Map<string, number>();
  private readonly listeners = new Set<(uri: string) => void>();

  private readonly languageId: string;

  constructor({ args, languageId } = OUR_SERVER, stderr: 'inherit' | 'ignore' = 'inherit') {
    this.languageId = languageId;
    this.process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', stderr] });
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('The server has no standard streams.');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics);
      for (const listener of this.listeners) listener(uri);
    });
    this.connection.listen();
  }

  async open(folderUri: string): Promise<void> {
    await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: folderUri,
      workspaceFolders: [{ uri: folderUri, name: 'bench' }],
      capabilities: {},
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Opens the file in the editor, or types over all of it; resolves when it has been judged. */
  async type(uri: string, text: string): Promise<void> {
    const judged = this.judged(uri);
    await this.send(uri, text);
    await judged;
  }

  /** The same without waiting for what the server says. */
  async send(uri: string, text: string): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    if (version === 1)
      await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: this.languageId, version, text },
      });
    else
      await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
  }

  /** Resolves when the file has been judged again. */
  judged(uri: string): Promise<void> {
    return this.until((one) => one === uri);
  }

  /** Resolves when something was said of a file that `wanted` takes. */
  until(wanted: (uri: string) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const listener = (uri: string) => {
        if (!wanted(uri)) return;
        this.listeners.delete(listener);
        resolve();
      };
      this.listeners.add(listener);
    });
  }

  async stop(): Promise<void> {
    const exited = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await exited;
    this.connection.dispose();
  }
}
