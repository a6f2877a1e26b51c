import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import type { Fix } from '../diagnostics/fix.ts';
import type { FindingData } from '../diagnostics/registry.ts';
import { say } from '../locale/speech.ts';
import type { JourneyEditorServices } from './services.ts';
import { extractAutomation } from './refactor/extract-automation.ts';
import { extractMessage } from './refactor/extract-message.ts';
import { inlineValue } from './refactor/inline-value.ts';
import { addMissingStages } from './refactor/missing-stages.ts';
import { organiseImports, SOURCE_ORGANIZE_IMPORTS } from './refactor/organise-imports.ts';
import { NEVER_SILENT } from '../validation/suppression.ts';

/** Makes all sure fixes of a file at once. */
export const SOURCE_FIX_ALL = `${CodeActionKind.SourceFixAll}.journey`;

/** What may be done about findings: the fixes that they carry, ignoring them with a reason, all sure fixes at once. */
export class JourneyCodeActions implements CodeActionProvider {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  async getCodeActions(
    document: LangiumDocument,
    { context, range }: CodeActionParams,
  ): Promise<CodeAction[]> {
    const wants = (kind: string): boolean =>
      context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
    const found = (document.diagnostics ?? []).filter((diagnostic) => touches(diagnostic, range));
    return [
      ...(wants(CodeActionKind.QuickFix)
        ? found.flatMap((diagnostic) => quickFixes(document, diagnostic))
        : []),
      ...(context.only && wants(SOURCE_FIX_ALL) ? fixAll(document) : []),
      ...(context.only && wants(SOURCE_ORGANIZE_IMPORTS) ? organiseImports(document) : []),
      ...(wants(CodeActionKind.RefactorExtract)
        ? [
            ...extractAutomation(document, range, this.services),
            ...(await extractMessage(document, range, this.services)),
          ]
        : []),
      ...(wants(CodeActionKind.RefactorInline) ? inlineValue(document, range, this.services) : []),
      ...(wants(CodeActionKind.RefactorRewrite) ? addMissingStages(document, range) : []),
    ];
  }
}

function touches({ range }: Diagnostic, place: Diagnostic['range']): boolean {
  return range.start.line <= place.end.line && range.end.line >= place.start.line;
}

function quickFixes(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
  const fixes = fixesOf(diagnostic).map((fix) => action(document, fix, [diagnostic]));
  return NEVER_SILENT.test(String(diagnostic.code)) ? fixes : [...fixes, ignoreAction(document, diagnostic)];
}

function fixesOf({ data }: Diagnostic): readonly Fix[] {
  return isFindingData(data) ? data.fixes : [];
}

function isFindingData(data: unknown): data is FindingData {
  return typeof data === 'object' && data !== null && 'fixes' in data && Array.isArray(data.fixes);
}

function action(
  document: LangiumDocument,
  { title, edits, preferred }: Fix,
  diagnostics: Diagnostic[],
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: preferred ?? false,
    edit: { changes: { [document.uri.toString()]: [...edits] } },
  };
}

function ignoreAction(document: LangiumDocument, diagnostic: Diagnostic): CodeAction {
  const { line } = diagnostic.range.start;
  const text = document.textDocument.getText({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
  });
  const indentation = /^\s*/.exec(text)?.[0].replace(/[\r\n]/g, '') ?? '';
  const code = String(diagnostic.code);
  const edit = {
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    newText: `${indentation}// ignore ${code}: \n`,
  };
  return action(document, { title: say`Ignore ${code} here and say why`, edits: [edit] }, [diagnostic]);
}

function fixAll(document: LangiumDocument): CodeAction[] {
  const edits: TextEdit[] = [];
  for (const fix of (document.diagnostics ?? []).flatMap(fixesOf)) {
    // One fix may make another needless: of two that touch the same place the first is made.
    if (fix.preferred && !fix.edits.some((edit) => edits.some((other) => overlap(edit, other))))
      edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  return [
    {
      title: say`Fix all that is sure`,
      kind: SOURCE_FIX_ALL,
      edit: { changes: { [document.uri.toString()]: edits } },
    },
  ];
}

function overlap({ range: one }: TextEdit, { range: other }: TextEdit): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Diagnostic['range']['start'], other: Diagnostic['range']['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
