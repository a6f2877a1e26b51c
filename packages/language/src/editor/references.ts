import type { LangiumDocument } from 'langium';
import type { ReferencesProvider } from 'langium/lsp';
import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { JourneyEditorServices } from './services.ts';

/** Every place that means the same thing as the name at the cursor, in arguments and texts too. */
export class JourneyReferencesProvider implements ReferencesProvider {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  findReferences(document: LangiumDocument, { position, context }: ReferenceParams): Location[] {
    const { names } = this.services;
    const declarations = names.at(document, position)?.declarations ?? [];
    return declarations
      .flatMap((declaration) => names.occurrencesOf(declaration))
      .filter(({ role }) => context.includeDeclaration || role !== 'declaration')
      .map(({ uri, range }) => ({ uri: uri.toString(), range }));
  }
}
