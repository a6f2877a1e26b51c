import type { LangiumDocument } from 'langium';
import { AstUtils } from 'langium';
import type { RenameProvider } from 'langium/lsp';
import {
  LSPErrorCodes,
  ResponseError,
  type Position,
  type Range,
  type RenameParams,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { quoted } from '../diagnostics/define.ts';
import { isLibraryUri } from '../library/library.ts';
import type { JourneyEditorServices } from './services.ts';
import { kindOf } from '../validation/names.ts';
import { Clashes } from './names/clashes.ts';
import type { NameAt, Occurrence } from './names/names.ts';
import { say } from '../locale/speech.ts';

/** Gives a new name to what is meant, in all files; refuses, in a sentence, where a journey would change its meaning. */
export class JourneyRenameProvider implements RenameProvider {
  private readonly services: JourneyEditorServices;
  private readonly clashes: Clashes;

  constructor(services: JourneyEditorServices) {
    this.services = services;
    this.clashes = new Clashes(services);
  }

  /** @throws {ResponseError} where nothing can be renamed. */
  prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range {
    return this.nameAt(document, position).range;
  }

  /** @throws {ResponseError} where the name can't be changed to that. */
  rename(document: LangiumDocument, { position, newName }: RenameParams): WorkspaceEdit {
    const name = this.nameAt(document, position);
    const occurrences = this.sameSpelling(name, document);
    const objection =
      this.clashes.objectionToWord(newName, occurrences) ??
      (name.text === newName ? undefined : this.objection(name, newName, document));
    if (objection !== undefined) throw refusal(objection);
    const changes: Record<string, TextEdit[]> = {};
    for (const { uri, range } of occurrences)
      (changes[uri.toString()] ??= []).push({ range, newText: newName });
    return { changes };
  }

  private nameAt(document: LangiumDocument, position: Position): NameAt & { readonly isAlias: boolean } {
    const name = this.services.names.at(document, position);
    const [declaration, another] = name?.declarations ?? [];
    if (!name || !declaration) throw refusal('Only names can be renamed, and there is none here.');
    if (isLibraryUri(AstUtils.getDocument(declaration).uri))
      throw refusal(say`${quoted(name.text)} is a name of the library, which is the same for everybody.`);
    const other = another ?? this.services.names.othersMeant(declaration)[0];
    if (other) throw refusal(this.ambiguity(name.text, other));
    const declared = this.services.references.NameProvider.getName(declaration);
    return { ...name, isAlias: name.text.normalize('NFC') !== declared };
  }

  private ambiguity(name: string, other: NameAt['declarations'][number]): string {
    const document = AstUtils.getDocument(other);
    const line = (other.$cstNode?.range.start.line ?? 0) + 1;
    return say`A text that shows ${quoted(name)} is sent from several places, where it means different things: also the ${kindOf(other)} in line ${line} of ${document.uri.path.split('/').at(-1) ?? ''}.`;
  }

  /** An import's own name for something is known in its file only, and all else is called by its own name. */
  private sameSpelling(
    { text, declarations: [declaration], isAlias }: ReturnType<typeof this.nameAt>,
    document: LangiumDocument,
  ): Occurrence[] {
    if (!declaration) return [];
    const here = document.uri.toString();
    return this.services.names
      .occurrencesOf(declaration)
      .filter((occurrence) => occurrence.text === text && (!isAlias || occurrence.uri.toString() === here));
  }

  private objection(
    { declarations: [declaration], isAlias }: ReturnType<typeof this.nameAt>,
    newName: string,
    document: LangiumDocument,
  ): string | undefined {
    if (isAlias) return this.clashes.objectionToAlias(newName, document);
    return declaration && this.clashes.objectionTo(newName, declaration);
  }
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
