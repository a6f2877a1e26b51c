import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider } from 'langium/lsp';
import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
} from 'vscode-languageserver';
import type { JourneyEditorServices } from './services.ts';

/** Where the name at the cursor stands in its file: written at its declaration, read elsewhere. */
export class JourneyHighlightProvider implements DocumentHighlightProvider {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  getDocumentHighlight(
    document: LangiumDocument,
    { position }: DocumentHighlightParams,
  ): DocumentHighlight[] {
    const { names } = this.services;
    const here = document.uri.toString();
    const declarations = names.at(document, position)?.declarations ?? [];
    return declarations
      .flatMap((declaration) => names.occurrencesOf(declaration))
      .filter(({ uri }) => uri.toString() === here)
      .map(({ range, role }) => ({
        range,
        kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  }
}
