import type { AstNode, AstNodeDescription, ReferenceInfo, Stream } from 'langium';
import { AstUtils, GrammarAST } from 'langium';
import type { CompletionAcceptor, CompletionContext, CompletionValueItem, NextFeature } from 'langium/lsp';
import { DefaultCompletionProvider } from 'langium/lsp';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';
import { describeType } from '../references/describe-type.ts';
import { inheritedBy, partsOf, type JourneyPart } from '../references/inheritance.ts';
import { parametersOf, typeOf } from '../references/types.ts';
import { say, sayWords } from '../locale/speech.ts';
import { kindOf } from '../validation/names.ts';

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

/** Only what is legal in a place, with what it means. */
export class JourneyCompletionProvider extends DefaultCompletionProvider {
  private readonly services: JourneyServices;
  override readonly completionOptions = { triggerCharacters: ['.', '"', '(', ' '] };

  constructor(services: JourneyServices) {
    super(services);
    this.services = services;
  }

  protected override completionFor(
    context: CompletionContext,
    next: NextFeature,
    acceptor: CompletionAcceptor,
  ) {
    if (GrammarAST.isRuleCall(next.feature) && next.property === 'name' && isInCall(context.node)) {
      this.completeArguments(context, acceptor);
    }
    if (next.property === 'name') this.completeOverride(context, acceptor);
    return super.completionFor(context, next, acceptor);
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
    const candidates = super.getReferenceCandidates(this.withReceiver(info, context), context);
    if (!ast.isReference(info.container)) return candidates;
    // `message`, `recipient` and `setting` mean something in connectors only; stage_events is the stages' own.
    const inConnector = ancestors(context.node).some(ast.isConnector);
    return candidates
      .filter(({ type, name }) => inConnector || type !== 'Given' || name === 'customer')
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
    const item = super.createReferenceCompletionItem(description, info, context);
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
