import {
  MONTHS,
  parseClock,
  type CalendarDay,
  type Moment,
  type Recurrence,
  type Trigger,
} from '@journey/model';
import * as ast from '../generated/ast.ts';
import { refOf } from '../references/ref-of.ts';
import type { ConnectorCompiler } from './connectors.ts';
import { named, optional, type CompileContext } from './context.ts';
import { duration, type ExpressionCompiler } from './expressions.ts';

/** Compiles what starts things, and the moments that they are timed by. */
export class TriggerCompiler {
  private readonly context: CompileContext;
  private readonly expressions: ExpressionCompiler;
  private readonly connectors: ConnectorCompiler;

  constructor(context: CompileContext, expressions: ExpressionCompiler, connectors: ConnectorCompiler) {
    this.context = context;
    this.expressions = expressions;
    this.connectors = connectors;
  }

  /** The trigger; undefined where what it names is unknown. */
  trigger(node: ast.Trigger | undefined): Trigger | undefined {
    if (!node) return undefined;
    const binding = ast.isEventTrigger(node) || ast.isDateTrigger(node) ? node.binding : undefined;
    const about = {
      ...optional('as', binding?.name),
      ...optional('where', this.expressions.compile(node.condition)),
      source: this.context.source(node),
    };
    switch (node.$type) {
      case 'EventTrigger': {
        const events = this.expressions.events(node.events);
        return events.length === 0 ? undefined : { kind: 'events', events, ...about };
      }
      case 'DateTrigger': {
        const moment = this.moment(node);
        return moment && { kind: 'date', moment, ...this.zone(node), ...about };
      }
      case 'SegmentTrigger': {
        const segment = refOf(node.segment);
        const change = node.leaves ? 'leaves' : 'joins';
        return segment && { kind: 'segment', segment: this.context.use(segment), change, ...about };
      }
      case 'ScheduleTrigger': {
        const recurrence = this.recurrence(node);
        return (
          recurrence && {
            kind: 'schedule',
            recurrence,
            at: node.clocks.flatMap((text) => parseClock(text) ?? []),
            ...this.zone(node),
            ...optional('from', node.once ?? node.start),
            ...optional('until', node.once ?? node.end),
            ...about,
          }
        );
      }
      case 'ManualTrigger':
        return {
          kind: 'manual',
          by: node.by === 'called' ? 'program' : 'person',
          parameters: named(node.parameters).map((parameter) => this.connectors.parameter(parameter)),
          ...about,
        };
    }
  }

  /** The moment; undefined where its date is unknown. */
  moment(node: ast.Moment | ast.DateTrigger | undefined): Moment | undefined {
    const anchor = this.expressions.compile(node?.anchor);
    if (!node || !anchor) return undefined;
    const source = this.context.source(node);
    const clock = node.clock === undefined ? undefined : parseClock(node.clock);
    if (node.offset !== undefined && node.direction) {
      return {
        kind: 'relative',
        offset: duration(node.offset),
        direction: node.direction,
        anchor,
        ...optional('clock', clock),
        source,
      };
    }
    return clock ? { kind: 'onDay', clock, anchor, source } : { kind: 'exact', anchor, source };
  }

  private zone(node: ast.DateTrigger | ast.ScheduleTrigger) {
    return optional('zone', this.expressions.compile(node.zone));
  }

  private recurrence(node: ast.ScheduleTrigger): Recurrence | undefined {
    // A day that is the first and the last one comes once.
    if (node.once !== undefined) return { kind: 'daily' };
    switch (node.unit) {
      case 'day':
        return { kind: 'daily' };
      case 'weekday':
        return { kind: 'businessDays' };
      case undefined:
        return node.every === undefined
          ? { kind: 'weekdays', weekdays: node.weekdays }
          : { kind: 'interval', every: duration(node.every) };
      default: {
        if (!node.anniversary)
          return {
            kind: 'calendar',
            period: node.unit,
            days: node.days.flatMap((day) => this.day(day) ?? []),
          };
        const of = this.expressions.compile(node.anniversary);
        return of && { kind: 'anniversary', period: node.unit, of };
      }
    }
  }

  private day(node: ast.CalendarDay): CalendarDay | undefined {
    const source = this.context.source(node);
    const month = optional('month', node.month && MONTHS.indexOf(node.month) + 1);
    if (node.day !== undefined) return { kind: 'number', day: node.day, ...month, source };
    const of = node.unit === 'weekday' ? 'businessDay' : (node.unit ?? node.weekday);
    return node.ordinal && of && { kind: 'ordinal', ordinal: node.ordinal, of, ...month, source };
  }
}
