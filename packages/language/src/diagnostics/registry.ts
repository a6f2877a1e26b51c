import type { AstNode, DiagnosticInfo, ValidationAcceptor, ValidationSeverity } from 'langium';
import type { DiagnosticDefinition, DiagnosticHelp, Severity } from './define.ts';
import { journeyDiagnostics } from './journey.ts';
import { nameDiagnostics } from './names.ts';
import { syntaxDiagnostics } from './syntax.ts';
import { typeDiagnostics } from './types.ts';

/** Every finding there is. A new one is a new row in one of these tables. */
export const diagnostics = {
  ...syntaxDiagnostics,
  ...nameDiagnostics,
  ...typeDiagnostics,
  ...journeyDiagnostics,
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

/** The finding's sentence. */
export function messageOf<Name extends DiagnosticName>(
  name: Name,
  parameters: DiagnosticParameters<Name>,
): string {
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

/** Reports a finding at a node, or at one of its properties. */
export function report<Node extends AstNode, Name extends DiagnosticName>(
  accept: ValidationAcceptor,
  name: Name,
  parameters: DiagnosticParameters<Name>,
  place: Pick<DiagnosticInfo<Node>, 'node' | 'property' | 'index' | 'keyword' | 'range'>,
): void {
  const { code, severity } = diagnostics[name];
  accept(LANGIUM_SEVERITY[severity], messageOf(name, parameters), { ...place, code });
}
