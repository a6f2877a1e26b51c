export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What the page about a finding says. */
export interface DiagnosticHelp {
  readonly what: string;
  readonly why: string;
  /** Journey source that causes it. */
  readonly wrong: string;
  /** The same source, right. */
  readonly right: string;
  /** Where the rule comes from, when it is a vendor's. */
  readonly source?: string;
}

/** A finding: its permanent code, how grave it is, and its sentence. */
export interface DiagnosticDefinition<Parameters> {
  /** `J` and four digits; never given to another finding, not even when this one is gone. */
  readonly code: string;
  readonly severity: Severity;
  /** Whether what it is about could as well be taken out; editors show it faded. */
  readonly unnecessary?: true;
  readonly message: (parameters: Parameters) => string;
  readonly help: DiagnosticHelp;
}

/** Gives a finding its type: the parameters of its sentence. */
export function define<Parameters = object>(
  definition: DiagnosticDefinition<Parameters>,
): DiagnosticDefinition<Parameters> {
  return definition;
}

/** A name from the source in a sentence; isolated, so that right-to-left names don't shuffle the words around them. */
export function quoted(name: string): string {
  return /[\u0590-\u08FF\uFB1D-\uFEFC]/.test(name) ? `\u2068"${name}"\u2069` : `"${name}"`;
}

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${quoted(suggestion)}?`;
}
