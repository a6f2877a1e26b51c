import type { Automation, Branch, SplitWinner, Step, StepOf, TextPart } from '@journey/model';
import { isEventReference, LEAST_SAMPLE } from '@journey/model';
import type { AstNode, Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import type { ConnectorCompiler } from './connectors.ts';
import { optional, type CompileContext } from './context.ts';
import { duration, type ExpressionCompiler } from './expressions.ts';
import { refOf, refText } from '../references/ref-of.ts';
import { literalSource } from '../text/message-texts.ts';
import { splitLiteral } from '../text/template.ts';
import { textParts } from './text-parts.ts';
import { TriggerCompiler } from './triggers.ts';
import { WaitCompiler } from './waits.ts';

type StepIds = Map<string, number>;
type StepBody = Step extends infer Each
  ? Each extends Step
    ? Omit<Each, 'id' | 'source' | 'documentation'>
    : never
  : never;

/** A step that may say what is done where it fails, and says it. */
type Recovering = ast.Try | ast.Send | ast.Let | ast.Run | ast.ActionStep;

function isRecovering(node: ast.Step): node is Exclude<Recovering, ast.Try> {
  const mayRecover = ast.isSend(node) || ast.isLet(node) || ast.isRun(node) || ast.isActionStep(node);
  return mayRecover && (node.retries !== undefined || node.failure !== undefined);
}

/** Compiles automations: what starts them, and what they do. */
export class FlowCompiler {
  private readonly context: CompileContext;
  private readonly expressions: ExpressionCompiler;
  private readonly connectors: ConnectorCompiler;
  readonly triggers: TriggerCompiler;
  private readonly waits: WaitCompiler;

  constructor(context: CompileContext, expressions: ExpressionCompiler, connectors: ConnectorCompiler) {
    this.context = context;
    this.expressions = expressions;
    this.connectors = connectors;
    this.triggers = new TriggerCompiler(context, expressions, connectors);
    this.waits = new WaitCompiler(expressions, this.triggers);
  }

  automation(node: ast.Automation): Automation {
    const ids: StepIds = new Map();
    return {
      id: this.context.id(node),
      name: node.name,
      label: this.context.label(node),
      parameters: node.parameters.map((parameter) => this.connectors.parameter(parameter)),
      triggers: node.triggers.flatMap((trigger) => this.triggers.trigger(trigger) ?? []),
      priority: node.priority?.value ?? 0,
      steps: this.steps(node.steps, ids),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private steps(nodes: readonly ast.Step[], ids: StepIds): Step[] {
    return nodes.flatMap((node) => {
      const id = uniqueId(stepName(node), ids);
      const body = this.body(node, ids);
      const source = this.context.source(node);
      const step = body && { ...body, id, ...this.context.documentation(node), source };
      return step ? [this.recovering(node, step, ids)] : [];
    });
  }

  /** A step that says what is done where it fails is a `try` of that one step. */
  private recovering(node: ast.Step, step: Step, ids: StepIds): Step {
    if (!isRecovering(node)) return step;
    const id = uniqueId(`try:${step.id}`, ids);
    return { kind: 'try', steps: [step], ...this.recovery(node, ids), id, source: step.source };
  }

  private recovery(node: Recovering, ids: StepIds): Omit<StepOf<'try'>, 'kind' | 'steps' | 'id' | 'source'> {
    const upTo = optional('upTo', node.longest === undefined ? undefined : duration(node.longest));
    return {
      retries: node.retries ?? 0,
      ...optional('every', node.every === undefined ? undefined : duration(node.every)),
      ...optional('doubling', node.doubling ? upTo : undefined),
      onFailure: this.block(node.failure, ids),
    };
  }

  private block(node: ast.Block | undefined, ids: StepIds): Step[] {
    return this.steps(node?.steps ?? [], ids);
  }

  /** A branch; it stands where its block does, or its owner where the text lacks a block. */
  private branch(
    owner: AstNode,
    node: ast.Block | undefined,
    ids: StepIds,
    called: Pick<Branch, 'name' | 'label'> = {},
  ): Branch {
    return {
      ...optional('name', called.name),
      ...optional('label', called.label),
      steps: this.block(node, ids),
      source: this.context.source(node ?? owner),
    };
  }

  private body(node: ast.Step, ids: StepIds): StepBody | undefined {
    switch (node.$type) {
      case 'Send':
        return this.send(node);
      case 'ActionStep':
        return this.action(node.call);
      case 'Let':
        return this.let(node);
      case 'Wait': {
        const wait = this.waits.wait(node, this.block(node.timeout, ids));
        return wait && { kind: 'wait', wait };
      }
      case 'At': {
        const moment = this.triggers.moment(node.moment);
        return moment && { kind: 'at', moment, steps: this.block(node.block, ids) };
      }
      case 'Repeat':
        return {
          kind: 'repeat',
          ...optional('every', node.every === undefined ? undefined : duration(node.every)),
          ...optional('until', this.expressions.compile(node.until)),
          ...optional('atMost', node.atMost),
          steps: this.block(node.block, ids),
        };
      case 'ForEach': {
        const list = this.expressions.compile(node.list);
        return list && { kind: 'forEach', item: node.name, list, steps: this.block(node.block, ids) };
      }
      case 'Try':
        return { kind: 'try', steps: this.block(node.block, ids), ...this.recovery(node, ids) };
      case 'If':
      case 'Switch':
      case 'Split':
      case 'Parallel':
        return this.branching(node, ids);
      default:
        return this.leaving(node);
    }
  }

  private branching(
    node: ast.If | ast.Switch | ast.Split | ast.Parallel,
    ids: StepIds,
  ): StepBody | undefined {
    switch (node.$type) {
      case 'If':
        return {
          kind: 'if',
          branches: node.branches.flatMap((branch) => this.conditional(branch, ids)),
          ...optional('otherwise', node.otherwise && this.branch(node, node.otherwise, ids)),
        };
      case 'Switch':
        return {
          kind: 'switch',
          ...optional('subject', this.expressions.compile(node.subject)),
          cases: node.cases.flatMap((branch) => this.conditional(branch, ids)),
          ...optional('otherwise', node.otherwise && this.branch(node, node.otherwise, ids)),
        };
      case 'Split':
        if (node.message) return this.engagementSplit(node, node.message, ids);
        return {
          kind: 'split',
          ...optional('by', this.expressions.compile(node.key)),
          branches: node.branches.map((branch) => ({
            ...this.branch(branch, branch.block, ids, branch),
            percent: branch.percent,
            holdout: branch.holdout,
          })),
          ...optional('winner', node.winner && this.winner(node.winner)),
        };
      case 'Parallel':
        return {
          kind: 'parallel',
          branches: node.branches.map((branch) => this.branch(branch, branch.block, ids, branch)),
          ...optional('first', node.any ? 1 : node.first),
        };
    }
  }

  private winner(node: ast.SplitWinner): SplitWinner | undefined {
    const engagement = this.expressions.engagement(node.measure);
    const event = engagement ? undefined : this.expressions.compile(node.measure);
    const shared = {
      after: duration(node.after),
      atLeast: node.atLeast ?? LEAST_SAMPLE,
      source: this.context.source(node),
    };
    if (engagement) return { by: { kind: 'engagement', engagement }, ...shared };
    return event && isEventReference(event) ? { by: { kind: 'event', event }, ...shared } : undefined;
  }

  /** Each branch asks what the customer did with one message: a switch. */
  private engagementSplit(
    node: ast.Split,
    about: Reference<ast.Message>,
    ids: StepIds,
  ): StepBody | undefined {
    const target = refOf(about);
    if (!target) return undefined;
    const message = this.context.use(target);
    return {
      kind: 'switch',
      engagementWith: message,
      cases: node.reactions.map((reaction) => ({
        ...this.branch(reaction, reaction.block, ids),
        condition: {
          kind: 'engagement',
          engagement: reaction.engagement,
          message,
          ...optional('link', reaction.link),
          source: this.context.source(reaction),
        },
      })),
      ...optional('otherwise', node.otherwise && this.branch(node, node.otherwise, ids)),
    };
  }

  private told(node: ast.Notify): TextPart[] {
    const raw = literalSource(node, 'text');
    if (!raw) return [];
    return textParts(splitLiteral(raw.text), this.context.source(node), ({ offset, length }) =>
      raw.rangeAt(offset, length),
    );
  }

  private conditional(node: ast.Condition | ast.Case, ids: StepIds) {
    const condition = this.expressions.compile(node.condition);
    const branch = this.branch(node, node.block, ids);
    return condition ? [{ ...branch, condition }] : [];
  }

  private leaving(node: ast.Notify | ast.Move | ast.Run | ast.Stop | ast.ExitJourney): StepBody | undefined {
    switch (node.$type) {
      case 'Notify': {
        const department = refOf(node.department);
        return (
          department && { kind: 'notify', department: this.context.use(department), text: this.told(node) }
        );
      }
      case 'Move': {
        const stage = refOf(node.stage);
        return stage && { kind: 'move', stage: this.context.id(stage) };
      }
      case 'Run': {
        const target = refOf(node.target);
        if (!target) return undefined;
        const kind = ast.isJourney(target) ? 'journey' : 'automation';
        const id = this.context.use(target);
        return { kind: 'run', target: { kind, id }, arguments: this.expressions.arguments(node.arguments) };
      }
      case 'Stop':
        return { kind: 'stop' };
      case 'ExitJourney':
        return { kind: 'exit', ...optional('reason', node.reason) };
    }
  }

  private send(node: ast.Send): StepBody | undefined {
    const message = refOf(node.message);
    if (!message) return undefined;
    return {
      kind: 'send',
      message: this.context.use(message),
      ...optional('to', this.expressions.compile(node.to)),
      arguments: this.expressions.arguments(node.arguments),
    };
  }

  private action(call: ast.Expression, as?: string): StepBody | undefined {
    const action = this.expressions.action(call);
    if (!action || !ast.isCall(call)) return undefined;
    return {
      kind: 'action',
      ...action,
      arguments: this.expressions.arguments(call.arguments),
      ...optional('as', as),
    };
  }

  private let(node: ast.Let): StepBody | undefined {
    const action = this.action(node.value, node.name);
    if (action) return action;
    const value = this.expressions.compile(node.value);
    return value && { kind: 'let', name: node.name, value };
  }
}

function uniqueId(name: string, ids: StepIds): string {
  const count = (ids.get(name) ?? 0) + 1;
  ids.set(name, count);
  return count === 1 ? name : `${name}~${count}`;
}

function momentName(moment: ast.Moment | undefined): string {
  return [moment?.clock, moment?.offset, moment?.direction].filter(Boolean).join(' ');
}

/** What a step is called after: the names in it, so that its id outlives a move to another place. */
function stepName(node: ast.Step): string {
  switch (node.$type) {
    case 'Send':
      return `send:${refText(node.message)}`;
    case 'ActionStep':
      return ast.isCall(node.call) ? (node.call.callee.$cstNode?.text ?? 'action') : 'action';
    case 'Let':
      return `let:${node.name}`;
    case 'Wait':
      return `wait:${node.duration ?? (node.event ? (node.event.$cstNode?.text ?? 'event') : 'until')}`;
    case 'At':
      return `at:${momentName(node.moment)}`;
    case 'Move':
      return `move:${refText(node.stage)}`;
    case 'Run':
      return `run:${refText(node.target)}`;
    case 'ForEach':
      return `forEach:${node.name}`;
    case 'Notify':
      return `notify:${refText(node.department)}`;
    case 'ExitJourney':
      return 'exit';
    default:
      return node.$type.toLowerCase();
  }
}
