import type { JourneyModel, SourceRange } from '@journey/model';

export const FINDING_SEVERITIES = ['error', 'warning', 'information'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** Something that a target can't do, or does otherwise than a reader would think. */
export interface GenerationFinding {
  /** Permanent, `target-` and words: people look it up. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** One sentence for the author of the journey: what, and what to do. */
  readonly message: string;
  readonly source: SourceRange;
}

/** `/` separators, relative to the output folder. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** By whom a step is carried out: the vendor's own part for it, the orchestrator's own logic, or nobody. */
export type Support = 'native' | 'http' | 'orchestrated' | 'unsupported';

export interface StepCoverage {
  readonly automation: string;
  readonly step: string;
  readonly support: Support;
  readonly source: SourceRange;
}

export interface GenerationResult {
  /** In the order of their paths. */
  readonly files: readonly GeneratedFile[];
  readonly findings: readonly GenerationFinding[];
  /** One entry for each step of each automation, in the order of the source. */
  readonly coverage: readonly StepCoverage[];
}

/**
 * A clock for trials: at `start` it shows the true time, and from then on it runs `factor` times as fast.
 * What is generated with one is for trials only.
 */
export interface TimeScale {
  /** Above 0; 1440 makes a day last a minute. */
  readonly factor: number;
  /** ISO 8601 with an offset. */
  readonly start: string;
}

export interface GenerateOptions {
  /** Ids of journeys; all of the model's where nothing is said. */
  readonly journeys?: readonly string[];
  /** An environment's id, whose settings take the place of the systems' own. */
  readonly environment?: string;
  readonly timeScale?: TimeScale;
}

/** What a target can do, as data: what the editor and the documentation show. */
export interface CapabilityTable {
  readonly steps: Readonly<Record<string, Capability>>;
  readonly triggers: Readonly<Record<string, Capability>>;
  /** By connector. */
  readonly connectors: Readonly<Record<string, ConnectorCapabilities>>;
}

export interface Capability {
  readonly support: Support;
  /** How, or why not. */
  readonly how: string;
}

export interface ConnectorCapabilities {
  /** Where the vendor says so. */
  readonly source: string;
  readonly actions: Readonly<Record<string, Capability>>;
  readonly events: Readonly<Record<string, Capability>>;
  readonly messages?: Capability;
}

/** A program that journeys are generated for. */
export interface Target {
  readonly id: string;
  readonly label: string;
  readonly capabilities: CapabilityTable;
  /** The same model and options give the same bytes, on any machine. */
  generate(model: JourneyModel, options?: GenerateOptions): GenerationResult;
}
