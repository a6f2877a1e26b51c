import { overviewOf, type FileOverview } from '@journey/map';
import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { ModelService } from './model-service.ts';
import type { OverviewChange } from './protocol.ts';

/** What a list of all journeys shows, for a client that asked: after each build what differs from what it was told. */
export class WatchedOverview {
  private readonly shared: LangiumSharedServices;
  private readonly models: ModelService;
  private readonly send: (change: OverviewChange) => Promise<void>;
  /** What was told of each document; undefined until somebody asks. */
  private told: Map<string, string> | undefined;

  constructor(
    shared: LangiumSharedServices,
    models: ModelService,
    send: (change: OverviewChange) => Promise<void>,
  ) {
    this.shared = shared;
    this.models = models;
    this.send = send;
    const { DocumentBuilder } = shared.workspace;
    DocumentBuilder.onBuildPhase(DocumentState.Validated, (built) => this.tell(built));
    DocumentBuilder.onUpdate((_changed, deleted) => {
      const removed = deleted.map(String).filter((uri) => this.told?.delete(uri));
      if (removed.length > 0) void this.send({ changed: [], removed });
    });
  }

  /** Every journey that is known by now; from then on the client is told of changes. */
  async watch(): Promise<readonly FileOverview[]> {
    await this.shared.workspace.WorkspaceManager.ready;
    this.told = new Map();
    return this.news(this.shared.workspace.LangiumDocuments.all.toArray());
  }

  private async tell(built: readonly LangiumDocument[]): Promise<void> {
    if (!this.told) return;
    const changed = this.news(built);
    if (changed.length > 0) await this.send({ changed, removed: [] });
  }

  private news(documents: readonly LangiumDocument[]): FileOverview[] {
    return documents.flatMap((document) => {
      if (document.state < DocumentState.Validated) return [];
      const overview = this.overview(document);
      const text = JSON.stringify(overview.journeys);
      const before = this.told?.get(overview.uri) ?? '[]';
      this.told?.set(overview.uri, text);
      return text === before ? [] : [overview];
    });
  }

  private overview(document: LangiumDocument): FileOverview {
    const { uri, model, problems } = this.models.snapshotOf(document);
    return { uri, journeys: overviewOf(model, problems) };
  }
}
