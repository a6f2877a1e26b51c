import type { LocatedFinding, Severity, SeverityCounts } from './findings.ts';
import { counted, hasRightToLeft, type Style, type Terminal } from './terminal.ts';

const STYLES: Record<Severity, Style> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

export function printFindings(findings: readonly LocatedFinding[], terminal: Terminal): void {
  for (const finding of findings) {
    terminal.line(headline(finding, terminal));
    for (const line of sourceExcerpt(finding, terminal)) terminal.line(line);
  }
}

/** `awareness.journey:12:5 error Nothing is named "crmm". [J0201]`: editors and terminals turn the place into a link. */
function headline(finding: LocatedFinding, terminal: Terminal): string {
  const place = `${terminal.isolate(finding.file)}:${finding.line}:${finding.column}`;
  const severity = terminal.style(STYLES[finding.severity], finding.severity);
  const code = terminal.style('dim', `[${finding.code}]`);
  return `${terminal.style('bold', place)} ${severity} ${terminal.isolate(finding.message)} ${code}`;
}

function sourceExcerpt(finding: LocatedFinding, terminal: Terminal): string[] {
  const source = finding.sourceLine;
  if (source.trim() === '') return [];
  const start = finding.column - 1;
  const end = Math.max(finding.endLine === finding.line ? finding.endColumn - 1 : source.length, start + 1);
  const indent = source.length - source.trimStart().length;
  const gutter = `${String(finding.line).padStart(5)} | `;
  if (terminal.colours) {
    const style = [STYLES[finding.severity], 'underline'] as Style;
    const marked =
      source.slice(indent, start) + terminal.style(style, source.slice(start, end)) + source.slice(end);
    return [terminal.style('dim', gutter) + terminal.isolate(marked)];
  }
  const shown = gutter + terminal.isolate(source.trim());
  if (!hasOneCellPerUnit(source.slice(0, end)) || hasRightToLeft(source)) return [shown];
  const marks = `${' '.repeat(gutter.length - 2)}| ${' '.repeat(start - indent)}${'^'.repeat(Math.max(1, end - start))}`;
  return [shown, marks];
}

/** Marks on a line below say the truth only where every character before them is as wide as a mark. */
function hasOneCellPerUnit(text: string): boolean {
  return !/[^\u0020-\u02ff\u0370-\u058f\u1e00-\u2027\u2030-\u206f]/u.test(text);
}

/** `2 errors and 1 warning in 1 of 4 files.` */
export function summaryLine(counts: SeverityCounts, filesWithFindings: number, files: number): string {
  const parts = [
    counts.errors > 0 ? counted(counts.errors, 'error') : '',
    counts.warnings > 0 ? counted(counts.warnings, 'warning') : '',
    counts.information + counts.hints > 0 ? counted(counts.information + counts.hints, 'note') : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return `${counted(files, 'file')}, nothing to report.`;
  return `${parts.join(', ')} in ${filesWithFindings} of ${counted(files, 'file')}.`;
}
