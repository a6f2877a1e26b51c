/** One measured number beside the one that it is judged by, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'bytes per source byte' | 'a second' | 'MB';
  /** The median of the samples. */
  readonly value: number;
  /** The least that the work could cost (`floor`), or another program at the same work (`peer`). */
  readonly against: { readonly kind: 'floor' | 'peer'; readonly what: string; readonly value: number };
  /** `value` over what it is held against: what to compare between machines and between versions. */
  readonly ratio: number;
  readonly samples: number;
}

interface Measured {
  readonly name: string;
  readonly unit: Figure['unit'];
  readonly samples: readonly number[];
  readonly against: {
    readonly kind: 'floor' | 'peer';
    readonly what: string;
    readonly samples: readonly number[];
  };
}

export function figure({ name, unit, samples, against }: Measured): Figure {
  const value = median(samples);
  const base = median(against.samples);
  return {
    name,
    unit,
    value: rounded(value),
    against: { kind: against.kind, what: against.what, value: rounded(base) },
    ratio: rounded(value / base),
    samples: samples.length,
  };
}

/** Half of the samples are not above it, half are not below it: one slow moment of the machine doesn't move it. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

const rounded = (value: number) => Number(value.toPrecision(4));
