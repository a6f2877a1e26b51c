import { say, sayWords } from '@journey/language/speech';
import type { LocatedFinding, Severity, SeverityCounts } from './findings.ts';
import { cellsOf } from './cells.ts';
import { type Style, type Terminal } from './terminal.ts';

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
  const severity = terminal.style(STYLES[finding.severity], terminal.isolate(sayWords(finding.severity)));
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
  const [before, marked, after] = [source.slice(indent, start), source.slice(start, end), source.slice(end)];
  const under = `${' '.repeat(gutter.length - 2)}| ${' '.repeat(cellsOf(before))}`;
  const fix = fixLine(finding, ' '.repeat(gutter.length - 2), terminal);
  if (terminal.colours) {
    const style = [STYLES[finding.severity], 'underline'] as Style;
    const shown = before + terminal.style(style, marked) + after;
    return [terminal.style('dim', gutter) + terminal.isolate(shown), ...fix];
  }
  const shown =
    gutter + terminal.isolate(before) + terminal.isolate(marked) + terminal.isolate(after.trimEnd());
  return [shown, under + '^'.repeat(Math.max(1, cellsOf(marked.trimEnd()))), ...fix];
}

/** What may be done about it, as the editor would offer it. */
function fixLine({ fixes = [] }: LocatedFinding, margin: string, terminal: Terminal): string[] {
  const titles = fixes.map(({ title }) => terminal.isolate(title));
  const said = terminal.isolate(say`fix: ${titles.join(say`, or: `)}`);
  return titles.length === 0 ? [] : [terminal.style('dim', `${margin}= ${said}`)];
}

/** `2 errors, 1 warning in 1 of 4 files.` */
export function summaryLine(counts: SeverityCounts, filesWithFindings: number, files: number): string {
  const { errors, warnings } = counts;
  const notes = counts.information + counts.hints;
  const parts = [
    ...(errors > 0 ? [errors === 1 ? say`${errors} error` : say`${errors} errors`] : []),
    ...(warnings > 0 ? [warnings === 1 ? say`${warnings} warning` : say`${warnings} warnings`] : []),
    ...(notes > 0 ? [notes === 1 ? say`${notes} note` : say`${notes} notes`] : []),
  ];
  const all = files === 1 ? say`${files} file` : say`${files} files`;
  return parts.length === 0
    ? say`${all}, nothing to report.`
    : say`${parts.join(', ')} in ${filesWithFindings} of ${all}.`;
}
