import {
  parseClock,
  weekdaysBetween,
  type ClockTime,
  type Opening,
  type Step,
  type Wait,
  type Weekday,
} from '@journey/model';
import type * as ast from '../generated/ast.ts';
import { optional } from './context.ts';
import { duration, type ExpressionCompiler } from './expressions.ts';
import type { TriggerCompiler } from './triggers.ts';

/** Compiles what steps wait for. */
export class WaitCompiler {
  private readonly expressions: ExpressionCompiler;
  private readonly triggers: TriggerCompiler;

  constructor(expressions: ExpressionCompiler, triggers: TriggerCompiler) {
    this.expressions = expressions;
    this.triggers = triggers;
  }

  /** The wait; undefined where what it waits for is unknown. */
  wait(node: ast.Wait, onTimeout: readonly Step[]): Wait | undefined {
    if (node.duration !== undefined) return { kind: 'duration', duration: duration(node.duration) };
    if (node.days !== undefined) return { kind: 'businessDays', days: node.days };
    if (node.until) return this.until(node.until);
    const condition = this.expressions.compile(node.event);
    return (
      condition && {
        kind: 'event',
        condition,
        ...optional('as', node.binding?.name),
        ...optional('upTo', node.upTo === undefined ? undefined : duration(node.upTo)),
        ...optional('by', this.triggers.moment(node.deadline)),
        onTimeout,
      }
    );
  }

  private until(node: ast.UntilMoment): Wait | undefined {
    const zone = optional('zone', this.expressions.compile(node.zone));
    if (node.moment) {
      const moment = this.triggers.moment(node.moment);
      return moment && { kind: 'moment', moment, ...zone };
    }
    const opening = openingOf(node);
    if (opening) return { kind: 'opening', of: opening, ...zone };
    return { kind: 'until', ...daysOf(node), ...optional('clock', clockOf(node.clock)), ...zone };
  }
}

function openingOf(node: ast.UntilMoment): Opening | undefined {
  if (node.hours) return { kind: node.hours };
  const [from, to] = [clockOf(node.clock), clockOf(node.to)];
  return from && to && { kind: 'hours', ...daysOf(node), from, to };
}

function daysOf(node: ast.UntilMoment): { readonly days?: 'business' | readonly Weekday[] } {
  if (node.businessDay) return { days: 'business' };
  const [first] = node.weekdays;
  if (first === undefined) return {};
  return { days: node.lastDay ? weekdaysBetween(first, node.lastDay) : node.weekdays };
}

function clockOf(text: string | undefined): ClockTime | undefined {
  return text === undefined ? undefined : parseClock(text);
}
