import type { CancellationToken } from 'vscode-languageserver';
import { Deferred, OperationCancelled } from 'langium';

/** Whether what is waited for has come; `undefined` while it may still come. */
type Ready = () => true | undefined;

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
   * @throws what `ready` throws, or `OperationCancelled`.
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
    try {
      if (waiter.ready() === undefined) return;
      waiter.resolve(undefined);
    } catch (error) {
      waiter.reject(error);
    }
    this.waiters.delete(waiter);
  }
}
