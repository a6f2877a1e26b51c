import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { formatDocument } from '../format/format.ts';
import type { JourneyServices } from '../services.ts';

/** The canonical form, as edits of the lines that change. */
export class JourneyFormatter implements Formatter {
  private readonly services: JourneyServices;
  readonly formatOnTypeOptions = undefined;

  constructor(services: JourneyServices) {
    this.services = services;
  }

  formatDocument(document: LangiumDocument): TextEdit[] {
    return this.edits(document);
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    return this.edits(document).filter(
      (edit) => edit.range.start.line <= range.end.line && edit.range.end.line >= range.start.line,
    );
  }

  formatDocumentOnType(): TextEdit[] {
    return [];
  }

  private edits(document: LangiumDocument): TextEdit[] {
    const formatted = formatDocument(document, this.services);
    return formatted === undefined ? [] : lineEdits(document.textDocument.getText(), formatted);
  }
}

/** The lines between the common beginning and the common end, replaced at once. */
function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const old = before.split('\n');
  const fresh = after.split('\n');
  // The last line is left to the common end, so that there always is one; without a final line break all is replaced.
  const limit = before.endsWith('\n') ? Math.min(old.length, fresh.length) - 1 : 0;
  let start = 0;
  while (start < limit && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < limit + 1 - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const last = old.length - end;
  if (end === 0) {
    const range = {
      start: { line: 0, character: 0 },
      end: { line: old.length - 1, character: old.at(-1)?.length ?? 0 },
    };
    return [{ range, newText: after }];
  }
  const range = { start: { line: start, character: 0 }, end: { line: last, character: 0 } };
  return [
    {
      range,
      newText: fresh
        .slice(start, fresh.length - end)
        .map((line) => `${line}\n`)
        .join(''),
    },
  ];
}
