import type { AstNode, AstNodeDescription, LangiumDocument } from 'langium';
import { AstUtils, DefaultScopeComputation } from 'langium';
import * as ast from '../generated/ast.ts';
import { FileSymbols } from './symbol-table.ts';
import { visitNodes } from './visit.ts';

/** Where each name can be seen. */
export class JourneyScopeComputation extends DefaultScopeComputation {
  override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const { declarations } = document.parseResult.value as ast.File;
    return declarations.flatMap((node) => {
      const name = this.nameProvider.getName(node);
      return name ? [this.descriptions.createDescription(node, name, document)] : [];
    });
  }

  override async collectLocalSymbols(document: LangiumDocument): Promise<FileSymbols> {
    const symbols = new FileSymbols();
    visitNodes(document.parseResult.value, (node) => {
      const name = this.nameProvider.getName(node);
      const region = name ? visibleIn(node) : undefined;
      if (name && region) symbols.add(region, this.descriptions.createDescription(node, name, document));
    });
    return symbols;
  }
}

/** Whether the node declares a name that others can refer to. */
export function isDeclaration(node: AstNode): boolean {
  return 'name' in node && typeof node.name === 'string' && visibleIn(node) !== undefined;
}

/** The part of the file in which the node's name is known. */
export function visibleIn(node: AstNode): AstNode | undefined {
  switch (node.$type) {
    // An automation, touchpoint or KPI of one stage is known in all of the journey's.
    case 'Automation':
    case 'Touchpoint':
    case 'Kpi':
      return AstUtils.getContainerOfType(node.$container, ast.isJourney) ?? node.$container;
    case 'Binding':
      return (
        AstUtils.getContainerOfType(node, ast.isAutomation) ??
        AstUtils.getContainerOfType(node, ast.isScenario) ??
        node.$container
      );
    // The values that a manual start brings along are known to all that follows.
    case 'Parameter':
      return (
        (ast.isManualTrigger(node.$container) &&
          AstUtils.getContainerOfType(node.$container, ast.isAutomation)) ||
        node.$container
      );
    case 'ForEach':
      return (node as ast.ForEach).block;
    case 'StageAlias':
      return AstUtils.getContainerOfType(node, ast.isStageModel);
    case 'PrimitiveType':
    case 'TemplatePart':
    case 'Authentication':
    case 'EnvironmentValue':
    case 'Argument':
      return undefined;
    default:
      return node.$container;
  }
}
