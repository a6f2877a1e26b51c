import { Diagnostic, DiagnosticSeverity, languages, workspace, type Disposable, type Uri } from 'vscode';
import type { ModelProblem } from '@journey/server/protocol';
import { fileOfModel } from '../journey-documents.ts';
import { rangeOf } from '../positions.ts';

const severities: Readonly<Record<ModelProblem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** What generators find, among the problems of the editor, until the text that it is about changes. */
export class GenerationFindings implements Disposable {
  private readonly collection = languages.createDiagnosticCollection('journey-generate');
  private readonly edits: Disposable;

  constructor() {
    this.edits = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.collection.delete(document.uri);
    });
  }

  /** Takes the place of what was found the last time, in all files. */
  show(document: Uri, target: string, findings: readonly ModelProblem[]): void {
    this.collection.clear();
    this.collection.set(
      findings.map((finding) => [fileOfModel(document, finding.range.file), [diagnosticOf(target, finding)]]),
    );
  }

  dispose(): void {
    this.edits.dispose();
    this.collection.dispose();
  }
}

function diagnosticOf(target: string, { severity, code, message, range }: ModelProblem): Diagnostic {
  const diagnostic = new Diagnostic(rangeOf(range), message, severities[severity]);
  diagnostic.source = target;
  diagnostic.code = code;
  return diagnostic;
}
