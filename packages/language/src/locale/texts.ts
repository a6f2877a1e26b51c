import type { DiagnosticName, DiagnosticParameters } from '../diagnostics/registry.ts';

/**
 * A finding's sentence in another language: a pattern whose holes are named as the finding's parameters, or a choice of
 * patterns where the sentence depends on them. Two holes more: `{didYouMean}`, the question after an unknown name, and
 * `{inFile}`, where the finding is in a file of its own.
 */
export type FindingText<Parameters> = string | ((parameters: Parameters) => string);

export type FindingTexts = {
  readonly [Name in DiagnosticName]: FindingText<DiagnosticParameters<Name>>;
};

/** All that the language says, in one language other than English. */
export interface Texts {
  readonly findings: Partial<FindingTexts>;
  /** What is said by {@link say}, by the English: titles of fixes, and parts of findings. */
  readonly phrases: Readonly<Record<string, string>>;
  /** What keywords do, as Markdown, by the grammar's rule and the keyword. */
  readonly keywords: Readonly<Record<string, string>>;
}
