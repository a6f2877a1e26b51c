import type { LangiumDocument } from 'langium';
import { CstUtils } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formatDocument } from '../format/format.ts';
import { lineEdits } from '../format/line-edits.ts';
import type { JourneyEditorServices } from './services.ts';

/** The canonical form, as edits of the lines that change. */
export class JourneyFormatter implements Formatter {
  private readonly services: JourneyEditorServices;
  readonly formatOnTypeOptions: DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '}' };

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  formatDocument(document: LangiumDocument): TextEdit[] {
    return this.edits(document);
  }

  formatDocumentRange(
    document: LangiumDocument,
    { range }: Pick<DocumentRangeFormattingParams, 'range'>,
  ): TextEdit[] {
    return this.edits(document).filter((edit) => {
      const { start, end } = edit.range;
      const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
      return start.line <= range.end.line && lastLine >= range.start.line;
    });
  }

  /** A block that has just been closed. */
  formatDocumentOnType(document: LangiumDocument, { position }: DocumentOnTypeFormattingParams): TextEdit[] {
    const root = document.parseResult.value.$cstNode;
    const brace = root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(position) - 1);
    const { range } = brace?.astNode.$cstNode ?? {};
    return range && brace?.text === '}' ? this.formatDocumentRange(document, { range }) : [];
  }

  private edits(document: LangiumDocument): TextEdit[] {
    const { text } = formatDocument(document, this.services);
    return lineEdits(document.textDocument.getText(), text);
  }
}
