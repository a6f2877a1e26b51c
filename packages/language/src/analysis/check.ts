import type { JourneyModel, SourceRange } from '@journey/model';
import type { Fix } from '../diagnostics/fix.ts';
import type { DiagnosticName, DiagnosticParameters } from '../diagnostics/registry.ts';

/** Reports a finding at a place of the source, with what may be done about it. */
export type Find = <Name extends DiagnosticName>(
  name: Name,
  parameters: DiagnosticParameters<Name>,
  source: SourceRange,
  fixes?: readonly Fix[],
) => void;

/** What is written there; empty where it is another file than the checked one, which no fix may change. */
export type TextOf = (range: SourceRange) => string;

/** Looks through a compiled model. What it finds in other files than the checked one is reported when those are checked. */
export type ModelCheck = (model: JourneyModel, find: Find, textOf: TextOf) => void;
