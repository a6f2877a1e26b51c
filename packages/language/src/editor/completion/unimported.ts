import type { AstNodeDescription, ReferenceInfo } from 'langium';
import { UriUtils } from 'langium';
import type { CompletionContext } from 'langium/lsp';
import type { CompletionItem } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { isLibraryUri } from '../../library/library.ts';
import { importEdit } from '../../references/import-edits.ts';
import { pathBetween } from '../../references/imports.ts';
import type { JourneyEditorServices } from '../services.ts';

/** More than a list shows at once; whoever wants others types a letter more. */
const MOST = 100;

/** Names that other files declare and this one doesn't import yet: whoever picks one gets the import along. */
export class UnimportedNames {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  /** What could be referred to in the place if it were imported. */
  candidates(
    info: ReferenceInfo,
    { document, textDocument, tokenOffset, offset }: CompletionContext,
    visible: readonly AstNodeDescription[],
  ): Unimported[] {
    if (!mayBeImported(info)) return [];
    const { AstReflection, workspace, lsp } = this.services.shared;
    const typed = textDocument.getText().slice(tokenOffset, offset);
    const known = new Set(visible.map(({ name }) => name));
    return workspace.IndexManager.allElements(AstReflection.getReferenceType(info))
      .filter(({ name }) => !known.has(name) && lsp.FuzzyMatcher.match(typed, name))
      .filter(({ documentUri }) => !isLibraryUri(documentUri) && !UriUtils.equals(documentUri, document.uri))
      .limit(MOST)
      .map(({ name, type, documentUri, path }) => {
        return { name, type, documentUri, path, importPath: pathBetween(document.uri, documentUri) };
      })
      .toArray();
  }
}

/** A name with the path of the file that it would be imported from. */
type Unimported = AstNodeDescription & { readonly importPath: string };

/** What goes along with the name of another file; nothing for one that needs no import. */
export function importOf(
  description: AstNodeDescription | Unimported,
  { document }: CompletionContext,
): Pick<CompletionItem, 'additionalTextEdits' | 'labelDetails' | 'sortText'> {
  if (!('importPath' in description)) return {};
  const { name, importPath } = description;
  return {
    additionalTextEdits: [importEdit(document.parseResult.value as ast.File, name, importPath)],
    labelDetails: { description: importPath },
    sortText: '2',
  };
}

/** Whether the place refers to what a file declares, rather than to a part of something. */
function mayBeImported({ container, property }: ReferenceInfo): boolean {
  if (ast.isMember(container) || ast.isSettingValue(container) || ast.isImportedName(container)) return false;
  if (ast.isRecordType(container) && property === 'record' && container.owner) return false;
  return !(ast.isReference(container) && ast.isCall(container.$container));
}
