import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, UriUtils } from 'langium';
import type { Image, SourceRange } from '@journey/model';
import type * as ast from '../generated/ast.ts';
import { isLibraryUri } from '../library/library.ts';
import { imageUri } from '../references/named-files.ts';
import { basesOf } from '../references/inheritance.ts';
import type { JourneyServices } from '../services.ts';

type NamedNode = AstNode & { readonly name: string };

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The documentation of nodes for which it stays what it is: every file is compiled with what it uses of the library. */
const lasting = new WeakMap<AstNode, string | undefined>();

/** What all parts of one compilation share: where things stand, and by which ids the model knows them. */
export class CompileContext {
  readonly services: JourneyServices;
  private readonly root: LangiumDocument;
  /** How the model names each file. */
  private readonly files = new Map<LangiumDocument, string>();
  private readonly ids = new Map<AstNode, string>();
  private readonly taken = new Set<string>();
  private readonly used = new Set<AstNode>();
  private view:
    { readonly journey: ast.Journey; readonly replaced: ReadonlyMap<AstNode, AstNode> } | undefined;

  constructor(root: LangiumDocument, services: JourneyServices) {
    this.root = root;
    this.services = services;
  }

  /** Where the node was written. */
  source(node: AstNode): SourceRange {
    const { start, end } = node.$cstNode?.range ?? NOWHERE;
    return { file: this.fileOf(AstUtils.getDocument(node)), start, end };
  }

  /** What something looks like; files are named as those of sources are. */
  image(node: ast.Image | undefined): Image | undefined {
    const uri = node && imageUri(node);
    if (!uri) return undefined;
    return {
      file: UriUtils.relative(UriUtils.dirname(this.root.uri), uri),
      ...optional('text', node.text),
      source: this.source(node),
    };
  }

  private fileOf(document: LangiumDocument): string {
    const known = this.files.get(document);
    if (known !== undefined) return known;
    const { uri } = document;
    const file = isLibraryUri(uri) ? uri.toString() : UriUtils.relative(UriUtils.dirname(this.root.uri), uri);
    this.files.set(document, file);
    return file;
  }

  /** Compiles a journey that extends another: in it the other's parts are its own, and what it overrides is replaced. */
  inside<Result>(
    journey: ast.Journey,
    replaced: ReadonlyMap<AstNode, AstNode>,
    compile: () => Result,
  ): Result {
    const outer = this.view;
    this.view = { journey, replaced };
    try {
      return compile();
    } finally {
      this.view = outer;
    }
  }

  /** The node's id: its name after its journey's and stage's; a second one of the same kind and name gets `~2`. */
  id(node: NamedNode): string {
    return this.view ? this.idIn(this.view.journey, this.actual(node)) : this.ownId(node);
  }

  /** The id that a part has in a journey: in one that extends the part's own, it is that one's. */
  idIn(journey: ast.Journey, node: NamedNode): string {
    const [owner, ...between] = containersOf(node);
    if (!owner || owner === journey || !basesOf(journey).some((base) => base === owner))
      return this.ownId(node);
    return [this.ownId(journey), ...between.map(({ name }) => name), node.name].join('.');
  }

  private actual(node: NamedNode): NamedNode {
    // A part is replaced by one of its own kind, and those have names.
    return (this.view?.replaced.get(node) ?? node) as NamedNode;
  }

  private ownId(node: NamedNode): string {
    const known = this.ids.get(node);
    if (known !== undefined) return known;
    const name = [...containersOf(node).map((container) => container.name), node.name].join('.');
    let id = name;
    for (let count = 2; this.taken.has(`${node.$type} ${id}`); count++) id = `${name}~${count}`;
    this.taken.add(`${node.$type} ${id}`);
    this.ids.set(node, id);
    return id;
  }

  /** The id of something of the library or another file, which the model will hold because of it. */
  use(node: NamedNode): string {
    this.used.add(this.actual(node));
    return this.id(node);
  }

  /** All that something refers to, in the order in which it was come upon; what is used while it is read comes too. */
  usedNodes(): Iterable<AstNode> {
    return this.used;
  }

  /** Which of the nodes something refers to. */
  isUsed(node: AstNode): boolean {
    return this.used.has(node);
  }

  /** `documentation` where the node has a doc comment. */
  documentation(node: AstNode): { readonly documentation?: string } {
    const documentation = lasting.has(node) ? lasting.get(node) : this.readDocumentation(node);
    return documentation === undefined ? {} : { documentation };
  }

  private readDocumentation(node: AstNode): string | undefined {
    const documentation = this.services.documentation.DocumentationProvider.getDocumentation(node);
    // Elsewhere a comment may name something that another file declares.
    const isLasting = documentation === undefined || isLibraryUri(AstUtils.getDocument(node).uri);
    if (isLasting) lasting.set(node, documentation);
    return documentation;
  }

  /** The node's label, or its name where it has none. */
  label(node: { readonly name: string; readonly label?: string | undefined }): string {
    return node.label ?? node.name;
  }
}

/** `{ key: value }` where there is a value: for optional properties, which are left out rather than undefined. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** The stage and journey that contain the node, outermost first. */
export function containersOf(node: AstNode): (ast.Journey | ast.Stage)[] {
  const containers: (ast.Journey | ast.Stage)[] = [];
  for (let current = node.$container; current; current = current.$container) {
    if (current.$type === 'Stage' || current.$type === 'Journey')
      containers.unshift(current as ast.Journey | ast.Stage);
  }
  return containers;
}

/** The nodes that have a name: one that its author has yet to type can't be referred to. */
export function named<Node extends AstNode & { readonly name: string }>(nodes: readonly Node[]): Node[] {
  return nodes.filter(({ name }) => Boolean(name));
}

/** What something is called in other languages, by their codes. */
export function translationsOf(translations: readonly ast.Translation[]): Record<string, string> {
  return Object.fromEntries(translations.map(({ language, text }) => [language, text]));
}
