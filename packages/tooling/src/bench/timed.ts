const ROUNDS = 7;

/** Each in turn in every round, so that a slow moment of the machine falls on all of them. The first round warms up. */
export async function timedInTurn(works: readonly (() => unknown)[]): Promise<number[][]> {
  const samples: number[][] = works.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      if (round > 0) samples[index]?.push(performance.now() - started);
    }
  }
  return samples;
}
