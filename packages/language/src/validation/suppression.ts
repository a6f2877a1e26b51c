import type { LangiumDocument } from 'langium';
import { CstUtils } from 'langium';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { DiagnosticName } from '../diagnostics/registry.ts';
import { removeLines, type Fix } from '../diagnostics/fix.ts';
import { say } from '../locale/speech.ts';

/** A comment that silences findings: `// ignore J0401, J0402: reason`, or `// ignore-file J0401: reason`. */
interface Suppression {
  readonly codes: readonly string[];
  readonly reason: string;
  /** The line it is about, counted from 0; undefined for the whole file. */
  readonly line: number | undefined;
  readonly range: Range;
}

const COMMENT = /^\/\/\s*ignore(-file)?\s+(J\d{4}(?:\s*,\s*J\d{4})*)\s*(?::\s*(.*))?$/;

/** Findings about the text itself can't be silenced: nobody knows what a broken text says. */
export const NEVER_SILENT = /^J0(?:00|01[0-7]|1)/;

/** What suppression adds and takes away. */
export interface Suppressed {
  readonly kept: readonly Diagnostic[];
  readonly findings: readonly {
    readonly name: DiagnosticName & ('ignore-without-reason' | 'unused-ignore');
    readonly code: string;
    readonly range: Range;
    readonly fixes: readonly Fix[];
  }[];
}

/** Takes away what the file's comments silence, and finds comments that silence nothing or give no reason. */
export function suppress(document: LangiumDocument, diagnostics: readonly Diagnostic[]): Suppressed {
  const suppressions = suppressionsOf(document);
  const used = new Set<string>();
  const kept = diagnostics.filter((diagnostic) => {
    const code = String(diagnostic.code);
    if (NEVER_SILENT.test(code)) return true;
    const silencing = suppressions.filter((suppression) =>
      silences(suppression, code, diagnostic.range.start.line),
    );
    for (const { range } of silencing) used.add(`${range.start.line} ${code}`);
    return silencing.length === 0;
  });
  return { kept, findings: suppressions.flatMap((suppression) => problemsOf(suppression, used)) };
}

function silences({ codes, reason, line }: Suppression, code: string, at: number): boolean {
  return reason !== '' && codes.includes(code) && (line === undefined || line === at);
}

function problemsOf(suppression: Suppression, used: ReadonlySet<string>): Suppressed['findings'] {
  const { codes, reason, range } = suppression;
  if (reason === '') return [{ name: 'ignore-without-reason', code: codes.join(', '), range, fixes: [] }];
  const fixes =
    codes.length === 1 && range.start.character === 0
      ? [removeLines(say`Remove the comment`, range, true)]
      : [];
  return codes
    .filter((code) => !used.has(`${range.start.line} ${code}`))
    .map((code) => ({ name: 'unused-ignore', code, range, fixes }));
}

function suppressionsOf(document: LangiumDocument): Suppression[] {
  const root = document.parseResult.value.$cstNode;
  if (!root?.root.fullText.includes('ignore')) return [];
  const leaves = CstUtils.flattenCst(root).toArray();
  return leaves.flatMap((leaf, index) => {
    const match = leaf.hidden ? COMMENT.exec(leaf.text) : null;
    if (!match) return [];
    const [, wholeFile, codes = '', reason = ''] = match;
    const { line } = leaf.range.start;
    const isTrailing = leaves[index - 1]?.range.end.line === line;
    const next = leaves.slice(index + 1).find(({ hidden }) => !hidden)?.range.start.line;
    return [
      {
        codes: codes.split(/\s*,\s*/),
        reason: reason.trim(),
        line: wholeFile === undefined ? (isTrailing ? line : (next ?? line)) : undefined,
        range: leaf.range,
      },
    ];
  });
}
