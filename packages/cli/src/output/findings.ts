import type { FindingData, OpenedDocument } from '@journey/language';
import { shownPath } from '../files.ts';
import { withoutIsolates } from './terminal.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something that the checker says about a place in a file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Where the page about the code is. */
  readonly help?: string;
  /** What may be done about it; the first is the likeliest. */
  readonly fixes?: readonly FindingFix[];
}

/** A change of the finding's file, its places counted as the finding's. */
export interface FindingFix {
  readonly title: string;
  /** Whether it is surely what was meant. */
  readonly preferred: boolean;
  readonly edits: readonly (Omit<Finding, 'file' | 'severity' | 'code' | 'message' | 'help' | 'fixes'> & {
    readonly newText: string;
  })[];
}

/** A finding with the source line that it starts in, for showing. */
export interface LocatedFinding extends Finding {
  readonly sourceLine: string;
}

/** Indexed by the protocol's severities, which count from 1. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function findingsOf(document: OpenedDocument): LocatedFinding[] {
  const file = shownPath(document.uri.fsPath);
  const lines = document.text.split(/\r\n|\r|\n/);
  return document.diagnostics.map((diagnostic) => ({
    file,
    line: diagnostic.range.start.line + 1,
    column: diagnostic.range.start.character + 1,
    endLine: diagnostic.range.end.line + 1,
    endColumn: diagnostic.range.end.character + 1,
    severity: SEVERITIES[(diagnostic.severity ?? 1) - 1] ?? 'error',
    code: String(diagnostic.code ?? ''),
    message: messageOf(diagnostic),
    ...(diagnostic.codeDescription && { help: diagnostic.codeDescription.href }),
    ...fixesOf(diagnostic),
    sourceLine: lines[diagnostic.range.start.line] ?? '',
  }));
}

function fixesOf({ data }: OpenedDocument['diagnostics'][number]): Pick<Finding, 'fixes'> {
  // What the checker put there: see FindingData.
  const { fixes = [] } = (data ?? {}) as Partial<FindingData>;
  if (fixes.length === 0) return {};
  return {
    fixes: fixes.map(({ title, preferred = false, edits }) => ({
      title,
      preferred,
      edits: edits.map(({ range, newText }) => ({
        line: range.start.line + 1,
        column: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        newText,
      })),
    })),
  };
}

/** What a diagnostic says. The protocol also allows Markdown, which reads well enough as it is. */
export function messageOf({ message }: OpenedDocument['diagnostics'][number]): string {
  return typeof message === 'string' ? message : message.value;
}

export type SeverityCounts = Readonly<Record<'errors' | 'warnings' | 'information' | 'hints', number>>;

export function countBySeverity(findings: readonly Finding[]): SeverityCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
}

/** The finding as `--json` tells it. */
export function findingForPrograms(finding: LocatedFinding): Finding {
  const { sourceLine: _, ...told } = finding;
  return { ...told, message: withoutIsolates(told.message) };
}
