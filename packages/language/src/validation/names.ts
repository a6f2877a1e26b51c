import type { AstNode, ValidationAcceptor } from 'langium';
import * as ast from '../generated/ast.ts';
import { report } from '../diagnostics/registry.ts';
import type { JourneyServices } from '../services.ts';
import { AstUtils } from 'langium';

type Nameable = AstNode & { readonly name?: string };

/** What people call a declaration in a sentence about its name, where that is not its type's own name. */
const KINDS: Readonly<Partial<Record<AstNode['$type'], string>>> = {
  EventType: 'event',
  StageModel: 'stage model',
  ModelStage: "model's stage",
  StageAlias: "model's stage",
  PointOfSale: 'point of sale',
  DataSource: 'data source',
  FunctionDeclaration: 'function',
  ChoiceOption: 'option',
  Given: 'name of the language',
  Binding: 'variable',
  Let: 'variable',
  ForEach: 'variable',
};

export function kindOf(node: AstNode): string {
  return KINDS[node.$type] ?? node.$type.toLowerCase();
}

/** Names that must differ: those of a file, and those within a journey, a stage, a connector or a record. */
export function checkDuplicates(file: ast.File, accept: ValidationAcceptor): void {
  reportDuplicates(
    file.declarations.filter((node): node is typeof node & Nameable => 'name' in node),
    accept,
  );
  for (const node of file.declarations) {
    if (ast.isConnector(node)) reportDuplicates(node.members.filter(hasName), accept);
    if (ast.isMessage(node)) reportDuplicates(node.parts.filter(ast.isVariant), accept);
    if (ast.isRecord(node)) reportDuplicates(node.fields, accept);
    if (ast.isJourney(node)) checkJourney(node, accept);
  }
}

function checkJourney(journey: ast.Journey, accept: ValidationAcceptor): void {
  const stages = journey.members.filter(ast.isStage);
  reportDuplicates(stages, accept);
  for (const kind of [ast.isAutomation, ast.isTouchpoint, ast.isKpi]) {
    const nodes: Nameable[] = [...journey.members, ...stages.flatMap((stage) => stage.members)].filter(
      (node): node is typeof node & Nameable => kind(node),
    );
    reportDuplicates(nodes, accept);
  }
}

function hasName(node: AstNode): node is Nameable {
  return 'name' in node && typeof node.name === 'string' && !ast.isAuthentication(node);
}

function reportDuplicates(nodes: readonly Nameable[], accept: ValidationAcceptor): void {
  const first = new Map<string, Nameable>();
  for (const node of nodes) {
    if (!node.name) continue;
    const other = first.get(node.name);
    if (!other) first.set(node.name, node);
    else {
      const line = (other.$cstNode?.range.start.line ?? 0) + 1;
      report(
        accept,
        'duplicate-name',
        { kind: kindOf(other), name: node.name, line },
        { node, property: 'name' },
      );
    }
  }
}

/** Imports must lead to files. */
export function checkImport(
  services: JourneyServices,
): (statement: ast.Import, accept: ValidationAcceptor) => void {
  return (statement, accept) => {
    const document = AstUtils.getDocument(statement);
    if (statement.path && !services.imports.exists(document, statement.path)) {
      report(accept, 'unknown-file', { path: statement.path }, { node: statement, property: 'path' });
    }
  };
}
