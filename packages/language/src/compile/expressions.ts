import {
  ENGAGEMENTS,
  isEventReference,
  parseClock,
  parseDuration,
  type Argument,
  type Duration,
  type Engagement,
  type EventReference,
  type Expression,
} from '@journey/model';
import * as ast from '../generated/ast.ts';
import { linkArgument, parameterFor, typeOf } from '../references/types.ts';
import { inlineText } from '../format/inline.ts';
import { optional, type CompileContext } from './context.ts';
import { refOf } from '../references/ref-of.ts';

/** Compiles values, conditions and formulas. Undefined where the source is broken: whoever needs the value leaves itself out. */
export class ExpressionCompiler {
  private readonly context: CompileContext;

  constructor(context: CompileContext) {
    this.context = context;
  }

  compile(node: ast.Expression | undefined): Expression | undefined {
    if (!node) return undefined;
    const source = this.context.source(node);
    switch (node.$type) {
      case 'TextLiteral':
        return { kind: 'text', value: node.value, source };
      case 'NumberLiteral':
        return node.currency === undefined
          ? { kind: 'number', value: node.value, source }
          : { kind: 'money', amount: node.value, currency: node.currency, source };
      case 'PercentLiteral':
        return { kind: 'percent', value: node.value, source };
      case 'DurationLiteral':
        return { kind: 'duration', duration: duration(node.value), source };
      case 'ClockLiteral': {
        const time = parseClock(node.value);
        return time && { kind: 'clock', time, source };
      }
      case 'DateLiteral':
        return {
          kind: 'date',
          value: node.time === undefined ? node.date : `${node.date}T${node.time}`,
          source,
        };
      case 'BooleanLiteral':
        return { kind: 'boolean', value: node.value === 'true', source };
      case 'EnvironmentValue':
        return { kind: 'env', name: node.name, source };
      case 'ListLiteral':
        return { kind: 'list', items: this.all(node.items), source };
      case 'Group':
        return this.compile(node.inner);
      case 'Reference':
        return this.reference(node);
      case 'Member':
        return this.member(node);
      case 'Call':
        return this.call(node);
      default:
        return this.operation(node);
    }
  }

  /** The expressions that could be compiled. */
  all(nodes: readonly ast.Expression[]): Expression[] {
    return nodes.map((node) => this.compile(node)).filter((expression) => expression !== undefined);
  }

  /** The expressions that stand for events. */
  events(nodes: readonly ast.Expression[]): EventReference[] {
    return this.all(nodes).filter(isEventReference);
  }

  arguments(nodes: readonly ast.Argument[]): Argument[] {
    return nodes.flatMap((node) => {
      const value = this.compile(node.value);
      if (!value) return [];
      const callee = node.$container;
      const named = !ast.isCall(callee) || typeOf(callee.callee).kind === 'action';
      return [
        {
          ...optional('name', named ? parameterFor(node)?.name : node.name),
          value,
          ...optional('of', this.compile(node.of)),
          ...optional('by', this.compile(node.by)),
          ...optional('where', this.compile(node.condition)),
          source: this.context.source(node),
        },
      ];
    });
  }

  /** The system and action that a call names. */
  action(node: ast.Expression | undefined): { readonly system: string; readonly action: string } | undefined {
    if (!ast.isCall(node) || !ast.isMember(node.callee)) return undefined;
    const { receiver, member } = node.callee;
    const system = ast.isReference(receiver) ? refOf(receiver.target) : undefined;
    const action = refOf(member);
    return ast.isSystem(system) && ast.isAction(action)
      ? { system: this.context.use(system), action: action.name }
      : undefined;
  }

  private operation(node: ast.Between | ast.Binary | ast.FromNow | ast.Unary): Expression | undefined {
    const source = this.context.source(node);
    switch (node.$type) {
      case 'Between': {
        const [from, to] = [this.compile(node.from), this.compile(node.to)];
        return from && to && { kind: 'between', from, to, source };
      }
      case 'Binary': {
        const [left, right] = [this.compile(node.left), this.compile(node.right)];
        return left && right && { kind: 'binary', operator: node.operator, left, right, source };
      }
      case 'Unary': {
        const operand = this.compile(node.operand);
        return operand && { kind: 'unary', operator: node.operator, operand, source };
      }
      case 'FromNow':
        return node.days === undefined
          ? { kind: 'fromNow', duration: duration(node.duration), source }
          : { kind: 'businessDays', days: node.days, source };
    }
  }

  private reference(node: ast.Reference): Expression | undefined {
    const target = refOf(node.target);
    const source = this.context.source(node);
    switch (target?.$type) {
      case 'Binding':
      case 'Let':
      case 'ForEach':
        return { kind: 'variable', name: target.name, source };
      case 'Parameter':
        return ast.isAction(target.$container)
          ? { kind: 'given', name: target.name, source }
          : { kind: 'variable', name: target.name, source };
      case 'Given':
        return target.name === 'customer' || target.name === 'now'
          ? { kind: target.name, source }
          : { kind: 'given', name: target.name, source };
      case 'ChoiceOption':
        return { kind: 'choice', value: target.name, source };
      case 'Segment':
        return { kind: 'segment', segment: this.context.use(target), source };
      case 'Journey':
        return { kind: 'underWay', of: 'journey', id: this.context.id(target), source };
      case 'Automation':
        return { kind: 'underWay', of: 'automation', id: this.context.id(target), source };
      case 'Kpi':
        return { kind: 'kpi', kpi: this.context.id(target), source };
      default:
        return undefined;
    }
  }

  private member(node: ast.Member): Expression | undefined {
    const member = refOf(node.member);
    const source = this.context.source(node);
    const owner = named(node.receiver);
    const journey = ast.isMember(node.receiver) ? named(node.receiver.receiver) : owner;
    const id = (part: ast.Stage | ast.Kpi): string =>
      ast.isJourney(journey) ? this.context.idIn(journey, part) : this.context.id(part);
    if (ast.isStage(owner) && ast.isEventType(member)) {
      const event = member.name === 'left' ? 'left' : 'entered';
      return { kind: 'stageEvent', stage: id(owner), event, source };
    }
    if (ast.isKpi(member)) return { kind: 'kpi', kpi: id(member), source };
    if (ast.isSystem(owner)) return this.systemMember(owner, member, source);
    const of = this.compile(node.receiver);
    return of && member && { kind: 'field', of, field: member.name, source };
  }

  private systemMember(
    owner: ast.System,
    member: ast.MemberTarget | undefined,
    source: Expression['source'],
  ): Expression | undefined {
    const system = this.context.use(owner);
    switch (member?.$type) {
      case 'EventType':
        return { kind: 'event', system, event: member.name, source };
      case 'Setting':
        return { kind: 'setting', system, setting: member.name, source };
      case 'Measure':
        return { kind: 'measure', system, measure: member.name, source };
      case 'Record':
        return { kind: 'record', system, record: member.name, source };
      default:
        return undefined;
    }
  }

  /** What becomes of messages, named without one: `clicked`. */
  engagement(node: ast.Expression): Engagement | undefined {
    const target = ast.isReference(node) ? refOf(node.target) : undefined;
    return ast.isFunctionDeclaration(target) && isEngagement(target.name) ? target.name : undefined;
  }

  private call(node: ast.Call): Expression | undefined {
    const source = this.context.source(node);
    const action = this.action(node);
    if (action) return { kind: 'actionCall', ...action, arguments: this.arguments(node.arguments), source };
    const callee = ast.isReference(node.callee) ? refOf(node.callee.target) : undefined;
    if (!ast.isFunctionDeclaration(callee)) return undefined;
    const message = node.arguments[0]?.value;
    const target = ast.isReference(message) ? refOf(message.target) : undefined;
    if (isEngagement(callee.name) && ast.isMessage(target)) {
      const link = linkArgument(node)?.value;
      return {
        kind: 'engagement',
        engagement: callee.name,
        message: this.context.use(target),
        ...optional('link', ast.isTextLiteral(link) ? link.value : undefined),
        source,
      };
    }
    return { kind: 'call', function: callee.name, arguments: this.arguments(node.arguments), source };
  }
}

/** What a name, or a name after a dot, stands for. */
function named(node: ast.Expression): ast.Named | ast.MemberTarget | undefined {
  if (ast.isReference(node)) return refOf(node.target);
  return ast.isMember(node) ? refOf(node.member) : undefined;
}

function isEngagement(name: string): name is Engagement {
  return (ENGAGEMENTS as readonly string[]).includes(name);
}

/** A duration of the source; nothing where it is missing from a broken one. */
export function duration(text: string | undefined): Duration {
  return (text === undefined ? undefined : parseDuration(text)) ?? { parts: [] };
}

/** The text of a formula in canonical form, in one line. */
export function sourceText(node: ast.Expression | undefined): string {
  return node?.$cstNode ? inlineText(node.$cstNode) : '';
}
