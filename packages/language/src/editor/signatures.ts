import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { describeType } from '../references/describe-type.ts';
import { refText } from '../references/ref-of.ts';
import { fieldsOfEvent, fieldsOfRecord, typeOf } from '../references/types.ts';

function labelled(
  keyword: string,
  node: AstNode & { readonly name?: string; readonly label?: string },
): string {
  return [keyword, node.name, node.label === undefined ? undefined : JSON.stringify(node.label)]
    .filter(Boolean)
    .join(' ');
}

function fields(list: readonly ast.Field[]): string {
  return list
    .map(({ name, optional, type }) => `  ${name}${optional ? '?' : ''}: ${describeType(type)}\n`)
    .join('');
}

/** Parameters as they are declared. */
export function parameters(list: readonly ast.Parameter[]): string {
  return list
    .map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${describeType(type)}`)
    .join(', ');
}

/** What a declaration is, as it would be written without its content. */
export function signatureOf(node: AstNode): string | undefined {
  switch (node.$type) {
    case 'EventType':
      return eventSignature(node as ast.EventType);
    case 'Action': {
      const { name, parameters: list, returns } = node as ast.Action;
      return `action ${name}(${parameters(list)})${returns ? ` -> ${describeType(returns)}` : ''}`;
    }
    case 'FunctionDeclaration': {
      const { name, parameters: list, returns } = node as ast.FunctionDeclaration;
      return `function ${name}(${parameters(list)}) -> ${describeType(returns)}`;
    }
    case 'Record':
      return `record ${(node as ast.Record).name} {\n${fields(fieldsOfRecord(node as ast.Record))}}`;
    case 'Field':
    case 'Parameter':
    case 'Setting':
    case 'Measure':
    case 'Given': {
      const { name, type } = node as ast.Field;
      return `${node.$type.toLowerCase()} ${name}: ${describeType(type)}`;
    }
    case 'System': {
      const system = node as ast.System;
      return `${labelled('system', system)} uses ${refText(system.connector)}`;
    }
    case 'Binding':
      return `${(node as ast.Binding).name}: what ${eventsOf(node as ast.Binding)} carries`;
    case 'Let':
      return `let ${(node as ast.Let).name} = ${(node as ast.Let).value.$cstNode?.text ?? ''}`;
    case 'Kpi':
      return `${labelled('kpi', node)} = ${(node as ast.Kpi).formula.$cstNode?.text ?? ''}`;
    case 'Message': {
      const message = node as ast.Message;
      return `${labelled('message', message)} via ${refText(message.system)}`;
    }
    default:
      return hasName(node) ? labelled(KEYWORDS[node.$type] ?? node.$type.toLowerCase(), node) : undefined;
  }
}

function hasName(node: AstNode): node is AstNode & { readonly name: string; readonly label?: string } {
  return 'name' in node && typeof node.name === 'string';
}

const KEYWORDS: Readonly<Record<string, string>> = {
  StageModel: 'model',
  ModelStage: 'stage',
  ChoiceOption: 'option',
  ForEach: 'for each',
  PointOfSale: 'point of sale',
  DataSource: 'data source',
};

function eventSignature(event: ast.EventType): string {
  const list = fieldsOfEvent(event);
  return list.length === 0 ? `event ${event.name}` : `event ${event.name} {\n${fields(list)}}`;
}

function eventsOf(binding: ast.Binding): string {
  const container = binding.$container;
  const events = ast.isEventTrigger(container)
    ? container.events
    : ast.isWait(container) || ast.isHappening(container)
      ? [container.event]
      : [];
  return events
    .map((event) => (event && typeOf(event).kind === 'event' ? (event.$cstNode?.text ?? '') : ''))
    .join(' or ');
}
