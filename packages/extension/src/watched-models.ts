import { Disposable } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  ModelChanged,
  ModelRequest,
  UnwatchModel,
  WatchModelRequest,
  type ModelSnapshot,
} from '@journey/server/protocol';

type Listener = (snapshot: ModelSnapshot) => void;

/** The models that panels look at, kept up to date; also over a restart of the server, which forgets who watched. */
export class WatchedModels implements Disposable {
  private readonly client: BaseLanguageClient;
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly subscriptions: Disposable[];

  constructor(client: BaseLanguageClient) {
    this.client = client;
    this.subscriptions = [
      client.onNotification(ModelChanged, (snapshot) => {
        this.deliver(snapshot);
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) for (const uri of this.listeners.keys()) void this.begin(uri);
      }),
    ];
  }

  /** Calls the listener with the model soon, and again after every change, until the result is disposed. */
  watch(uri: string, listener: Listener): Disposable {
    const listeners = this.listeners.get(uri) ?? new Set();
    const first = listeners.size === 0;
    this.listeners.set(uri, listeners.add(listener));
    if (first) void this.begin(uri);
    else void this.model(uri).then(listener, () => undefined);
    return new Disposable(() => {
      this.end(uri, listener);
    });
  }

  /** The model as it is once all edits made so far are built. */
  model(uri: string): Promise<ModelSnapshot> {
    return this.client.sendRequest(ModelRequest, { uri });
  }

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  private async begin(uri: string): Promise<void> {
    if (this.client.state !== State.Running) return;
    try {
      this.deliver(await this.client.sendRequest(WatchModelRequest, { uri }));
    } catch (error) {
      // The file of a map that was brought back may be gone: the map stays empty.
      this.client.warn(String(error));
    }
  }

  private end(uri: string, listener: Listener): void {
    const listeners = this.listeners.get(uri);
    if (!listeners?.delete(listener) || listeners.size > 0) return;
    this.listeners.delete(uri);
    if (this.client.state === State.Running) void this.client.sendNotification(UnwatchModel, { uri });
  }

  private deliver(snapshot: ModelSnapshot): void {
    for (const listener of this.listeners.get(snapshot.uri) ?? []) listener(snapshot);
  }
}
