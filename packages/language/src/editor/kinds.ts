import type { AstNode, AstNodeDescription } from 'langium';
import type { NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';

/** Which icon each part of a journey gets: in the outline and in completion. */
const KINDS: Readonly<Record<string, readonly [SymbolKind, CompletionItemKind]>> = {
  Journey: [SymbolKind.Module, CompletionItemKind.Module],
  Stage: [SymbolKind.Namespace, CompletionItemKind.Module],
  Touchpoint: [SymbolKind.Field, CompletionItemKind.Field],
  Automation: [SymbolKind.Function, CompletionItemKind.Function],
  Kpi: [SymbolKind.Number, CompletionItemKind.Value],
  Message: [SymbolKind.String, CompletionItemKind.Text],
  Persona: [SymbolKind.Class, CompletionItemKind.Class],
  Segment: [SymbolKind.Class, CompletionItemKind.Class],
  Connector: [SymbolKind.Interface, CompletionItemKind.Interface],
  System: [SymbolKind.Object, CompletionItemKind.Variable],
  Record: [SymbolKind.Struct, CompletionItemKind.Struct],
  Field: [SymbolKind.Property, CompletionItemKind.Field],
  EventType: [SymbolKind.Event, CompletionItemKind.Event],
  Action: [SymbolKind.Method, CompletionItemKind.Method],
  Setting: [SymbolKind.Property, CompletionItemKind.Property],
  Measure: [SymbolKind.Number, CompletionItemKind.Value],
  FunctionDeclaration: [SymbolKind.Function, CompletionItemKind.Function],
  StageModel: [SymbolKind.Enum, CompletionItemKind.Enum],
  ModelStage: [SymbolKind.EnumMember, CompletionItemKind.EnumMember],
  ChoiceOption: [SymbolKind.EnumMember, CompletionItemKind.EnumMember],
  Channel: [SymbolKind.Constant, CompletionItemKind.Constant],
  Department: [SymbolKind.Constant, CompletionItemKind.Constant],
  PointOfSale: [SymbolKind.Constant, CompletionItemKind.Constant],
  DataSource: [SymbolKind.Constant, CompletionItemKind.Constant],
  Policy: [SymbolKind.Package, CompletionItemKind.Module],
};

export class JourneyNodeKinds implements NodeKindProvider {
  getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
    return KINDS[typeName(node)]?.[0] ?? SymbolKind.Variable;
  }

  getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
    return KINDS[typeName(node)]?.[1] ?? CompletionItemKind.Variable;
  }
}

function typeName(node: AstNode | AstNodeDescription): string {
  return '$type' in node ? node.$type : node.type;
}
