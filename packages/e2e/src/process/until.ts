import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** How long to go on asking, in milliseconds. */
  readonly timeout: number;
  /** How long to wait between two questions, in milliseconds. */
  readonly interval?: number;
}

/**
 * Asks again and again until there is an answer, and gives it: the one way in which the suites wait.
 * @param what what is waited for, as it should stand in "waited in vain for …"
 * @param ask gives the answer, or `undefined` as long as there is none; an error it throws counts as none
 * @throws {Error} when time is up, with the last error that `ask` threw
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  { timeout, interval = 50 }: Patience,
): Promise<T> {
  const deadline = Date.now() + timeout;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() >= deadline) {
      throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`, { cause: lastError });
    }
    await sleep(interval);
  }
}
