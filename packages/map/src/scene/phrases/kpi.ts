import type { Kpi } from '@journey/model';
import { expressionWords } from './expression.ts';
import { durationWords } from './time.ts';
import type { Speech } from './speech.ts';

/** What a measure should reach: "≥ 120", "Rising"; empty where it doesn't say. */
export function targetWords(speech: Speech, { target }: Pick<Kpi, 'target'>): string {
  if (!target) return '';
  if (target.kind === 'trend') return speech.words.trend[target.direction];
  return speech.fill(speech.words.bounds[target.operator], { value: expressionWords(speech, target.value) });
}

/** Over which time it is counted: "in 30 days"; empty where it doesn't say. */
export function windowWords(speech: Speech, { window }: Pick<Kpi, 'window'>): string {
  if (!window) return '';
  return window.kind === 'calendar'
    ? speech.words.period[window.period]
    : speech.fill(speech.words.rolling, { duration: durationWords(speech, window.duration) });
}

export function baselineWords(speech: Speech, { baseline }: Pick<Kpi, 'baseline'>): string {
  return baseline ? speech.fill(speech.words.baseline, { value: expressionWords(speech, baseline) }) : '';
}

/** What the figure above is, and over which time: "Target in 30 days". */
export function periodWords(speech: Speech, kpi: Kpi): string {
  return [kpi.target ? speech.words.target : '', windowWords(speech, kpi)]
    .filter((part) => part !== '')
    .join(' ');
}
