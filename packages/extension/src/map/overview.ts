import {
  Disposable,
  env,
  l10n,
  Uri,
  window,
  type ExtensionContext,
  type TextEditor,
  type WebviewView,
  type WebviewViewProvider,
} from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  isOverviewMessage,
  partAt,
  type FileOverview,
  type HostToOverview,
  type OverviewToHost,
} from '@journey/map';
import { OverviewChanged, WatchOverviewRequest } from '@journey/server/protocol';
import { isJourney } from '../journey-documents.ts';
import type { Maps } from './maps.ts';
import { overviewPage, webviewFolder } from './page.ts';
import { revealSource } from './reveal.ts';

export const OVERVIEW = 'journey.overview';

/** The side bar's view: all journeys of the workspace, and where in them the cursor is. */
export class Overview implements WebviewViewProvider {
  private readonly context: ExtensionContext;
  private readonly client: BaseLanguageClient;
  private readonly maps: Maps;
  private readonly files = new Map<string, FileOverview>();
  private current: HostToOverview['current'];
  private view: WebviewView | undefined;
  private watching = false;

  constructor(context: ExtensionContext, client: BaseLanguageClient, maps: Maps) {
    this.context = context;
    this.client = client;
    this.maps = maps;
  }

  /** What keeps it in step with the server and the editors. */
  register(): Disposable {
    return Disposable.from(
      window.registerWebviewViewProvider(OVERVIEW, this),
      this.client.onNotification(OverviewChanged, ({ changed, removed }) => {
        for (const uri of removed) this.files.delete(uri);
        for (const file of changed) this.keep(file);
        this.update();
      }),
      this.client.onDidChangeState(({ newState }) => {
        if (newState === State.Running && this.watching) void this.watch();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.follow(editor);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.follow(textEditor);
      }),
    );
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view;
    const folder = webviewFolder(this.context);
    view.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    view.webview.html = overviewPage(view.webview, folder);
    view.webview.onDidReceiveMessage((message: unknown) => {
      if (isOverviewMessage(message)) this.answer(message);
    });
    view.onDidDispose(() => {
      this.view = undefined;
    });
  }

  private answer(message: OverviewToHost): void {
    if (message.type === 'ready') void this.watch();
    else void this.open(message);
  }

  /** The text first, so that the map opens beside it and marks what was chosen. */
  private async open({ uri, journey, source }: Extract<OverviewToHost, { type: 'open' }>): Promise<void> {
    const document = Uri.parse(uri);
    await revealSource(document, source);
    this.maps.open({ document, bound: false, journey });
  }

  private async watch(): Promise<void> {
    this.watching = true;
    if (this.client.state !== State.Running) return;
    this.files.clear();
    for (const file of await this.client.sendRequest(WatchOverviewRequest)) this.keep(file);
    // After a restart it may be a map that is in front.
    const editor =
      window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => isJourney(document));
    if (editor) this.follow(editor);
    this.update();
  }

  private keep(file: FileOverview): void {
    if (file.journeys.length > 0) this.files.set(file.uri, file);
    else this.files.delete(file.uri);
  }

  private follow({ document, selection }: TextEditor): void {
    if (!isJourney(document)) return;
    const uri = document.uri.toString();
    const name = document.uri.path.split('/').at(-1) ?? '';
    const part = partAt(this.files.get(uri)?.journeys ?? [], name, selection.active);
    const current = part && { uri, ...part };
    if (JSON.stringify(current) === JSON.stringify(this.current)) return;
    this.current = current;
    this.update();
  }

  private update(): void {
    const files = [...this.files.values()].sort((one, other) => one.uri.localeCompare(other.uri));
    const errors = files
      .flatMap(({ journeys }) => journeys)
      .reduce((sum, journey) => sum + journey.errors, 0);
    if (!this.view) return;
    this.view.badge =
      errors > 0 ? { value: errors, tooltip: l10n.t('Errors in journeys: {0}', errors) } : undefined;
    const message: HostToOverview = {
      type: 'overview',
      files,
      language: env.language,
      ...(this.current ? { current: this.current } : {}),
    };
    void this.view.webview.postMessage(message);
  }
}
