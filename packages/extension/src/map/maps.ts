import { Uri, ViewColumn, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import { shownSubject } from '@journey/map';
import type { SourceRange } from '@journey/model';
import type { WatchedModels } from '../watched-models.ts';
import { MapPanel, type MapSubject } from './panel.ts';
import type { TextEdits } from './text-edits.ts';

export const VIEW_TYPE = 'journey.map';

/** All open maps: at most one that follows the active editor, and any number that are bound to a file. */
export class Maps {
  private readonly context: ExtensionContext;
  private readonly models: WatchedModels;
  private readonly edits: TextEdits;
  private readonly panels = new Set<MapPanel>();

  constructor(context: ExtensionContext, models: WatchedModels, edits: TextEdits) {
    this.context = context;
    this.models = models;
    this.edits = edits;
  }

  /** Opens a map beside the editor, or brings up the one that is there. */
  open(subject: MapSubject): void {
    const existing = [...this.panels].find(
      (panel) => panel.bound === subject.bound && (!subject.bound || panel.shows(subject.document)),
    );
    if (existing) {
      existing.show(subject.document, subject.journey);
      existing.panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.add(window.createWebviewPanel(VIEW_TYPE, '', place), subject);
  }

  /** Fills a panel that VS Code brought back, by the state that it kept; one that nothing is known of is closed. */
  restore(panel: WebviewPanel, state: unknown): void {
    const shown = shownSubject(state);
    if (shown) this.add(panel, { document: Uri.parse(shown.document), bound: shown.bound });
    else panel.dispose();
  }

  /** Shows the document in the map that follows the editor, where the document holds a journey. */
  async follow(document: Uri): Promise<void> {
    const follower = [...this.panels].find((panel) => !panel.bound);
    if (!follower || follower.shows(document)) return;
    const { model } = await this.models.model(document.toString());
    const isStillActive = window.activeTextEditor?.document.uri.toString() === document.toString();
    if (model.journeys.length > 0 && isStillActive) follower.show(document);
  }

  /** Marks what the cursor stands in. */
  select(document: Uri, position: SourceRange['start']): void {
    for (const panel of this.panels) panel.select(document, position);
  }

  private add(webviewPanel: WebviewPanel, subject: MapSubject): void {
    const panel = new MapPanel(this.context, this.models, this.edits, webviewPanel, subject);
    this.panels.add(panel);
    webviewPanel.onDidDispose(() => {
      this.panels.delete(panel);
    });
  }
}
