import type {
  ActionType,
  Authentication,
  Connector,
  Engagement,
  EventType,
  Expression,
  Field,
  HttpRequest,
  Limit,
  Parameter,
  PayloadConditions,
  PayloadMapping,
  RecordType,
  RequestBody,
  System,
  TemplatePart,
  ValueType,
} from '@journey/model';
import { ENGAGEMENTS } from '@journey/model';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { isLibraryUri } from '../library/library.ts';
import { fieldsOfEvent, fieldsOfRecord } from '../references/types.ts';
import { named, optional, translationsOf, type CompileContext } from './context.ts';
import { duration, type ExpressionCompiler } from './expressions.ts';
import { refOf, refText } from '../references/ref-of.ts';

/** The library's connectors, which are the same for every file that uses them. */
const ofLibrary = new WeakMap<ast.Connector, Connector>();

/** Compiles what systems are and offer. */
export class ConnectorCompiler {
  private readonly context: CompileContext;
  private readonly expressions: ExpressionCompiler;

  constructor(context: CompileContext, expressions: ExpressionCompiler) {
    this.context = context;
    this.expressions = expressions;
  }

  connector(node: ast.Connector): Connector {
    const channel = refOf(node.members.find(ast.isConnectorChannel)?.channel);
    if (channel) this.context.use(channel);
    const known = ofLibrary.get(node);
    if (known?.id === this.context.id(node)) return known;
    const connector = this.read(node, channel);
    if (isLibraryUri(AstUtils.getDocument(node).uri)) ofLibrary.set(node, connector);
    return connector;
  }

  private read(node: ast.Connector, channel: ast.Channel | undefined): Connector {
    const { members } = node;
    const authentication = members.find(ast.isAuthentication);
    const base = members.find(ast.isBaseAddress);
    const delivery = members.find(ast.isDelivery);
    return {
      id: this.context.id(node),
      label: this.context.label(node),
      ...optional('channel', channel && this.context.id(channel)),
      ...optional('authentication', authentication && authenticationOf(authentication)),
      ...optional('base', base && template(base.value, this.context.source(base))),
      ...optional('headers', this.headers(members.filter(ast.isRequestHeader))),
      limits: members.filter(ast.isLimit).map((limit) => this.limit(limit)),
      settings: named(members.filter(ast.isSetting)).map((setting) => this.parameter(setting)),
      reports: members.filter(ast.isReports).flatMap(({ engagements }) => engagements.filter(isEngagement)),
      measures: named(members.filter(ast.isMeasure)).map((measure) =>
        this.field({ ...measure, optional: false }),
      ),
      events: named(members.filter(ast.isEventType)).map((event) => this.event(event)),
      actions: named(members.filter(ast.isAction)).map((action) => this.action(action)),
      ...optional('delivery', this.request(delivery?.request)),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  system(node: ast.System): System | undefined {
    const connector = refOf(node.connector);
    if (!connector) return undefined;
    return {
      id: this.context.id(node),
      label: this.context.label(node),
      translations: translationsOf(node.translations),
      connector: this.context.use(connector),
      settings: this.settings(node.settings),
      source: this.context.source(node),
    };
  }

  settings(nodes: readonly ast.SettingValue[]): System['settings'] {
    return nodes.flatMap((node) => {
      const value = this.expressions.compile(node.value);
      return value ? [{ name: refText(node.setting), value, source: this.context.source(node) }] : [];
    });
  }

  record(node: ast.Record): RecordType {
    return {
      id: recordId(node),
      fields: named(fieldsOfRecord(node)).map((field) => this.field(field)),
      source: this.context.source(node),
    };
  }

  parameter(node: ast.Parameter | ast.Setting): Parameter {
    return {
      name: node.name,
      type: valueType(node.type),
      optional: node.optional || (ast.isParameter(node) && node.default !== undefined),
      ...optional('default', ast.isParameter(node) ? this.expressions.compile(node.default) : undefined),
      source: this.context.source(node),
    };
  }

  private field(node: ast.Field | (ast.Measure & { optional: boolean })): Field {
    return {
      name: node.name,
      type: valueType(node.type),
      optional: node.optional,
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private event(node: ast.EventType): EventType {
    const record = refOf(node.record);
    return {
      name: node.name,
      ...optional('record', record && recordId(record)),
      fields: named(fieldsOfEvent(node)).map((field) => this.field(field)),
      ...optional('webhook', node.source && webhook(node.source)),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private action(node: ast.Action): ActionType {
    return {
      name: node.name,
      parameters: named(node.parameters).map((parameter) => this.parameter(parameter)),
      ...optional('returns', node.returns && valueType(node.returns)),
      ...optional('request', this.request(node.request)),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private headers(nodes: readonly ast.RequestHeader[]): Connector['headers'] {
    if (nodes.length === 0) return undefined;
    return nodes.map((node) => ({
      name: node.header,
      value: template(node.value, this.context.source(node)),
    }));
  }

  private request(node: ast.HttpRequest | undefined): HttpRequest | undefined {
    if (!node) return undefined;
    const source = this.context.source(node);
    return {
      method: node.method,
      path: template(node.path, source),
      ...optional('body', node.body && this.body(node.body)),
      ...optional('isForm', node.form ? true : undefined),
      ...optional('idempotencyKey', node.key),
      ...optional('conditions', payloadConditions(node.conditions)),
      ...optional('result', node.result.length === 0 ? undefined : payloadMapping(node.result)),
      source,
    };
  }

  private body(node: ast.ObjectLiteral): RequestBody {
    const entries = node.entries.flatMap((entry) => {
      const value = this.entry(entry);
      return value ? [{ key: entry.key, value }] : [];
    });
    return { kind: 'object', entries };
  }

  private entry(node: ast.Entry): RequestBody | undefined {
    if (node.object) return this.body(node.object);
    if (node.objects) return { kind: 'list', items: node.objects.items.map((item) => this.body(item)) };
    // `{ points }` is short for `{ points: points }`.
    if (!node.value)
      return { kind: 'value', value: { kind: 'given', name: node.key, source: this.context.source(node) } };
    if (ast.isListLiteral(node.value)) {
      const items = this.expressions
        .all(node.value.items)
        .map((value) => ({ kind: 'value', value }) as const);
      return { kind: 'list', items };
    }
    const value = this.expressions.compile(node.value);
    return value && { kind: 'value', value };
  }

  private limit(node: ast.Limit): Limit {
    const source = this.context.source(node);
    return node.part === undefined
      ? { kind: 'rate', requests: node.amount, per: duration(node.window), source }
      : { kind: 'length', part: node.part, characters: node.amount, source };
  }
}

/** A record's id: `contact`, or `pipedrive.deal` for a connector's own. */
export function recordId(node: ast.Record): string {
  return ast.isConnector(node.$container) ? `${node.$container.name}.${node.name}` : node.name;
}

function recordType(record: ast.Record | undefined): ValueType {
  return record ? { kind: 'record', record: recordId(record) } : { kind: 'primitive', name: 'any' };
}

/** The model's form of a type of the source. */
export function valueType(type: ast.Type | undefined): ValueType {
  switch (type?.$type) {
    case 'ChoiceType':
      return { kind: 'choice', options: type.options.map(({ name }) => name) };
    case 'ListType':
      return { kind: 'list', of: valueType(type.element) };
    case 'RecordType':
      return recordType(refOf(type.record));
    case 'PrimitiveType':
      return {
        kind: 'primitive',
        name: type.name === 'event' || type.name === 'message' ? 'any' : type.name,
      };
    default:
      return { kind: 'primitive', name: 'any' };
  }
}

function authenticationOf(node: ast.Authentication): Authentication | undefined {
  const secret = node.secret?.name ?? '';
  switch (node.scheme) {
    case 'oauth2':
      return { scheme: 'oauth2' };
    case 'bearer':
      return { scheme: 'bearer', secret };
    case 'basic':
      return { scheme: 'basic', user: node.user?.name ?? '', secret };
    case 'header':
    case 'query':
      return { scheme: node.scheme, name: node.name ?? '', secret };
    default:
      return undefined;
  }
}

function webhook(node: ast.Webhook): NonNullable<EventType['webhook']> {
  return {
    path: node.path,
    ...optional('secret', node.secret?.name),
    ...optional('conditions', payloadConditions(node.conditions)),
    mapping: payloadMapping(node.mapping),
  };
}

function payloadConditions(nodes: readonly ast.PayloadCondition[]): PayloadConditions | undefined {
  return nodes.length === 0
    ? undefined
    : nodes.map(({ path, value }) => ({ at: path.map(String), is: value }));
}

function payloadMapping(nodes: readonly ast.PayloadMapping[]): PayloadMapping {
  return nodes.map(({ field, path }) => ({ field, from: path.map(String) }));
}

/** Splits `/members/{member.id}` into text and holes. */
function template(text: string | undefined, source: Expression['source']): TemplatePart[] {
  if (text === undefined) return [];
  return text
    .split(/\{([^{}]*)\}/)
    .map((piece, index): TemplatePart =>
      index % 2 === 0 ? { kind: 'text', value: piece } : { kind: 'hole', value: path(piece, source) },
    )
    .filter((part) => part.kind === 'hole' || part.value !== '');
}

function path(text: string, source: Expression['source']): Expression {
  const [name = '', ...fields] = text.trim().split('.');
  return fields.reduce<Expression>((of, field) => ({ kind: 'field', of, field, source }), {
    kind: 'given',
    name,
    source,
  });
}

function isEngagement(word: string): word is Engagement {
  return (ENGAGEMENTS as readonly string[]).includes(word);
}
