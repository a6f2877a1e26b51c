import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** A thread that gives no answer for so long hangs. */
const LONGEST_SILENCE_MS = 20_000;

/** What went wrong with the text of a seed. */
export interface Fault {
  readonly seed: number;
  readonly fault: string;
}

/**
 * Takes the texts of `runs` seeds from `firstSeed` on, in as many threads as `workers` says, and tells each fault
 * as it is found. A text that hangs, or ends its thread, is a fault of its seed; the run goes on in a new thread.
 * @param examined is called after each text, with the number of texts so far.
 */
export async function fuzz(
  {
    firstSeed,
    runs,
    workers,
    silence,
  }: { firstSeed: number; runs: number; workers: number; silence?: number },
  found: (fault: Fault) => void,
  examined: (count: number) => void = () => undefined,
  program?: URL,
): Promise<void> {
  let next = 0;
  let done = 0;
  const work = async () => {
    await using thread = new WatchedThread(program, silence);
    while (next < runs) {
      const seed = firstSeed + next++;
      const fault = await thread.examine(seed);
      if (fault !== undefined) found({ seed, fault });
      examined(++done);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}

/** One thread at a time: a new one takes the place of one that hangs or has died. */
class WatchedThread implements AsyncDisposable {
  private readonly program: URL;
  private readonly silence: number;
  private worker: Worker | undefined;

  constructor(program = new URL('./worker.ts', import.meta.url), silence = LONGEST_SILENCE_MS) {
    this.program = program;
    this.silence = silence;
  }

  async examine(seed: number): Promise<string | undefined> {
    const worker = (this.worker ??= await startedWorker(this.program));
    const { fault, lost } = await answerTo(seed, worker, this.silence);
    if (lost) await this[Symbol.asyncDispose]();
    return fault;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

/** A thread that has said it is ready: loading the language is no part of the time that a text takes. */
async function startedWorker(program: URL): Promise<Worker> {
  const worker = new Worker(program, { execArgv: ['--conditions=source'] });
  await once(worker, 'message');
  return worker;
}

async function answerTo(seed: number, worker: Worker, silence: number): Promise<Answer> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const lost = (fault: string): Answer => ({ fault, lost: true });
  const message = once(worker, 'message', { signal }).then(([fault]: (string | undefined)[]): Answer => ({
    fault,
    lost: false,
  }));
  const silent = setTimeout(silence, lost(`hangs: no answer for ${silence / 1_000} s`), { signal });
  worker.postMessage(seed);
  try {
    // An exception of the thread ends the wait for its message.
    return await Promise.race([message, silent]);
  } catch (error) {
    return lost(`ended its thread: ${String(error)}`);
  } finally {
    waiting.abort();
    await Promise.allSettled([message, silent]);
  }
}

interface Answer {
  readonly fault: string | undefined;
  /** Whether the thread is of no more use. */
  readonly lost: boolean;
}
