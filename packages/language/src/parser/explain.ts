import { EXPLANATIONS } from './explanations.ts';
import type { Stumble } from './stumble.ts';
import type { TextFinding } from './text-finding.ts';

/** The first explanation that fits. */
export function explain(stumble: Stumble): TextFinding | undefined {
  for (const explanation of EXPLANATIONS) {
    const finding = explanation(stumble);
    if (finding) return finding;
  }
  return undefined;
}
