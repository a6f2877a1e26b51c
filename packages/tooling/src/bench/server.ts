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

/** The server that ships, as an editor runs it, and what it says of each file. */
export class BenchServer {
  readonly connection: ProtocolConnection;
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly process: ChildProcess;
  private readonly versions = new Map<string, number>();
  private readonly listeners = new Set<(uri: string) => void>();

  constructor() {
    this.process = spawn(process.execPath, [projectPath(`${extensionDist}/server.cjs`), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
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
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    if (version === 1)
      await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'journey', version, text },
      });
    else
      await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    await judged;
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
