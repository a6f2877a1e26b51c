import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** No text takes that long on any machine; a worker that says nothing for so many milliseconds goes round for ever. */
const PATIENCE = 30_000;
/** The first text of a worker pays for building the parser. */
const PATIENCE_AT_FIRST = 90_000;

/** What is wrong with how the text of a seed was taken. */
export interface Fault {
  readonly seed: number;
  readonly what: string;
}

export interface Watch {
  readonly firstSeed: number;
  readonly runs: number;
  readonly workers: number;
  /** Hears of each text, with the number of those that are done. */
  readonly onDone?: (fault: Fault | undefined, done: number) => void;
}

/** Examines the texts of many seeds side by side; one that never ends is a fault like any other. */
export async function examineSeeds({ firstSeed, runs, workers, onDone }: Watch): Promise<Fault[]> {
  const faults: Fault[] = [];
  let next = firstSeed;
  let done = 0;
  const examineSome = async (): Promise<void> => {
    let examiner = new WatchedExaminer();
    while (next < firstSeed + runs) {
      const seed = next++;
      const what = await examiner.ask(seed);
      if (what === HANGS) {
        await examiner.end();
        examiner = new WatchedExaminer();
      }
      const fault = what === undefined ? undefined : { seed, what };
      if (fault) faults.push(fault);
      done += 1;
      onDone?.(fault, done);
    }
    await examiner.end();
  };
  await Promise.all(Array.from({ length: workers }, examineSome));
  return faults.sort((one, other) => one.seed - other.seed);
}

const HANGS = 'hangs: it never gave way';

class WatchedExaminer {
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: ['--conditions=source'],
  });
  private asked = 0;

  /** What is wrong with how the text was taken; undefined where nothing is. */
  async ask(seed: number): Promise<string | undefined> {
    const patience = this.asked++ === 0 ? PATIENCE_AT_FIRST : PATIENCE;
    this.worker.postMessage(seed);
    try {
      const signal = AbortSignal.timeout(patience);
      const [answer] = (await once(this.worker, 'message', { signal })) as [unknown];
      return typeof answer === 'string' ? answer : undefined;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return HANGS;
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
