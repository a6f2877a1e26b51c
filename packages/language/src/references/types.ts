import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { partsOf, wholeOf } from './inheritance.ts';
import { refOf, refText } from './ref-of.ts';

/** What an expression is, as far as the source says. */
export type Type =
  | { readonly kind: 'primitive'; readonly name: ast.PrimitiveType['name'] }
  | { readonly kind: 'choice'; readonly choice: ast.ChoiceType }
  | { readonly kind: 'list'; readonly element: Type }
  | { readonly kind: 'record'; readonly record: ast.Record }
  /** What a trigger carries: the fields that all of its events share. */
  | { readonly kind: 'payload'; readonly events: readonly ast.EventType[] }
  | { readonly kind: 'event'; readonly event: ast.EventType }
  | { readonly kind: 'system'; readonly connector: ast.Connector | undefined }
  | { readonly kind: 'settings'; readonly connector: ast.Connector }
  | { readonly kind: 'stage'; readonly stage: ast.Stage }
  | { readonly kind: 'journey'; readonly journey: ast.Journey }
  | { readonly kind: 'message'; readonly message: ast.Message }
  | { readonly kind: 'function'; readonly function: ast.FunctionDeclaration }
  | { readonly kind: 'action'; readonly action: ast.Action }
  /** Something that has a name and nothing more: a persona, a department. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown' };

const UNKNOWN: Type = { kind: 'unknown' };
const primitive = (name: ast.PrimitiveType['name']): Type => ({ kind: 'primitive', name });

/** The connector in the library whose events every stage has. */
export const STAGE_EVENTS = 'stage_events';

/** The record in the library that says what an amount of money is made of. */
export const AMOUNT_OF_MONEY = 'amount_of_money';

/** What of the library gives values their members. */
export interface LibraryMembers {
  stageEvents(): ast.Connector | undefined;
  amountOfMoney(): ast.Record | undefined;
}

/** The type of an expression; `unknown` where the source is broken or says too little. */
export function typeOf(expression: ast.Expression | undefined): Type {
  switch (expression?.$type) {
    case 'Reference':
      return typeOfNamed(refOf(expression.target), expression);
    case 'Member':
      return typeOfMember(refOf(expression.member));
    case 'Call':
      return typeOfCall(expression);
    case 'Group':
      return typeOf(expression.inner);
    case 'TextLiteral':
    case 'EnvironmentValue':
      return primitive('text');
    case 'NumberLiteral':
      return primitive(expression.currency === undefined ? 'number' : 'money');
    case 'PercentLiteral':
      return primitive('percent');
    case 'DurationLiteral':
    case 'Between':
      return primitive('duration');
    case 'FromNow':
    case 'DateLiteral':
      return primitive('moment');
    case 'BooleanLiteral':
      return primitive('boolean');
    case 'ListLiteral':
      return { kind: 'list', element: typeOf(expression.items[0]) };
    case 'Binary':
      return /^([-+*/])$/.test(expression.operator) ? typeOf(expression.left) : primitive('boolean');
    case 'Unary':
      return expression.operator === 'not' ? primitive('boolean') : typeOf(expression.operand);
    default:
      return UNKNOWN;
  }
}

/** The type of what a name refers to; `reference` tells whose settings `setting` means. */
export function typeOfNamed(target: ast.Named | undefined, reference?: ast.Reference): Type {
  switch (target?.$type) {
    case 'System':
      return { kind: 'system', connector: refOf(target.connector) };
    case 'Binding':
      return typeOfBinding(target);
    case 'Let':
      return typeOfLet(target);
    case 'Parameter':
      return resolveType(target.type);
    case 'Given':
      return typeOfGiven(target, reference);
    case 'ForEach': {
      const list = typeOf(target.list);
      return list.kind === 'list' ? list.element : UNKNOWN;
    }
    case 'Stage':
      return { kind: 'stage', stage: target };
    case 'Journey':
      return { kind: 'journey', journey: target };
    case 'Message':
      return { kind: 'message', message: target };
    case 'FunctionDeclaration':
      return { kind: 'function', function: target };
    case 'ChoiceOption':
      return { kind: 'choice', choice: target.$container };
    case 'Kpi':
      return primitive('number');
    case undefined:
      return UNKNOWN;
    default:
      return { kind: 'other' };
  }
}

const beingTyped = new Set<ast.Let>();

/** `let a = a` is a mistake that has no type, and must not be looked into for ever. */
function typeOfLet(node: ast.Let): Type {
  if (beingTyped.has(node)) return UNKNOWN;
  beingTyped.add(node);
  try {
    return typeOf(node.value);
  } finally {
    beingTyped.delete(node);
  }
}

function typeOfGiven(given: ast.Given, reference: ast.Reference | undefined): Type {
  const connector = reference && AstUtils.getContainerOfType(reference, ast.isConnector);
  return given.name === 'setting' && connector ? { kind: 'settings', connector } : resolveType(given.type);
}

function typeOfBinding(binding: ast.Binding): Type {
  const container = binding.$container;
  switch (container.$type) {
    case 'EventTrigger':
      return payloadOf(container.events);
    case 'DateTrigger':
      return ast.isMember(container.anchor) ? typeOf(container.anchor.receiver) : UNKNOWN;
    case 'Wait':
    case 'Happening':
      return payloadOf([container.event]);
    default:
      return UNKNOWN;
  }
}

function payloadOf(expressions: readonly (ast.Expression | undefined)[]): Type {
  const events = expressions.flatMap(eventOf);
  return events.length > 0 ? { kind: 'payload', events } : UNKNOWN;
}

function eventOf(expression: ast.Expression | undefined): ast.EventType[] {
  const type = typeOf(expression);
  return type.kind === 'event' ? [type.event] : [];
}

/** The type of what follows a dot. */
export function typeOfMember(member: ast.MemberTarget | undefined): Type {
  switch (member?.$type) {
    case 'Field':
    case 'Measure':
    case 'Setting':
      return resolveType(member.type);
    case 'EventType':
      return { kind: 'event', event: member };
    case 'Action':
      return { kind: 'action', action: member };
    case 'Record':
      return { kind: 'record', record: member };
    case 'Stage':
      return { kind: 'stage', stage: member };
    case 'Kpi':
      return primitive('number');
    default:
      return UNKNOWN;
  }
}

function typeOfCall(call: ast.Call): Type {
  const callee = typeOf(call.callee);
  if (callee.kind === 'function') return resolveType(callee.function.returns);
  return callee.kind === 'action' ? resolveType(callee.action.returns) : UNKNOWN;
}

/** The type that a type expression of the source stands for. */
export function resolveType(type: ast.Type | undefined): Type {
  switch (type?.$type) {
    case 'PrimitiveType':
      return primitive(type.name);
    case 'ChoiceType':
      return { kind: 'choice', choice: type };
    case 'ListType':
      return { kind: 'list', element: resolveType(type.element) };
    case 'RecordType':
      return recordTypeOf(refOf(type.record));
    default:
      return UNKNOWN;
  }
}

function recordTypeOf(record: ast.Record | undefined): Type {
  return record ? { kind: 'record', record } : UNKNOWN;
}

/** A record's fields, those of the records that it extends first. */
export function fieldsOfRecord(record: ast.Record, seen = new Set<ast.Record>()): ast.Field[] {
  if (seen.has(record)) return [];
  seen.add(record);
  const base = refOf(record.base);
  return [...(base ? fieldsOfRecord(base, seen) : []), ...record.fields];
}

/** All fields that an event carries. */
export function fieldsOfEvent(event: ast.EventType): ast.Field[] {
  const record = refOf(event.record);
  return [...(record ? fieldsOfRecord(record) : []), ...event.fields];
}

/** The fields that a mapping may fill: the event's, or those of the record that the action gives. */
export function mappableFields(owner: ast.Webhook | ast.HttpRequest): readonly ast.Field[] {
  if (ast.isWebhook(owner)) return fieldsOfEvent(owner.$container);
  const { $container: action } = owner;
  const given = ast.isAction(action) ? resolveType(action.returns) : UNKNOWN;
  return given.kind === 'record' ? fieldsOfRecord(given.record) : [];
}

/** What may follow the dot after something of that type. */
export function membersOf(type: Type, library: LibraryMembers): readonly ast.MemberTarget[] {
  switch (type.kind) {
    case 'primitive':
      return type.name === 'money' ? (library.amountOfMoney()?.fields ?? []) : [];
    case 'record':
      return fieldsOfRecord(type.record);
    case 'event':
      return fieldsOfEvent(type.event);
    case 'payload':
      return sharedFields(type.events);
    case 'system':
      return type.connector ? membersOfConnector(type.connector) : [];
    case 'settings':
      return type.connector.members.filter(ast.isSetting);
    case 'stage':
      return library.stageEvents()?.members.filter(ast.isEventType) ?? [];
    case 'journey':
      return stagesAndKpis(type.journey);
    default:
      return [];
  }
}

function stagesAndKpis(journey: ast.Journey): (ast.Stage | ast.Kpi)[] {
  const whole = wholeOf(journey);
  const kpis = partsOf(whole).flatMap((part) =>
    ast.isTouchpoint(part) ? part.members.filter(ast.isKpi) : ast.isKpi(part) ? [part] : [],
  );
  return [...whole.stages.map(({ node }) => node), ...kpis];
}

function membersOfConnector(connector: ast.Connector): ast.MemberTarget[] {
  return connector.members.filter(
    (member) =>
      ast.isEventType(member) ||
      ast.isAction(member) ||
      ast.isSetting(member) ||
      ast.isMeasure(member) ||
      ast.isRecord(member),
  );
}

function sharedFields(events: readonly ast.EventType[]): ast.Field[] {
  const [first = [], ...others] = events.map(fieldsOfEvent);
  return first.filter((field) => others.every((fields) => fields.some((other) => other.name === field.name)));
}

/** The call's parameters: those of the function or of the action that it calls; undefined where it calls neither. */
export function parametersOf(call: ast.Call): readonly ast.Parameter[] | undefined {
  const callee = typeOf(call.callee);
  if (callee.kind === 'action') return callee.action.parameters;
  return callee.kind === 'function' ? callee.function.parameters : undefined;
}

/** The parameter that an argument is for, by its name or its place. */
export function parameterFor(argument: ast.Argument): ast.Parameter | undefined {
  const owner = argument.$container;
  const parameters = ast.isCall(owner) ? parametersOf(owner) : parametersOfTarget(owner);
  if (argument.name !== undefined) return parameters?.find((parameter) => parameter.name === argument.name);
  return parameters?.[argument.$containerIndex ?? 0];
}

/** What says which of a message's links was clicked. */
export function linkArgument(call: ast.Call): ast.Argument | undefined {
  if (!ast.isReference(call.callee) || refText(call.callee.target) !== 'clicked') return undefined;
  return call.arguments.find((argument) => {
    const parameter = parameterFor(argument);
    const callee = parameter?.$container;
    return parameter?.name === 'link' && ast.isFunctionDeclaration(callee) && callee.name === 'clicked';
  });
}

/** What a message or an automation takes; of a journey, what it takes from whoever starts it by hand or program. */
export function parametersOfTarget(step: ast.Send | ast.Run): readonly ast.Parameter[] | undefined {
  if (ast.isSend(step)) return refOf(step.message)?.parameters;
  const target = refOf(step.target);
  if (!ast.isJourney(target)) return target?.parameters;
  return target.members
    .filter(ast.isEnter)
    .flatMap(({ trigger }) => (ast.isManualTrigger(trigger) ? trigger.parameters : []));
}

/** The names that an expression in this place may choose from, because of what it is compared with or passed to. */
export function expectedOptions(expression: ast.Expression): readonly ast.ChoiceOption[] {
  const container = expression.$container;
  let expected: Type = UNKNOWN;
  if (ast.isBinary(container)) expected = typeOfPartner(container, expression);
  else if (ast.isListLiteral(container)) return expectedOptions(container);
  else if (ast.isArgument(container)) expected = resolveType(parameterFor(container)?.type);
  else if (ast.isParameter(container)) expected = resolveType(container.type);
  else if (ast.isCase(container)) expected = typeOf(container.$container.subject);
  else if (ast.isSettingValue(container)) expected = resolveType(refOf(container.setting)?.type);
  else if (ast.isEntry(container)) expected = resolveType(happeningField(container)?.type);
  return expected.kind === 'choice' ? expected.choice.options : [];
}

// Of two names that stand side by side one must be known first: the left one.
function typeOfPartner({ left, right }: ast.Binary, side: ast.Expression): Type {
  if (side === right) return typeOf(left);
  return ast.isReference(right) || ast.isListLiteral(right) ? UNKNOWN : typeOf(right);
}

/** The field that an entry of a happening gives a value to. */
export function happeningField(entry: ast.Entry): ast.Field | undefined {
  const happening = AstUtils.getContainerOfType(entry, ast.isHappening);
  return eventOf(happening?.event)
    .flatMap(fieldsOfEvent)
    .find((field) => field.name === entry.key);
}
