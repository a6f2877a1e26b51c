import type { AstNode, LangiumDocument, ReferenceInfo } from 'langium';
import { AstUtils, CstUtils, GrammarAST, UriUtils } from 'langium';
import { quoted } from '../../diagnostics/define.ts';
import * as ast from '../../generated/ast.ts';
import { importedUris } from '../../references/imports.ts';
import { visibleIn } from '../../references/scope-computation.ts';
import { sitesOf } from '../../references/sites.ts';
import type { JourneyEditorServices } from '../services.ts';
import { kindOf } from '../../validation/names.ts';
import type { Occurrence } from './names.ts';
import { say } from '../../locale/speech.ts';

/** Says what stands against a new name. Rather one name too many is refused than a journey changed that nobody looks at. */
export class Clashes {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  /** Why the word can't be a name in these places; undefined where it can. */
  objectionToWord(word: string, occurrences: readonly Occurrence[]): string | undefined {
    const { tokens, errors } = this.services.parser.Lexer.tokenize(word);
    const [token] = tokens;
    const isWord =
      errors.length === 0 && tokens.length === 1 && token?.image === word && /^[_\p{L}]/u.test(word);
    if (!isWord)
      return say`${quoted(word)} can't be a name: names are made of letters, digits and _, and don't begin with a digit.`;
    const isFree =
      token.tokenType.name === 'ID' || token.tokenType.CATEGORIES?.some(({ name }) => name === 'ID');
    return isFree || occurrences.every(takesAnyWord)
      ? undefined
      : say`${quoted(word)} is a word of the language, which can't be a name here.`;
  }

  /** Why the declaration can't be called so: what else is, in a sentence. */
  objectionTo(name: string, declaration: AstNode): string | undefined {
    const other =
      this.neighbour(name, declaration) ??
      this.seenFromReferences(name, declaration) ??
      this.hidden(name, declaration);
    return other && this.sentence(name, other);
  }

  /** Why an import can't call something so. */
  objectionToAlias(name: string, document: LangiumDocument): string | undefined {
    const file = document.parseResult.value;
    const own = document.localSymbols?.getStream(file).find((symbol) => symbol.name === name);
    const imported =
      own ?? this.services.references.ScopeProvider.visibleFromOutside(document).getElement(name);
    const node = imported && this.services.references.ScopeProvider.nodeOf(imported);
    return node && this.sentence(name, node);
  }

  /** What has the name already, in the part of the file in which the declaration's is known. */
  private neighbour(name: string, declaration: AstNode): AstNode | undefined {
    const region = visibleIn(declaration);
    const symbols = region && AstUtils.getDocument(declaration).localSymbols?.getStream(region);
    return symbols
      ?.filter((symbol) => symbol.name === name && symbol.node !== declaration)
      .flatMap(({ node }) => (node && this.couldBeMixedUp(node, declaration) ? [node] : []))
      .head();
  }

  private couldBeMixedUp(node: AstNode, declaration: AstNode): boolean {
    const { AstReflection } = this.services.shared;
    return (
      node.$type === declaration.$type ||
      ast.isFile(declaration.$container) ||
      this.references(declaration).some((info) =>
        AstReflection.isSubtype(node.$type, AstReflection.getReferenceType(info)),
      )
    );
  }

  /** What the name means already where the declaration is referred to. */
  private seenFromReferences(name: string, declaration: AstNode): AstNode | undefined {
    const { ScopeProvider } = this.services.references;
    for (const info of this.references(declaration)) {
      const found = ScopeProvider.getScope(info).getElement(name);
      const node = found && ScopeProvider.nodeOf(found);
      if (node && node !== declaration) return node;
    }
    return undefined;
  }

  /** What would no longer be meant where it is referred to. */
  private hidden(name: string, declaration: AstNode): AstNode | undefined {
    const { AstReflection } = this.services.shared;
    const region = visibleIn(declaration);
    for (const document of [AstUtils.getDocument(declaration), ...this.importers(declaration)]) {
      for (const reference of document.references) {
        if (reference.$refText !== name || !('ref' in reference) || !reference.$refNode) continue;
        const info = AstUtils.streamReferences(reference.$refNode.astNode).find(
          (each) => each.reference === reference,
        );
        const isMember = !info || ast.isMember(info.container) || ast.isSettingValue(info.container);
        if (isMember || !AstReflection.isSubtype(declaration.$type, AstReflection.getReferenceType(info)))
          continue;
        const isInRegion =
          ast.isFile(region) || AstUtils.hasContainerOfType(info.container, (node) => node === region);
        if (isInRegion && reference.ref && reference.ref !== declaration) return reference.ref;
      }
    }
    return undefined;
  }

  private references(declaration: AstNode): ReferenceInfo[] {
    return sitesOf(declaration, this.services).flatMap(({ node, description }) =>
      AstUtils.streamReferences(node)
        .filter(({ reference }) => reference.$refNode?.offset === description.segment.offset)
        .filter(({ container }) => !ast.isImportedName(container))
        .toArray(),
    );
  }

  private importers(declaration: AstNode): LangiumDocument[] {
    if (!ast.isFile(declaration.$container)) return [];
    const { uri } = AstUtils.getDocument(declaration);
    return this.services.shared.workspace.LangiumDocuments.all
      .filter((document) => importedUris(document).some((imported) => UriUtils.equals(imported, uri)))
      .toArray();
  }

  private sentence(name: string, other: AstNode): string {
    const document = AstUtils.getDocument(other);
    const line = (other.$cstNode?.range.start.line ?? 0) + 1;
    return say`${quoted(name)} is the name of something else already: the ${kindOf(other)} in line ${line} of ${UriUtils.basename(document.uri)}.`;
  }
}

/** Whether the name stands where any word may, even one of the language. */
function takesAnyWord({ cst }: Occurrence): boolean {
  const leaf = cst && CstUtils.flattenCst(cst).head();
  return !leaf || AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule)?.name === 'Word';
}
