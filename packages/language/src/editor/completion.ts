import type { AstNode, AstNodeDescription, LangiumDocument, ReferenceInfo, Stream } from 'langium';
import { AstUtils, GrammarAST, stream, TextDocument, URI } from 'langium';
import type { CompletionAcceptor, CompletionContext, CompletionValueItem, NextFeature } from 'langium/lsp';
import { DefaultCompletionProvider } from 'langium/lsp';
import {
  CompletionItemKind,
  InsertTextFormat,
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { partsOf as partsOfFile } from '../build/parts.ts';
import * as ast from '../generated/ast.ts';
import type { JourneyEditorServices } from './services.ts';
import { describeType } from '../references/describe-type.ts';
import { inheritedBy, partsOf, type JourneyPart } from '../references/inheritance.ts';
import { parametersOf, typeOf } from '../references/types.ts';
import { say, sayWords } from '../locale/speech.ts';
import { kindOf } from '../validation/names.ts';
import { EnvironmentNames } from './completion/environment.ts';
import { textItemsAt } from './completion/texts.ts';
import { importOf, UnimportedNames } from './completion/unimported.ts';
import { TextVariables } from './completion/variables.ts';
import { keywordHelp } from './keyword-help.ts';

/** What the library gives that means something outside of connectors. */
const GIVEN_TO_JOURNEYS: ReadonlySet<string> = new Set(['customer', 'now']);

/** What a keyword usually goes on with; the rest of the language needs no such help. */
const SNIPPETS: Readonly<Record<string, string>> = {
  journey: 'journey ${1:name} "${2:label}" {\n  $0\n}',
  stage: 'stage ${1:name} "${2:label}" {\n  $0\n}',
  touchpoint: 'touchpoint ${1:name} "${2:label}" on ${3:channel}',
  automation: 'automation ${1:name} "${2:label}" {\n  on $3\n  $0\n}',
  message: 'message ${1:name} "${2:label}" via ${3:system} {\n  text """\n    $0\n  """\n}',
  persona: 'persona ${1:name} "${2:label}" {\n  goal "$0"\n}',
  kpi: 'kpi ${1:name} "${2:label}" = count($3) per ${4:30d}, target >= $0',
};

/** Values that are often written, by the kind of token; any other of the kind is as good. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  DURATION: ['1h', '1d', '3d', '1w', '30d'],
  CLOCK: ['09:00', '18:00'],
  LanguageTag: ['he', 'ar', 'en'],
};

/** What an item stands for. */
interface Declared {
  readonly uri: string;
  readonly path: string;
}

function isDeclared(data: unknown): data is Declared {
  return typeof data === 'object' && data !== null && 'uri' in data && 'path' in data;
}

type Backtracked = ReturnType<DefaultCompletionProvider['backtrackToAnyToken']>;

/** From where to where a file is read to know what stands around the offset: declarations can be read by themselves. */
function readingAround(document: LangiumDocument, offset: number): readonly [start: number, end: number] {
  const starts = partsOfFile(document)
    .flatMap(({ $cstNode }) => ($cstNode ? [$cstNode.offset] : []))
    .sort((one, other) => one - other);
  const around = starts.findLastIndex((start) => start < offset);
  // What stands behind the offset is read on, to the end of the declaration that begins there or further on.
  const end = starts.slice(around + 1).filter((start) => start > offset)[1];
  return [starts[around] ?? 0, end ?? document.textDocument.getText().length];
}

/** Only what is legal in a place, with what it means. */
export class JourneyCompletionProvider extends DefaultCompletionProvider {
  private readonly services: JourneyEditorServices;
  private readonly unimported: UnimportedNames;
  private readonly environment: EnvironmentNames;
  private readonly variables: TextVariables;
  private completed: LangiumDocument | undefined;
  override readonly completionOptions = { triggerCharacters: ['.', '"', '(', ' ', '{', '|', '/'] };

  constructor(services: JourneyEditorServices) {
    super(services);
    this.services = services;
    this.unimported = new UnimportedNames(services);
    this.environment = new EnvironmentNames(services);
    this.variables = new TextVariables(services);
  }

  override async getCompletion(
    document: LangiumDocument,
    params: CompletionParams,
    token?: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const { position } = params;
    const inText =
      this.variables.itemsAt(document, position) ?? (await textItemsAt(document, position, this.services));
    return inText ? { isIncomplete: false, items: inText } : super.getCompletion(document, params, token);
  }

  /** Adds what an item's name stands for, when it is looked at. */
  resolve(item: CompletionItem): CompletionItem {
    const data: unknown = item.data;
    if (!isDeclared(data)) return item;
    const { LangiumDocuments } = this.services.shared.workspace;
    const root = LangiumDocuments.getDocument(URI.parse(data.uri))?.parseResult.value;
    const node = root && this.services.workspace.AstNodeLocator.getAstNode(root, data.path);
    const value = node && this.services.lsp.HoverProvider.about(node).join('\n\n');
    return value ? { ...item, documentation: { kind: 'markdown', value } } : item;
  }

  /**
   * What may follow at the offset. A declaration can be read by itself, so that nothing before the one around the
   * offset is: in a file of 26,000 lines Langium's way cost half a second.
   */
  protected override findFeaturesAt(text: LangiumDocument['textDocument'], offset: number): NextFeature[] {
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(text.uri));
    const [start] = document?.textDocument.version === text.version ? readingAround(document, offset) : [0];
    const range = { start: text.positionAt(start), end: text.positionAt(offset) };
    const near = TextDocument.create(text.uri, text.languageId, text.version, text.getText(range));
    return super.findFeaturesAt(near, offset - start);
  }

  protected override *buildContexts(
    document: LangiumDocument,
    position: CompletionParams['position'],
  ): IterableIterator<CompletionContext> {
    const contexts = super.buildContexts(document, position);
    for (;;) {
      // Langium looks for the tokens around the offset in a text alone, whosever it is: each time before it gives one.
      this.completed = document;
      const { value, done } = contexts.next() as IteratorResult<CompletionContext, undefined>;
      if (done) return;
      yield value;
    }
  }

  /** The tokens before and behind the offset; of the file only the declarations around it are read. */
  protected override backtrackToAnyToken(text: string, offset: number): Backtracked {
    const [start, end] = this.completed ? readingAround(this.completed, offset) : [0, text.length];
    const found = super.backtrackToAnyToken(text.slice(start, end), offset - start);
    const { previousTokenStart, previousTokenEnd } = found;
    return {
      nextTokenStart: found.nextTokenStart + start,
      nextTokenEnd: found.nextTokenEnd + start,
      ...(previousTokenStart === undefined ? {} : { previousTokenStart: previousTokenStart + start }),
      ...(previousTokenEnd === undefined ? {} : { previousTokenEnd: previousTokenEnd + start }),
    };
  }

  protected override async completionFor(
    context: CompletionContext,
    next: NextFeature,
    acceptor: CompletionAcceptor,
  ): Promise<void> {
    if (GrammarAST.isRuleCall(next.feature) && next.property === 'name' && isInCall(context.node)) {
      this.completeArguments(context, acceptor);
    }
    if (next.property === 'name') this.completeOverride(context, acceptor);
    for (const value of await this.valuesFor(next, context)) acceptor(context, value);
    return super.completionFor(context, next, acceptor);
  }

  /** What usually stands where the grammar takes any word, number or text. */
  private async valuesFor(
    { feature }: NextFeature,
    { document }: CompletionContext,
  ): Promise<CompletionValueItem[]> {
    const rule = GrammarAST.isRuleCall(feature) ? feature.rule.$refText : undefined;
    const owner = AstUtils.getContainerOfType(feature, GrammarAST.isParserRule)?.name;
    if (rule === 'ID' && owner === 'EnvironmentValue') {
      return [...(await this.environment.knownTo(document))].map(([label, detail]) => ({
        label,
        detail,
        kind: CompletionItemKind.Constant,
        sortText: '0',
      }));
    }
    return (USUAL[rule ?? ''] ?? []).map((label) => ({
      label,
      kind: CompletionItemKind.Value,
      detail: this.services.meaning.ofDuration(label) ?? '',
      sortText: '1',
    }));
  }

  /** After `override stage`: the inherited parts of that kind. */
  private completeOverride(context: CompletionContext, acceptor: CompletionAcceptor): void {
    for (const part of overridable(context)) {
      acceptor(context, {
        label: part.name,
        kind: this.services.shared.lsp.NodeKindProvider.getCompletionItemKind(part),
        detail: part.label ?? sayWords(kindOf(part)),
        sortText: '0',
      });
    }
  }

  /** The parameters that a call still lacks. */
  private completeArguments(context: CompletionContext, acceptor: CompletionAcceptor): void {
    const call = callAround(context.node);
    const given = new Set(call?.arguments.map(({ name }) => name));
    for (const parameter of (call && parametersOf(call)) ?? []) {
      if (given.has(parameter.name)) continue;
      acceptor(context, {
        label: parameter.name,
        insertText: `${parameter.name}: `,
        kind: CompletionItemKind.Property,
        detail: parameter.optional
          ? say`${describeType(parameter.type)} (optional)`
          : describeType(parameter.type),
        sortText: '0',
      });
    }
  }

  protected override getReferenceCandidates(
    info: ReferenceInfo,
    context: CompletionContext,
  ): Stream<AstNodeDescription> {
    const visible = super.getReferenceCandidates(this.withReceiver(info, context), context).toArray();
    const candidates = stream(visible, this.unimported.candidates(info, context, visible));
    if (!ast.isReference(info.container)) return candidates;
    // `message`, `recipient` and `setting` mean something in connectors only; stage_events is the stages' own.
    const inConnector = ancestors(context.node).some(ast.isConnector);
    return candidates
      .filter(({ type, name }) => inConnector || type !== 'Given' || GIVEN_TO_JOURNEYS.has(name))
      .filter(({ type }) => type !== 'Connector');
  }

  /** Langium completes `crm.` with an empty member: give it what stands before the dot. */
  private withReceiver(info: ReferenceInfo, context: CompletionContext): ReferenceInfo {
    const { container } = info;
    if (!ast.isMember(container) || (container as { receiver?: unknown }).receiver) return info;
    const receiver = ancestors(context.node).find(
      (node) => ast.isReference(node) || ast.isMember(node) || ast.isCall(node),
    );
    return receiver ? { ...info, container: { ...container, receiver } as ast.Member } : info;
  }

  protected override createReferenceCompletionItem(
    description: AstNodeDescription,
    info: ReferenceInfo,
    context: CompletionContext,
  ): CompletionValueItem {
    const item = {
      ...super.createReferenceCompletionItem(description, info, context),
      data: { uri: description.documentUri.toString(), path: description.path } satisfies Declared,
      ...importOf(description, context),
    };
    const node = this.services.references.ScopeProvider.nodeOf(description);
    const detail =
      node && 'label' in node && typeof node.label === 'string'
        ? node.label
        : sayWords(node ? kindOf(node) : description.type.toLowerCase());
    if (!ast.isAction(node)) return { ...item, detail };
    const holes = node.parameters
      .filter(({ optional }) => !optional)
      .map(({ name }, index) => `${name}: \${${index + 1}:${name}}`)
      .join(', ');
    return {
      ...item,
      detail,
      insertText: `${node.name}(${holes})`,
      insertTextFormat: InsertTextFormat.Snippet,
    };
  }

  private help(keyword: GrammarAST.Keyword): Pick<CompletionItem, 'documentation'> {
    const value = keywordHelp(keyword);
    return value === undefined ? {} : { documentation: { kind: 'markdown', value } };
  }

  // It is looked up for the one item that somebody looks at: see resolve.
  protected override getReferenceDocumentation(): undefined {
    return undefined;
  }

  protected override completionForKeyword(
    context: CompletionContext,
    keyword: GrammarAST.Keyword,
    acceptor: CompletionAcceptor,
  ) {
    if (!this.filterKeyword(context, keyword) || isName(keyword)) return;
    const snippet = opensStatement(keyword) ? SNIPPETS[keyword.value] : undefined;
    acceptor(context, {
      label: keyword.value,
      kind: snippet === undefined ? CompletionItemKind.Keyword : CompletionItemKind.Snippet,
      sortText: '1',
      ...this.help(keyword),
      ...(snippet === undefined ? {} : { insertText: snippet, insertTextFormat: InsertTextFormat.Snippet }),
    });
  }
}

/** A keyword that stands there as a name: what may be named is offered by its meaning, not by its spelling. */
function isName(keyword: GrammarAST.Keyword): boolean {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule);
  return rule?.name === 'Word' || rule?.name === 'GivenName';
}

/** What the text before the cursor may go on to override. */
function overridable({ node, textDocument, tokenOffset }: CompletionContext): readonly JourneyPart[] {
  const before = textDocument.getText({
    start: textDocument.positionAt(Math.max(0, tokenOffset - 100)),
    end: textDocument.positionAt(tokenOffset),
  });
  const kind = /\boverride\s+(stage|touchpoint|automation|kpi)\s+$/.exec(before)?.[1];
  const journey = ancestors(node).find(ast.isJourney);
  const base = journey && inheritedBy(journey);
  if (kind === undefined || !base) return [];
  const parts = partsOf(base).filter(({ $type }) => $type.toLowerCase() === kind);
  const stage = kind === 'stage' ? undefined : ancestors(node).find(ast.isStage);
  return stage
    ? parts.filter(({ $container }) => ast.isStage($container) && $container.name === stage.name)
    : parts;
}

function isInCall(node: CompletionContext['node']): boolean {
  return ast.isCall(node) || ast.isArgument(node) || ast.isCall(node?.$container);
}

/** A declaration's own keyword, not the same word inside a statement such as `persona owner` in a journey. */
function opensStatement(keyword: GrammarAST.Keyword): boolean {
  const group: AstNode | undefined = keyword.$container;
  if (
    !GrammarAST.isGroup(group) ||
    group.elements[0] !== keyword ||
    !GrammarAST.isParserRule(group.$container)
  )
    return false;
  return !/(Use|Type)$/.test(group.$container.name);
}

function ancestors(node: CompletionContext['node']): NonNullable<CompletionContext['node']>[] {
  const chain = [];
  for (let current = node; current; current = current.$container) chain.push(current);
  return chain;
}

function callAround(node: CompletionContext['node']): ast.Call | undefined {
  const call = ancestors(node).find(ast.isCall);
  return call && typeOf(call.callee).kind !== 'unknown' ? call : undefined;
}
