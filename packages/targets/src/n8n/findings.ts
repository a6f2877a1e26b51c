import type { SourceRange } from '@journey/model';
import type { FindingSeverity, GenerationFinding } from '../target.ts';

/** What the n8n target finds to say; the codes are permanent. */
export const FINDINGS = {
  'target-trigger-unsupported': 'error',
  'target-action-unsupported': 'error',
  'target-event-unsupported': 'error',
  'target-message-unsupported': 'error',
  'target-expression-unsupported': 'error',
  'target-unknown-journey': 'error',
  'target-unknown-environment': 'error',
  'target-policy-ignored': 'warning',
  'target-message-part-ignored': 'warning',
  'target-setting-ignored': 'warning',
  'target-setting-needed': 'warning',
  'target-needs-address': 'information',
} as const satisfies Record<string, FindingSeverity>;

export type FindingCode = keyof typeof FINDINGS;

/** Gathers findings, each once. */
export class Findings {
  readonly #found = new Map<string, GenerationFinding>();

  report(code: FindingCode, message: string, source: SourceRange): void {
    const key = JSON.stringify([code, message, source]);
    this.#found.set(key, { code, severity: FINDINGS[code], message, source });
  }

  /** In the order in which they were found. */
  all(): GenerationFinding[] {
    return [...this.#found.values()];
  }
}
