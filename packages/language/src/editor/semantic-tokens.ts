import type { AstNode, LangiumDocument, NameProvider } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import type { SemanticTokenProvider } from 'langium/lsp';
import {
  SemanticTokenModifiers as Modifier,
  SemanticTokenTypes as Token,
  type Range,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensOptions,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { isLibraryUri } from '../library/library.ts';
import { isDeclaration } from '../references/scope-computation.ts';
import { SpelledNames } from '../references/spelled-names.ts';
import type { JourneyEditorServices } from './services.ts';

/** How names are coloured, by what they mean: the same word is a message here and a field there. */
const TOKENS: Readonly<Record<string, Token>> = {
  Journey: Token.namespace,
  Stage: Token.namespace,
  ModelStage: Token.enumMember,
  StageAlias: Token.enumMember,
  StageModel: Token.enum,
  Automation: Token.function,
  FunctionDeclaration: Token.function,
  Action: Token.method,
  EventType: Token.event,
  Connector: Token.interface,
  System: Token.class,
  Record: Token.struct,
  Persona: Token.type,
  Segment: Token.type,
  Field: Token.property,
  Setting: Token.property,
  Measure: Token.property,
  Kpi: Token.property,
  Parameter: Token.parameter,
  ChoiceOption: Token.enumMember,
};

const TYPES = [...new Set([...Object.values(TOKENS), Token.variable])];
const MODIFIERS = [Modifier.declaration, Modifier.defaultLibrary];

interface Coloured {
  readonly range: Range;
  readonly type: number;
  readonly modifiers: number;
}

/** Colours names by what they mean. What changes is sent as the difference to what was sent before. */
export class JourneySemanticTokens implements SemanticTokenProvider {
  readonly tokenTypes = indexed(TYPES);
  readonly tokenModifiers = indexed(MODIFIERS);
  readonly semanticTokensOptions: SemanticTokensOptions = {
    legend: { tokenTypes: TYPES, tokenModifiers: MODIFIERS },
    full: { delta: true },
    range: true,
  };
  private readonly spelled: SpelledNames;
  private readonly nameProvider: NameProvider;
  /** What the client has of each open document. */
  private readonly sent = new Map<string, SemanticTokens>();
  private lastId = 0;

  constructor(services: JourneyEditorServices) {
    this.spelled = new SpelledNames(services);
    this.nameProvider = services.references.NameProvider;
    services.shared.workspace.TextDocuments.onDidClose(({ document }) => this.sent.delete(document.uri));
  }

  semanticHighlight(document: LangiumDocument, { textDocument }: SemanticTokensParams): SemanticTokens {
    const tokens = { resultId: `${++this.lastId}`, data: this.encode(document) };
    this.sent.set(textDocument.uri, tokens);
    return tokens;
  }

  semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
    return { data: this.encode(document, range) };
  }

  semanticHighlightDelta(
    document: LangiumDocument,
    { textDocument, previousResultId }: SemanticTokensDeltaParams,
  ): SemanticTokens | SemanticTokensDelta {
    const before = this.sent.get(textDocument.uri);
    const after = this.semanticHighlight(document, { textDocument });
    if (before?.resultId !== previousResultId) return after;
    return {
      ...(after.resultId === undefined ? {} : { resultId: after.resultId }),
      edits: difference(before.data, after.data),
    };
  }

  private encode(document: LangiumDocument, range?: Range): number[] {
    const names = [...this.names(document, range)]
      .filter((name) => !range || CstUtils.inRange(name.range, range))
      .sort(
        ({ range: { start: one } }, { range: { start: other } }) =>
          one.line - other.line || one.character - other.character,
      );
    let line = 0;
    let character = 0;
    return names.flatMap(({ range: { start, end }, type, modifiers }) => {
      const token = [
        start.line - line,
        start.line === line ? start.character - character : start.character,
        end.character - start.character,
        type,
        modifiers,
      ];
      ({ line, character } = start);
      return token;
    });
  }

  private *names(document: LangiumDocument, range?: Range): Generator<Coloured> {
    const root = document.parseResult.value;
    for (const node of AstUtils.streamAst(root, range ? { range } : {})) {
      if (isDeclaration(node)) yield* this.declaration(node);
      for (const { reference } of AstUtils.streamReferences(node)) {
        if ('ref' in reference && reference.ref && reference.$refNode)
          yield* this.coloured(reference.$refNode.range, reference.ref);
      }
      for (const { uri, range: place, declarations } of this.spelled.in(node)) {
        const [meant] = uri.toString() === document.uri.toString() ? declarations() : [];
        if (meant) yield* this.coloured(place, meant);
      }
    }
  }

  private *declaration(node: AstNode): Generator<Coloured> {
    const name = this.nameProvider.getNameNode(node);
    if (name) yield* this.coloured(name.range, node, 1 << MODIFIERS.indexOf(Modifier.declaration));
  }

  private *coloured(range: Range, meant: AstNode, modifiers = 0): Generator<Coloured> {
    // The protocol has no token that spans lines, and no name does.
    if (range.start.line !== range.end.line) return;
    const type = TYPES.indexOf(TOKENS[meant.$type] ?? Token.variable);
    const isOfLibrary = isLibraryUri(AstUtils.getDocument(meant).uri);
    yield {
      range,
      type,
      modifiers: modifiers | (isOfLibrary ? 1 << MODIFIERS.indexOf(Modifier.defaultLibrary) : 0),
    };
  }
}

function indexed(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, index]));
}

/** One edit: what lies between the common beginning and the common end, in whole tokens of five numbers. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  start -= start % 5;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  end -= end % 5;
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
