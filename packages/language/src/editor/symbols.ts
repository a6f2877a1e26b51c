import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';
import type { DocumentSymbolProvider, NodeKindProvider } from 'langium/lsp';
import type { DocumentSymbol } from 'vscode-languageserver';
import type { JourneyEditorServices } from './services.ts';

/** What the outline shows; everything else is a detail of one of these. */
const OUTLINED: ReadonlySet<string> = new Set([
  'Journey',
  'Stage',
  'Touchpoint',
  'Automation',
  'Kpi',
  'Message',
  'Persona',
  'Segment',
  'Policy',
  'Connector',
  'System',
  'Record',
  'EventType',
  'Action',
  'StageModel',
  'ModelStage',
  'Channel',
  'Department',
  'PointOfSale',
  'DataSource',
  'Environment',
  'FunctionDeclaration',
]);

/** The outline: journeys with their stages, and what stands in them, by label. */
export class JourneySymbolProvider implements DocumentSymbolProvider {
  private readonly kinds: NodeKindProvider;

  constructor(services: JourneyEditorServices) {
    this.kinds = services.shared.lsp.NodeKindProvider;
  }

  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return outlineOf(document.parseResult.value, this.kinds);
  }
}

/** What the outline shows inside a node. */
export function outlineOf(node: AstNode, kinds: NodeKindProvider): DocumentSymbol[] {
  return AstUtils.streamContents(node)
    .toArray()
    .flatMap((child) => symbolOf(child, kinds));
}

function symbolOf(node: AstNode, kinds: NodeKindProvider): DocumentSymbol[] {
  const name = 'name' in node && typeof node.name === 'string' ? node.name : undefined;
  const { $cstNode } = node;
  if (!OUTLINED.has(node.$type) || !name || !$cstNode) return [];
  const label = shownLabel(node);
  return [
    {
      name: label ?? name,
      ...(label === undefined ? {} : { detail: name }),
      kind: kinds.getSymbolKind(node),
      range: $cstNode.range,
      selectionRange: (GrammarUtils.findNodeForProperty($cstNode, 'name') ?? $cstNode).range,
      children: outlineOf(node, kinds),
    },
  ];
}

/** The label that a node is shown by; undefined where it has none, or none yet: editors show nothing without a name. */
export function shownLabel(node: AstNode): string | undefined {
  return 'label' in node && typeof node.label === 'string' && node.label.trim() !== ''
    ? node.label
    : undefined;
}
