import type { Severity } from '../diagnostics/define.ts';
import { diagnosticCatalogue } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';

/** How grave a workspace takes findings, by code. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** What settings call the severities. */
const NAMES: Readonly<Record<string, Severity | 'off'>> = {
  error: 'error',
  warning: 'warning',
  info: 'information',
  hint: 'hint',
  off: 'off',
};

/** The names of severities in settings. */
export const severityNames: readonly string[] = Object.keys(NAMES);

export interface ReadSeverities {
  readonly severities: Severities;
  /** What is wrong with the settings, a sentence each; the rest of them holds. */
  readonly problems: readonly string[];
}

export const NO_SEVERITIES: ReadSeverities = { severities: new Map(), problems: [] };

/** Severities where those of `upper` come before those of `lower`. */
export function overlay(upper: Severities, lower: Severities): Severities {
  if (upper.size === 0) return lower;
  return lower.size === 0 ? upper : new Map([...lower, ...upper]);
}

/** Whether both say the same of every code. */
export function areSame(one: Severities, other: Severities): boolean {
  if (one === other) return true;
  return one.size === other.size && [...one].every(([code, severity]) => other.get(code) === severity);
}

/** Errors of the text itself: nobody knows what a broken text says, so that they always are errors. */
const ALWAYS_ERRORS = /^J0(?:00[0-36-9]|01[0-7]|1)/;

/** Reads severities as settings say them: `{ "J0411": "off" }`. */
export function readSeverities(value: unknown): ReadSeverities {
  if (value === undefined || value === null) return NO_SEVERITIES;
  if (typeof value !== 'object' || Array.isArray(value))
    return { ...NO_SEVERITIES, problems: ['"severity" maps codes to severities: { "J0411": "off" }.'] };
  const severities = new Map<string, Severity | 'off'>();
  const problems: string[] = [];
  for (const [code, name] of Object.entries(value)) {
    const severity = typeof name === 'string' && Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    const problem = problemOf(code, severity);
    if (problem !== undefined) problems.push(problem);
    else if (severity) severities.set(code, severity);
  }
  return { severities, problems };
}

function problemOf(code: string, severity: Severity | 'off' | undefined): string | undefined {
  const codes = diagnosticCatalogue.map((entry) => entry.code);
  if (!codes.includes(code)) {
    const near = suggest(code, codes);
    return `No finding has the code "${code}".${near === undefined ? '' : ` Did you mean "${near}"?`}`;
  }
  if (severity === undefined) return `The severity of ${code} is one of ${severityNames.join(', ')}.`;
  return ALWAYS_ERRORS.test(code) && severity !== 'error'
    ? `${code} is about the text itself and is always an error.`
    : undefined;
}
