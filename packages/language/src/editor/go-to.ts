import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, UriUtils } from 'langium';
import type {
  DeclarationProvider,
  DefinitionProvider,
  ImplementationProvider,
  TypeDefinitionProvider,
} from 'langium/lsp';
import type { LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import { importedUri } from '../references/imports.ts';
import { refOf, refText } from '../references/ref-of.ts';
import type { JourneyEditorServices } from './services.ts';
import { carriersOf } from './names/carriers.ts';
import { kindsOf } from './names/kinds-of.ts';
import type { NameAt } from './names/names.ts';

/**
 * Where a name leads. Its definition is where it is declared; its declaration is the import that brings it into the
 * file; its type is what kind of thing it is (see `kinds-of.ts`); its implementations are what puts it to use (see
 * `carriers.ts`).
 */
export class GoTo
  implements DefinitionProvider, DeclarationProvider, TypeDefinitionProvider, ImplementationProvider
{
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  getDefinition(document: LangiumDocument, params: TextDocumentPositionParams): LocationLink[] {
    return this.links(document, params, ({ declarations }) => declarations);
  }

  getDeclaration(document: LangiumDocument, params: TextDocumentPositionParams): LocationLink[] {
    return this.links(document, params, (name) =>
      name.declarations.map((declaration) => importOf(declaration, name, document) ?? declaration),
    );
  }

  getTypeDefinition(document: LangiumDocument, params: TextDocumentPositionParams): LocationLink[] {
    return this.links(document, params, ({ declarations }) => declarations.flatMap(kindsOf));
  }

  getImplementation(document: LangiumDocument, params: TextDocumentPositionParams): LocationLink[] {
    return this.links(document, params, ({ declarations }) =>
      declarations.flatMap((declaration) => carriersOf(declaration, this.services)),
    );
  }

  private links(
    document: LangiumDocument,
    { position }: TextDocumentPositionParams,
    targetsOf: (name: NameAt) => readonly AstNode[],
  ): LocationLink[] {
    const name = this.services.names.at(document, position);
    return name ? targetsOf(name).flatMap((target) => this.link(name, target)) : [];
  }

  private link({ range: originSelectionRange }: NameAt, target: AstNode): LocationLink[] {
    const range = target.$cstNode?.range;
    if (!range) return [];
    return [
      {
        originSelectionRange,
        targetUri: AstUtils.getDocument(target).uri.toString(),
        targetRange: range,
        targetSelectionRange: this.services.names.declarationOf(target)?.range ?? range,
      },
    ];
  }
}

/** What brings a declaration of another file into this one; undefined for what needs no import. */
function importOf(declaration: AstNode, { text }: NameAt, document: LangiumDocument): AstNode | undefined {
  const { uri } = AstUtils.getDocument(declaration);
  if (UriUtils.equals(uri, document.uri) || !ast.isFile(declaration.$container)) return undefined;
  const imports = (document.parseResult.value as ast.File).imports;
  const named = imports
    .flatMap(({ names }) => names)
    .find(({ target, alias }) => refOf(target) === declaration && (alias ?? refText(target)) === text);
  return (
    named ??
    imports.find(
      ({ path, names }) => path && names.length === 0 && UriUtils.equals(importedUri(document, path), uri),
    )
  );
}
