import type { Argument, Expression, Moment } from '@journey/model';
import { byId, formatClock, formatDuration } from '@journey/model';
import type { JourneyContext } from '../context.ts';

/** An expression much as its author wrote it, for the names of nodes. */
export function describe(expression: Expression, context: JourneyContext): string {
  const inner = (part: Expression): string => describe(part, context);
  const argument = ({ name, value }: Argument): string =>
    name === undefined ? inner(value) : `${name}: ${inner(value)}`;
  switch (expression.kind) {
    case 'event':
      return `${expression.system}.${expression.event}`;
    case 'stageEvent':
      return `${byId(context.journey.stages, expression.stage)?.name ?? expression.stage}.${expression.event}`;
    case 'engagement':
      return expression.link === undefined
        ? `${expression.engagement}(${expression.message})`
        : `${expression.engagement}(${expression.message}, link: ${JSON.stringify(expression.link)})`;
    case 'text':
    case 'date':
      return JSON.stringify(expression.value);
    case 'number':
    case 'boolean':
    case 'choice':
      return String(expression.value);
    case 'percent':
      return `${expression.value}%`;
    case 'money':
      return `${expression.amount} ${expression.currency}`;
    case 'duration':
      return formatDuration(expression.duration);
    case 'clock':
      return formatClock(expression.time);
    case 'list':
      return `[${expression.items.map(inner).join(', ')}]`;
    case 'env':
    case 'variable':
    case 'given':
      return expression.name;
    case 'customer':
    case 'now':
      return expression.kind;
    case 'field':
      return `${inner(expression.of)}.${expression.field}`;
    case 'setting':
      return `${expression.system}.${expression.setting}`;
    case 'measure':
      return `${expression.system}.${expression.measure}`;
    case 'record':
      return `${expression.system}.${expression.record}`;
    case 'segment':
      return expression.segment;
    case 'underWay':
      return expression.id.split('.').at(-1) ?? expression.id;
    case 'kpi':
      return expression.kpi;
    case 'call':
      return `${expression.function}(${expression.arguments.map(argument).join(', ')})`;
    case 'actionCall':
      return `${expression.system}.${expression.action}()`;
    case 'binary':
      return `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    case 'unary':
      return `${expression.operator === 'not' ? 'not ' : '-'}${inner(expression.operand)}`;
    case 'between':
      return `${inner(expression.from)} -> ${inner(expression.to)}`;
    case 'fromNow':
      return `in ${formatDuration(expression.duration)}`;
    case 'businessDays':
      return `in ${expression.days} business days`;
  }
}

export function describeMoment(moment: Moment, context: JourneyContext): string {
  const words = context.words.steps;
  // In the source it stands without quotes.
  const anchor =
    moment.anchor.kind === 'date' ? moment.anchor.value.replace('T', ' ') : describe(moment.anchor, context);
  switch (moment.kind) {
    case 'exact':
      return anchor;
    case 'onDay':
      return words.onDay(formatClock(moment.clock), anchor);
    case 'relative':
      return words[moment.direction](words.duration(moment.offset), anchor);
  }
}
