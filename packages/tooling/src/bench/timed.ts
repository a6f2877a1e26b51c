const ROUNDS = 7;
/** In so many milliseconds the engine has translated what runs again and again. */
const WARM_UP = 3000;

/**
 * Each in turn in every round, so that a slow moment of the machine falls on all of them. Rounds that warm up come
 * before: one at least, and as many as there is time for.
 */
export async function timedInTurn(works: readonly (() => unknown)[]): Promise<number[][]> {
  const begun = performance.now();
  do await oneRound(works);
  while (performance.now() - begun < WARM_UP);
  const samples: number[][] = works.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, time] of (await oneRound(works)).entries()) samples[index]?.push(time);
  return samples;
}

async function oneRound(works: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[] = [];
  for (const work of works) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}
