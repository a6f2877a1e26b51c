import type { AstNode, CstNode, LangiumDocument, URI } from 'langium';
import { AstUtils, CstUtils, GrammarUtils } from 'langium';
import type { Position, Range } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { isDeclaration } from '../../references/scope-computation.ts';
import { sitesOf } from '../../references/sites.ts';
import { SpelledNames, type SpelledName } from '../../references/spelled-names.ts';
import type { JourneyEditorServices } from '../services.ts';

/** A name in a text, and what it may mean. */
export interface NameAt {
  readonly range: Range;
  /** As it is written there: an import may call things by names of its own. */
  readonly text: string;
  readonly declarations: readonly AstNode[];
}

/** One of the places where something is called by a name. */
export interface Occurrence {
  readonly uri: URI;
  readonly range: Range;
  readonly text: string;
  readonly role: 'declaration' | 'reference';
  /** Where the grammar knows it for a name; undefined in texts, which take any. */
  readonly cst?: CstNode;
}

/** What names mean and where they stand: what go-to, references, highlights, hovers and rename ask. */
export class Names {
  private readonly services: JourneyEditorServices;
  private readonly spelled: SpelledNames;

  constructor(services: JourneyEditorServices) {
    this.services = services;
    this.spelled = new SpelledNames(services);
  }

  /** The name at a position, or right before it. */
  at(document: LangiumDocument, position: Position): NameAt | undefined {
    const root = document.parseResult.value.$cstNode;
    const leaf = CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position));
    if (!leaf || leaf.hidden) return undefined;
    const spelled = this.spelled
      .in(leaf.astNode)
      .find(({ uri, range }) => uri.toString() === document.uri.toString() && contains(range, position));
    if (spelled) {
      const declarations = spelled.declarations();
      return declarations.length > 0 ? { ...spelled, declarations } : undefined;
    }
    const declarations = this.declarationsOf(leaf);
    const { range, text } = CstUtils.getDatatypeNode(leaf) ?? leaf;
    return declarations.length > 0 ? { range, text, declarations } : undefined;
  }

  private declarationsOf(leaf: CstNode): AstNode[] {
    const property = GrammarUtils.findAssignment(leaf)?.feature;
    if (property === 'name') return isDeclaration(leaf.astNode) ? [leaf.astNode] : [];
    return AstUtils.streamReferences(leaf.astNode)
      .filter(({ reference }) => {
        const range = reference.$refNode;
        return range !== undefined && range.offset <= leaf.offset && range.end >= leaf.end;
      })
      .flatMap(({ reference }) => ('ref' in reference && reference.ref ? [reference.ref] : []))
      .toArray();
  }

  /** The place where it is declared by its name. */
  declarationOf(node: AstNode): Occurrence | undefined {
    const cst = this.services.references.NameProvider.getNameNode(node);
    const { uri } = AstUtils.getDocument(node);
    return cst && { uri, range: cst.range, text: cst.text, role: 'declaration', cst };
  }

  /** Every place of the workspace where it is called by a name, the declaration first. */
  occurrencesOf(node: AstNode): Occurrence[] {
    const sites = sitesOf(node, this.services);
    const referred = sites.flatMap((site): Occurrence[] => {
      const { sourceUri: uri, segment } = site.description;
      const cst = AstUtils.streamReferences(site.node).find(
        ({ reference }) => reference.$refNode?.offset === segment.offset,
      )?.reference.$refNode;
      return cst ? [{ uri, range: cst.range, text: cst.text, role: 'reference', cst }] : [];
    });
    const haunts = [
      ...sites.map((site) => site.node).filter(ast.isImportedName),
      ...this.spelled.haunts(node),
    ];
    const spelled = this.spelledIn(haunts, node).map(({ uri, range, text }): Occurrence => ({
      uri,
      range,
      text,
      role: 'reference',
    }));
    const declaration = this.declarationOf(node);
    return distinct([...(declaration ? [declaration] : []), ...referred, ...spelled]);
  }

  /** What else a name in a text means: other automations that send it may call other things so. */
  othersMeant(node: AstNode): AstNode[] {
    const names = this.spelledIn(this.spelled.haunts(node), node);
    return [...new Set(names.flatMap((name) => name.declarations()))].filter((each) => each !== node);
  }

  // Asking what a name means takes time: most are others by their letters. An import may give any name.
  private spelledIn(haunts: readonly AstNode[], meant: AstNode): SpelledName[] {
    const declared = this.services.references.NameProvider.getName(meant);
    return [...new Set(haunts)].flatMap((haunt) =>
      this.spelled
        .in(haunt)
        .filter(({ text }) => text === declared || ast.isImportedName(haunt))
        .filter((name) => name.declarations().includes(meant)),
    );
  }
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character <= end.character));
}

function distinct(occurrences: readonly Occurrence[]): Occurrence[] {
  const places = new Map<string, Occurrence>();
  for (const occurrence of occurrences) {
    const { uri, range } = occurrence;
    const key = `${uri.toString()}#${range.start.line}:${range.start.character}`;
    if (!places.has(key)) places.set(key, occurrence);
  }
  return [...places.values()];
}
