import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import type { DocumentSymbol } from 'vscode-languageserver';
import type { JourneyServices } from '../services.ts';

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
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    this.services = services;
  }

  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return this.symbolsIn(document.parseResult.value);
  }

  private symbolsIn(node: AstNode): DocumentSymbol[] {
    return AstUtils.streamContents(node)
      .toArray()
      .flatMap((child) => this.symbolOf(child));
  }

  private symbolOf(node: AstNode): DocumentSymbol[] {
    const name = this.services.references.NameProvider.getName(node);
    const { $cstNode } = node;
    if (!OUTLINED.has(node.$type) || !name || !$cstNode) return [];
    const label = 'label' in node && typeof node.label === 'string' ? node.label : undefined;
    return [
      {
        name: label ?? name,
        ...(label === undefined ? {} : { detail: name }),
        kind: this.services.shared.lsp.NodeKindProvider.getSymbolKind(node),
        range: $cstNode.range,
        selectionRange: (GrammarUtils.findNodeForProperty($cstNode, 'name') ?? $cstNode).range,
        children: this.symbolsIn(node),
      },
    ];
  }
}
