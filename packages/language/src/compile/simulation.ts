import {
  isEventReference,
  type Assumption,
  type AssumptionSet,
  type Scenario,
  type ScenarioLine,
} from '@journey/model';
import * as ast from '../generated/ast.ts';
import { optional, type CompileContext } from './context.ts';
import { duration, type ExpressionCompiler } from './expressions.ts';
import { refOf } from '../references/ref-of.ts';

/** Compiles what the simulation may assume and what tests expect. */
export class SimulationCompiler {
  private readonly context: CompileContext;
  private readonly expressions: ExpressionCompiler;

  constructor(context: CompileContext, expressions: ExpressionCompiler) {
    this.context = context;
    this.expressions = expressions;
  }

  assumptions(node: ast.AssumptionSet): AssumptionSet | undefined {
    const journey = refOf(node.journey);
    if (!journey) return undefined;
    return {
      journey: this.context.id(journey),
      assumptions: node.assumptions.flatMap((assumption) => this.assumption(assumption) ?? []),
      source: this.context.source(node),
    };
  }

  private assumption(node: ast.Assumption): Assumption | undefined {
    const event = this.expressions.compile(node.event);
    const source = this.context.source(node);
    if (!event) return undefined;
    if (ast.isAssumedRate(node))
      return { kind: 'rate', amount: node.amount, event, per: duration(node.window), source };
    const delay =
      node.from === undefined ? undefined : { from: duration(node.from), to: duration(node.to ?? node.from) };
    return { kind: 'chance', event, percent: node.percent, ...optional('delay', delay), source };
  }

  scenario(node: ast.Scenario): Scenario | undefined {
    const journey = refOf(node.journey);
    if (!journey) return undefined;
    return {
      label: node.label,
      journey: this.context.id(journey),
      lines: node.lines.flatMap((line) => this.line(line) ?? []),
      source: this.context.source(node),
    };
  }

  private line(node: ast.ScenarioLine): ScenarioLine | undefined {
    return ast.isHappening(node) ? this.happening(node) : this.expectation(node);
  }

  private happening(node: ast.Happening): ScenarioLine | undefined {
    const event = this.expressions.compile(node.event);
    if (!event || !isEventReference(event)) return undefined;
    const data = (node.data?.entries ?? []).flatMap(({ key, value: given }) => {
      const value = this.expressions.compile(given);
      return value ? [{ field: key, value }] : [];
    });
    const at = `${node.date}T${node.time}`;
    return {
      kind: 'happens',
      at,
      event,
      data,
      ...optional('as', node.binding?.name),
      source: this.context.source(node),
    };
  }

  private expectation(node: ast.Expectation): ScenarioLine | undefined {
    const message = refOf(node.message);
    const event = this.expressions.compile(node.event);
    const what = message
      ? ({ kind: 'send', message: this.context.use(message) } as const)
      : event && ({ kind: 'event', event } as const);
    return (
      what && {
        kind: 'expect',
        not: node.not,
        what,
        ...optional('when', whenOf(node)),
        source: this.context.source(node),
      }
    );
  }
}

function whenOf(node: ast.Expectation): Extract<ScenarioLine, { kind: 'expect' }>['when'] {
  if (node.within !== undefined) return { kind: 'within', duration: duration(node.within) };
  if (node.on !== undefined) return { kind: 'on', date: node.on };
  return node.date === undefined ? undefined : { kind: 'at', moment: `${node.date}T${node.time ?? '00:00'}` };
}
