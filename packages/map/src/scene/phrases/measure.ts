import type { Expression, Kpi } from '@journey/model';
import { nominalSeconds } from '@journey/model';
import { durationWords } from './time.ts';
import type { Speech } from './speech.ts';

/** What was measured, by the id or the name of its KPI. In the target's own unit: 20 where that is 20 %, days for times. */
export type Actuals = Readonly<Record<string, number>>;

const SECONDS_A_DAY = 86_400;

/** A KPI's numbers on one scale. */
export interface Measure {
  readonly target?: number;
  readonly baseline?: number;
  readonly actual?: number;
  /** Whether the actual value is where it should be; undefined where nothing says so. */
  readonly isReached?: boolean;
}

export function measureOf(kpi: Kpi, actuals: Actuals): Measure {
  const target = kpi.target?.kind === 'bound' ? numberOf(kpi.target.value) : undefined;
  const baseline = kpi.baseline && numberOf(kpi.baseline);
  const actual = Object.hasOwn(actuals, kpi.id) ? actuals[kpi.id] : actuals[kpi.name];
  const isReached = actual === undefined ? undefined : reached(kpi, actual, target ?? baseline);
  return {
    ...(target === undefined ? {} : { target }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(actual === undefined ? {} : { actual }),
    ...(isReached === undefined ? {} : { isReached }),
  };
}

/** The number that a value stands for; undefined where it is no number by itself. */
function numberOf(value: Expression): number | undefined {
  switch (value.kind) {
    case 'number':
    case 'percent':
      return value.value;
    case 'money':
      return value.amount;
    case 'duration':
      return nominalSeconds(value.duration) / SECONDS_A_DAY;
    default:
      return undefined;
  }
}

function reached({ target }: Kpi, actual: number, against: number | undefined): boolean | undefined {
  if (!target || against === undefined) return undefined;
  const operator = target.kind === 'bound' ? target.operator : target.direction === 'up' ? '>' : '<';
  return COMPARISONS[operator](actual, against);
}

const COMPARISONS = {
  '>=': (actual, bound) => actual >= bound,
  '<=': (actual, bound) => actual <= bound,
  '>': (actual, bound) => actual > bound,
  '<': (actual, bound) => actual < bound,
  '==': (actual, bound) => actual === bound,
} as const satisfies Record<string, (actual: number, bound: number) => boolean>;

/** The actual value as the target is written. */
export function actualWords(speech: Speech, kpi: Kpi, actual: number): string {
  const like = kpi.target?.kind === 'bound' ? kpi.target.value : kpi.baseline;
  switch (like?.kind) {
    case 'percent':
      return speech.percent(actual);
    case 'money':
      return speech.money(actual, like.currency);
    case 'duration':
      return durationWords(speech, { parts: [{ amount: actual, unit: 'd' }] });
    default:
      return speech.number(actual);
  }
}
