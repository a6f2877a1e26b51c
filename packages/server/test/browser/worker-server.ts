import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  WorkDoneProgressCreateRequest,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  type InitializeParams,
  type Message,
  type Position,
  type ProtocolConnection,
  type ProtocolRequestType,
  type RequestParam,
  type TextDocumentPositionParams,
} from 'vscode-languageserver-protocol/node';
import { buildOptions, bundles } from '../../../tooling/src/bundles.ts';
import {
  FileKindRequest,
  ReadFileRequest,
  ReadFolderRequest,
  RemoveFileRequest,
  WriteFileRequest,
} from '../../src/protocol.ts';
import { readMarked } from '../marked-text.ts';

/** Where the page and the script of the worker are: nobody is asked for them, since all is answered by the test. */
const SITE = 'https://editor.example';
/** The address of the workspace: on no disk. */
const FOLDER = 'memory://shop/journeys';

/** The language server in a worker of a real browser, and a client whose files are in memory. */
export class WorkerServer {
  readonly connection: ProtocolConnection;
  readonly files: Map<string, string>;
  /** What the browser found wrong. */
  readonly complaints: readonly string[];
  private readonly page: Page;
  private readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  private readonly waiting = new Set<() => void>();
  private readonly versions = new Map<string, number>();

  private constructor(
    page: Page,
    connection: ProtocolConnection,
    files: Map<string, string>,
    complaints: readonly string[],
  ) {
    this.page = page;
    this.connection = connection;
    this.files = files;
    this.complaints = complaints;
  }

  /** @param wishes what the client says at the start beyond the usual */
  static async start(
    browser: Browser,
    script: string,
    files: Readonly<Record<string, string>>,
    wishes: Partial<InitializeParams> = {},
  ): Promise<WorkerServer> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.route(`${SITE}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><link rel="icon" href="data:,">' }),
    );
    const reader = new PageReader();
    await page.exposeFunction('hear', (message: Message) => {
      reader.hear(message);
    });
    await page.goto(SITE);
    await page.evaluate(startWorker);
    const connection = createProtocolConnection(reader, new PageWriter(page));
    const server = new WorkerServer(page, connection, new Map(Object.entries(files)), complaints);
    server.answer();
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, { ...parameters, ...wishes });
    await connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
    await this.page.close();
  }

  uri(path: string): string {
    return `${FOLDER}/${path}`;
  }

  /** Opens the file in the editor or types over all of it; returns where the mark stands. */
  async type(path: string, marked: string): Promise<Position> {
    const { text, cursor } = readMarked(marked);
    const uri = this.uri(path);
    const version = (this.versions.get(path) ?? 0) + 1;
    this.versions.set(path, version);
    await (version === 1
      ? this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId: 'journey', version, text },
        })
      : this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        }));
    return cursor ?? { line: 0, character: 0 };
  }

  /** Asks something about the place of the mark, after typing the text. */
  async ask<Params extends TextDocumentPositionParams, Result>(
    request: ProtocolRequestType<Params, Result, unknown, void, unknown>,
    path: string,
    marked: string,
  ): Promise<Result> {
    const position = await this.type(path, marked);
    const params = { textDocument: { uri: this.uri(path) }, position };
    // None of the requests that are asked here wants more.
    return this.connection.sendRequest(request, params as unknown as RequestParam<Params>);
  }

  /** Changes a file as another program would, or removes it, and says so as a file watcher does. */
  async save(path: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.files.delete(path);
    else this.files.set(path, text);
    const type = text === undefined ? FileChangeType.Deleted : FileChangeType.Changed;
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(path), type }],
    });
  }

  /** The codes found in a file, as soon as they are these; the test's own time limit ends a vain wait. */
  codesWhen(path: string, wanted: (codes: readonly string[]) => boolean): Promise<readonly string[]> {
    return new Promise((resolve) => {
      const check = () => {
        const found = this.diagnostics.get(this.uri(path))?.map(({ code }) => String(code));
        if (!found || !wanted(found)) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }

  private answer(): void {
    this.connection.onRequest(FileKindRequest, ({ uri }) => {
      const path = pathOf(uri);
      if (this.files.has(path)) return 'file';
      return [...this.files.keys()].some((each) => each.startsWith(`${path}/`)) ? 'folder' : null;
    });
    this.connection.onRequest(ReadFileRequest, ({ uri }) => this.files.get(pathOf(uri)) ?? null);
    this.connection.onRequest(ReadFolderRequest, ({ uri }) => {
      const folder = uri === FOLDER ? '' : `${pathOf(uri)}/`;
      const within = [...this.files.keys()].filter((path) => path.startsWith(folder));
      const rests = within.map((path) => path.slice(folder.length).split('/'));
      return rests.map(([name = '', ...deeper]) => ({ name, kind: deeper.length > 0 ? 'folder' : 'file' }));
    });
    this.connection.onRequest(WriteFileRequest, ({ uri, content }) => {
      this.files.set(pathOf(uri), content);
    });
    this.connection.onRequest(RemoveFileRequest, ({ uri }) => {
      this.files.delete(pathOf(uri));
    });
    this.connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
    this.connection.onRequest(RegistrationRequest.type, () => undefined);
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics);
      for (const check of this.waiting) check();
    });
  }
}

/** The server's worker as it ships, bundled. */
export async function buildWorker(): Promise<string> {
  const bundle = bundles.find(({ name }) => name === 'language server for browsers');
  if (!bundle) throw new Error('There is no bundle of the language server for browsers.');
  const { outputFiles } = await build({ ...buildOptions(bundle), write: false });
  return outputFiles[0]?.text ?? '';
}

const parameters: InitializeParams = {
  processId: null,
  rootUri: FOLDER,
  workspaceFolders: [{ uri: FOLDER, name: 'journeys' }],
  initializationOptions: { answersFileRequests: true, diagnostics: 'push' },
  capabilities: {},
};

function pathOf(uri: string): string {
  return uri.startsWith(`${FOLDER}/`) ? decodeURIComponent(uri.slice(FOLDER.length + 1)) : uri;
}

/** Runs in the page. */
function startWorker(): void {
  const page = window as unknown as { worker: Worker; hear: (message: unknown) => void };
  page.worker = new Worker('/server.js');
  page.worker.onmessage = ({ data }) => {
    page.hear(data);
  };
}

class PageReader extends AbstractMessageReader {
  private callback: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.callback = callback;
    return { dispose: () => (this.callback = undefined) };
  }

  hear(message: Message): void {
    this.callback?.(message);
  }
}

class PageWriter extends AbstractMessageWriter {
  private readonly page: Page;
  private sent = Promise.resolve();

  constructor(page: Page) {
    super();
    this.page = page;
  }

  /** One after the other: what is typed comes before what is asked about it. */
  write(message: Message): Promise<void> {
    this.sent = this.sent.then(() =>
      this.page.evaluate((data) => {
        (window as unknown as { worker: Worker }).worker.postMessage(data);
      }, message),
    );
    return this.sent;
  }

  end(): void {
    return;
  }
}
