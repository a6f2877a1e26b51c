import { DiagnosticTag } from 'vscode-languageserver-types';
import type { AstNode, DiagnosticInfo, ValidationAcceptor, ValidationSeverity } from 'langium';
import type { DiagnosticDefinition, DiagnosticHelp, Severity } from './define.ts';
import type { Fix } from './fix.ts';
import { connectorDiagnostics } from './connectors.ts';
import { flowDiagnostics } from './flow.ts';
import { renamingDiagnostics } from './journey-renamings.ts';
import { journeyDiagnostics } from './journey.ts';
import { mapDiagnostics } from './map.ts';
import { messageDiagnostics } from './messages.ts';
import { nameDiagnostics } from './names.ts';
import { policyDiagnostics } from './policy.ts';
import { senseDiagnostics } from './sense.ts';
import { simulationDiagnostics } from './simulation.ts';
import { suppressionDiagnostics } from './suppression.ts';
import { syntaxDiagnostics } from './syntax.ts';
import { textDiagnostics } from './text.ts';
import { typeDiagnostics } from './types.ts';
import { unitDiagnostics } from './units.ts';
import { translatedFinding } from '../locale/speech.ts';

/** Every finding there is. A new one is a new row in one of these tables. */
export const diagnostics = {
  ...syntaxDiagnostics,
  ...textDiagnostics,
  ...suppressionDiagnostics,
  ...nameDiagnostics,
  ...typeDiagnostics,
  ...unitDiagnostics,
  ...journeyDiagnostics,
  ...renamingDiagnostics,
  ...connectorDiagnostics,
  ...flowDiagnostics,
  ...messageDiagnostics,
  ...policyDiagnostics,
  ...senseDiagnostics,
  ...mapDiagnostics,
  ...simulationDiagnostics,
};

export type DiagnosticName = keyof typeof diagnostics;
export type DiagnosticParameters<Name extends DiagnosticName> =
  (typeof diagnostics)[Name] extends DiagnosticDefinition<infer Parameters> ? Parameters : never;

/** A finding as the documentation lists it. */
export interface DiagnosticEntry {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly help: DiagnosticHelp;
}

export const diagnosticCatalogue: readonly DiagnosticEntry[] = Object.entries(diagnostics)
  .map(([name, { code, severity, help }]) => ({ code, name, severity, help }))
  .sort((one, other) => (one.code < other.code ? -1 : 1));

/** The finding's sentence, in the language that is spoken. */
export function messageOf<Name extends DiagnosticName>(
  name: Name,
  parameters: DiagnosticParameters<Name>,
): string {
  const translated = translatedFinding(name, parameters);
  if (translated !== undefined) return translated;
  // The registry's union loses the tie between a name and its parameters, which the signature keeps.
  const definition = diagnostics[name] as unknown as DiagnosticDefinition<DiagnosticParameters<Name>>;
  return definition.message(parameters);
}

const LANGIUM_SEVERITY: Record<Severity, ValidationSeverity> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** What a diagnostic carries along for the editor. */
export interface FindingData {
  readonly fixes: readonly Fix[];
}

/** Reports a finding at a node, or at one of its properties, with what may be done about it. */
export function report<Node extends AstNode, Name extends DiagnosticName>(
  accept: ValidationAcceptor,
  name: Name,
  parameters: DiagnosticParameters<Name>,
  place: Pick<DiagnosticInfo<Node>, 'node' | 'property' | 'index' | 'keyword' | 'range'> & {
    readonly fixes?: readonly Fix[];
  },
): void {
  const {
    code,
    severity,
    unnecessary,
  }: Pick<DiagnosticDefinition<never>, 'code' | 'severity' | 'unnecessary'> = diagnostics[name];
  const { fixes = [], ...where } = place;
  const data: FindingData = { fixes };
  accept(LANGIUM_SEVERITY[severity], messageOf(name, parameters), {
    ...where,
    code,
    data,
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  });
}
