import { UriUtils, type LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { ModelProblem } from './protocol.ts';

const severities: Readonly<Record<number, ModelProblem['severity']>> = {
  1: 'error',
  2: 'warning',
  3: 'information',
};

/** The findings in a document, hints left out; `from` is the document whose folder their files are relative to. */
export function problemsOf(document: LangiumDocument, from: LangiumDocument): readonly ModelProblem[] {
  const file = UriUtils.relative(UriUtils.dirname(from.uri), document.uri);
  return (document.diagnostics ?? []).flatMap((diagnostic) => problemOf(diagnostic, file) ?? []);
}

function problemOf({ severity, code, message, range }: Diagnostic, file: string): ModelProblem | undefined {
  const named = severities[severity ?? 1];
  return (
    named && {
      severity: named,
      code: String(code ?? ''),
      message: typeof message === 'string' ? message : message.value,
      range: { file, start: range.start, end: range.end },
    }
  );
}
