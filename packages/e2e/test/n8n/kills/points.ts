import fc from 'fast-check';

/** A moment at which n8n is killed. */
export interface KillPoint {
  /** With which call to a vendor, counted from when n8n is up; calls that only ask count too. */
  readonly calls: number;
  /** Whether n8n still hears what the vendor answers. */
  readonly isAnswered: boolean;
  /** So many milliseconds after the answer. */
  readonly later: number;
}

/** So many moments, the same for the same seed. */
export function killPoints(seed: number, count: number): readonly KillPoint[] {
  const point = fc.record({
    calls: fc.integer({ min: 1, max: 8 }),
    isAnswered: fc.boolean(),
    later: fc.integer({ min: 0, max: 1500 }),
  });
  return fc.sample(point, { seed, numRuns: count });
}
