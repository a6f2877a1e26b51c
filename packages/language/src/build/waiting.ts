import type { CancellationToken } from 'vscode-languageserver';
import { Deferred, OperationCancelled } from 'langium';

/** Whether what is waited for has come; `never` where it can't, `undefined` while it may still come. */
type Ready = () => true | 'never' | undefined;

interface Waiter {
  readonly ready: Ready;
  readonly resolve: (value: undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/** Those who wait for the builder: asked again whenever it got on. */
export class Waiting {
  private readonly waiters = new Set<Waiter>();

  /**
   * Resolves once `ready` says so.
   * @throws `OperationCancelled` where it is cancelled, or never comes.
   */
  until(ready: Ready, cancelToken: CancellationToken): Promise<void> {
    const { promise, resolve, reject } = new Deferred();
    const waiter: Waiter = { ready, resolve, reject };
    this.waiters.add(waiter);
    const cancellation = cancelToken.onCancellationRequested(() => {
      if (this.waiters.delete(waiter)) reject(OperationCancelled);
    });
    this.ask(waiter);
    return promise.finally(() => {
      cancellation.dispose();
    });
  }

  /** Asks all who wait. */
  check(): void {
    for (const waiter of this.waiters) this.ask(waiter);
  }

  private ask(waiter: Waiter): void {
    const ready = waiter.ready();
    if (ready === undefined) return;
    if (ready === 'never') waiter.reject(OperationCancelled);
    else waiter.resolve(undefined);
    this.waiters.delete(waiter);
  }
}
