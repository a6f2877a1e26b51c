import {
  commands,
  Disposable,
  env,
  l10n,
  Uri,
  window,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import { isMapMessage, type Actuals, type HostToMap, type ImageSources, type MapToHost } from '@journey/map';
import type { SourceRange } from '@journey/model';
import type { ModelSnapshot } from '@journey/server/protocol';
import type { WatchedModels } from '../watched-models.ts';
import { ShownImages } from './images.ts';
import { watchMeasured } from './measured.ts';
import { mapPage, webviewFolder } from './page.ts';
import { revealSource } from './reveal.ts';
import type { TextEdits } from './text-edits.ts';

/** What a map shows. */
export interface MapSubject {
  readonly document: Uri;
  /** Whether it goes on showing this one file, whichever is edited. */
  readonly bound: boolean;
  /** The id of the document's journey that is shown; its first where nothing is said. */
  readonly journey?: string;
}

/** One map beside the text: it shows a document's model as it is typed, and says where a click leads. */
export class MapPanel {
  readonly panel: WebviewPanel;
  readonly bound: boolean;
  private readonly models: WatchedModels;
  private readonly edits: TextEdits;
  private document: Uri;
  private snapshot: ModelSnapshot | undefined;
  private journeyId: string | undefined;
  private actuals: Actuals = {};
  private images: ImageSources = {};
  private readonly shownImages: ShownImages;
  private watch: Disposable;
  private listening = false;

  constructor(
    context: ExtensionContext,
    models: WatchedModels,
    edits: TextEdits,
    panel: WebviewPanel,
    { document, bound, journey }: MapSubject,
  ) {
    this.panel = panel;
    this.models = models;
    this.edits = edits;
    this.bound = bound;
    this.document = document;
    this.journeyId = journey;
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isMapMessage(message)) this.answer(message);
    });
    this.shownImages = new ShownImages((images) => {
      this.images = images;
      this.post({ type: 'images', images });
    });
    panel.onDidDispose(() => {
      this.watch.dispose();
      this.shownImages.dispose();
    });
    panel.iconPath = Uri.joinPath(context.extensionUri, 'media/journey.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: [webviewFolder(context)] };
    panel.webview.html = mapPage(panel.webview, webviewFolder(context));
    this.watch = this.begin();
  }

  shows(document: Uri): boolean {
    return document.toString() === this.document.toString();
  }

  /** Shows another document from now on, or another journey of it; its first where nothing is said. */
  show(document: Uri, journey?: string): void {
    if (this.shows(document)) {
      if (journey === undefined) return;
      this.journeyId = journey;
      this.update();
      return;
    }
    this.watch.dispose();
    this.document = document;
    this.snapshot = undefined;
    this.journeyId = journey;
    this.actuals = {};
    this.watch = this.begin();
  }

  /** Marks what the cursor stands in, where the map shows it. */
  select(document: Uri, position: SourceRange['start']): void {
    const file = relativeFile(this.document, document);
    this.post({ type: 'select', range: { file, start: position, end: position } });
  }

  /** Marks where the cursor stands already, in a map that is opened after it was placed. */
  private selectCursor(): void {
    const shown = window.visibleTextEditors.find(({ document }) => this.shows(document.uri));
    if (shown) this.select(shown.document.uri, shown.selection.active);
  }

  private begin(): Disposable {
    const name = nameOf(this.document);
    this.panel.title = this.bound ? l10n.t('Map: {0} (this file)', name) : l10n.t('Map: {0}', name);
    return Disposable.from(
      this.models.watch(this.document.toString(), (snapshot) => {
        const isFirst = this.snapshot === undefined;
        this.snapshot = snapshot;
        this.shownImages.show(this.document, snapshot.model);
        this.update();
        if (isFirst) this.selectCursor();
      }),
      watchMeasured(this.document, (actuals) => {
        this.actuals = actuals;
        this.update();
      }),
    );
  }

  private answer(message: MapToHost): void {
    switch (message.type) {
      case 'ready':
        this.listening = true;
        this.post({ type: 'images', images: this.images });
        this.update();
        this.selectCursor();
        break;
      case 'reveal':
        void revealSource(this.document, message.source);
        break;
      case 'chooseJourney':
        this.journeyId = message.id;
        this.update();
        break;
      case 'edit':
        void this.edit(message);
        break;
      case 'export':
        void commands.executeCommand('journey.exportMap', this.document, message.journey);
        break;
      case 'undo':
        void this.undo();
        break;
    }
  }

  private async edit({ edit, version }: Extract<MapToHost, { type: 'edit' }>): Promise<void> {
    this.post({ type: 'editAnswer', ...(await this.edits.make(this.document, version, edit)) });
  }

  private async undo(): Promise<void> {
    await this.edits.undo(this.document);
    this.panel.reveal();
  }

  private update(): void {
    if (!this.snapshot) return;
    const { model, version, problems } = this.snapshot;
    this.post({
      type: 'update',
      subject: { document: this.document.toString(), bound: this.bound },
      model,
      version,
      problems,
      actuals: this.actuals,
      language: env.language,
      ...(this.journeyId === undefined ? {} : { journeyId: this.journeyId }),
    });
  }

  private post(message: HostToMap): void {
    if (this.listening) void this.panel.webview.postMessage(message);
  }
}

/** The file's name without its folder and its ending. */
function nameOf({ path }: Uri): string {
  return path.replace(/^.*\//, '').replace(/\.journey$/, '');
}

/** The path of a file as the model of `from` names it. */
function relativeFile(from: Uri, to: Uri): string {
  const folders = from.path.split('/').slice(0, -1);
  const parts = to.path.split('/');
  let common = 0;
  while (common < folders.length && folders[common] === parts[common]) common++;
  return [...folders.slice(common).map(() => '..'), ...parts.slice(common)].join('/');
}
