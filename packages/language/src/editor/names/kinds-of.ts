import type { AstNode } from 'langium';
import * as ast from '../../generated/ast.ts';
import { refOf } from '../../references/ref-of.ts';
import { resolveType, typeOf, typeOfMember, typeOfNamed, type Type } from '../../references/types.ts';

type Kind = AstNode['$type'];

/**
 * What kind of thing a declaration is, as "go to type definition" understands it: the record that a value is, the
 * connector of a system, the stage model of a journey, the channel of a touchpoint.
 */
export function kindsOf(node: AstNode): AstNode[] {
  return (KINDS[node.$type]?.(node) ?? ofValue(node)).filter((each) => each !== undefined);
}

const KINDS: Readonly<Partial<Record<Kind, (node: AstNode) => readonly (AstNode | undefined)[]>>> = {
  System: (node) => [refOf((node as ast.System).connector)],
  Message: (node) => [refOf((node as ast.Message).system)],
  EventType: (node) => [refOf((node as ast.EventType).record)],
  Action: (node) => ofType(resolveType((node as ast.Action).returns)),
  FunctionDeclaration: (node) => ofType(resolveType((node as ast.FunctionDeclaration).returns)),
  Record: (node) => [refOf((node as ast.Record).base)],
  Journey: (node) => [refOf((node as ast.Journey).members.find(ast.isModelUse)?.model)],
  Stage: (node) => [modelStage(node as ast.Stage)],
  Touchpoint: (node) => [refOf((node as ast.Touchpoint).channel)],
  Connector: (node) => [refOf((node as ast.Connector).members.find(ast.isConnectorChannel)?.channel)],
};

function ofValue(node: AstNode): readonly (AstNode | undefined)[] {
  if (ast.isLet(node)) return ofType(typeOf(node.value));
  const type = ast.isNamed(node)
    ? typeOfNamed(node)
    : ast.isMemberTarget(node)
      ? typeOfMember(node)
      : undefined;
  return type ? ofType(type) : [];
}

function ofType(type: Type): readonly (AstNode | undefined)[] {
  switch (type.kind) {
    case 'record':
      return [type.record];
    case 'payload':
      return type.events.map((event) => refOf(event.record) ?? event);
    case 'event':
      return [refOf(type.event.record) ?? type.event];
    case 'choice':
      return [type.choice.$container];
    case 'list':
      return ofType(type.element);
    case 'system':
      return [type.connector];
    default:
      return [];
  }
}

/** The model's stage that a stage plays, by what it says or by its name. */
function modelStage(stage: ast.Stage): AstNode | undefined {
  const named = refOf(stage.modelStage);
  if (named) return named;
  const model = refOf(stage.$container.members.find(ast.isModelUse)?.model);
  return model?.stages.find(
    ({ name, aliases }) => name === stage.name || aliases.some((alias) => alias.name === stage.name),
  );
}
