import { DocumentState, URI, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { ModelService } from './model-service.ts';
import type { ModelSnapshot } from './protocol.ts';

/** Sends the models that somebody watches, after each build that changes what they say. */
export class WatchedModels {
  private readonly models: ModelService;
  private readonly shared: LangiumSharedServices;
  private readonly send: (snapshot: ModelSnapshot) => Promise<void>;
  /** How many watch each document. */
  private readonly watchers = new Map<string, number>();
  /** What those who watch were told last. */
  private readonly told = new Map<string, string>();

  constructor(
    shared: LangiumSharedServices,
    models: ModelService,
    send: (snapshot: ModelSnapshot) => Promise<void>,
  ) {
    this.shared = shared;
    this.models = models;
    this.send = send;
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, (built) =>
      this.sendChanged(new Set(built)),
    );
  }

  /** From now on sends what differs from that snapshot. */
  watch(snapshot: ModelSnapshot): void {
    const key = normalized(snapshot.uri);
    this.told.set(key, JSON.stringify(snapshot));
    this.watchers.set(key, (this.watchers.get(key) ?? 0) + 1);
  }

  unwatch(uri: string): void {
    const key = normalized(uri);
    const left = (this.watchers.get(key) ?? 0) - 1;
    if (left > 0) this.watchers.set(key, left);
    else {
      this.watchers.delete(key);
      this.told.delete(key);
    }
  }

  private async sendChanged(built: ReadonlySet<LangiumDocument>): Promise<void> {
    for (const uri of this.watchers.keys()) {
      const document = this.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
      if (document && this.models.dependsOn(document, built)) {
        const snapshot = this.models.snapshotOf(document);
        const text = JSON.stringify(snapshot);
        if (text === this.told.get(uri)) continue;
        this.told.set(uri, text);
        await this.send(snapshot);
      }
    }
  }
}

/** Clients may write one URI in several ways (`%3A`, a drive letter's case). */
function normalized(uri: string): string {
  return URI.parse(uri).toString();
}
