import type { ValidationAcceptor } from 'langium';
import { GrammarUtils } from 'langium';
import { MONTHS } from '@journey/model';
import { replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import type * as ast from '../generated/ast.ts';
import { propertyRange, removeItem, replaceNode, textOf } from './edits.ts';
import { say } from '../locale/speech.ts';

/** A schedule names days that there are, once each, and begins before it ends. */
export function checkSchedule(node: ast.ScheduleTrigger, accept: ValidationAcceptor): void {
  for (const day of node.days) checkDay(day, node, accept);
  checkPeriod(node, accept);
  for (const property of ['weekdays', 'days', 'clocks'] as const) checkRepeats(node, property, accept);
}

function checkPeriod(node: ast.ScheduleTrigger, accept: ValidationAcceptor): void {
  const { start, end } = node;
  if (start === undefined || end === undefined || start <= end) return;
  const [from, until] = [propertyRange(node, 'start'), propertyRange(node, 'end')];
  const swap: Fix[] =
    from && until
      ? [
          {
            title: say`Turn the dates around`,
            edits: [replace('', from, end), replace('', until, start)].flatMap(({ edits }) => edits),
            preferred: true,
          },
        ]
      : [];
  report(
    accept,
    'schedule-over-before-start',
    { from: start, until: end },
    { node, property: 'end', fixes: swap },
  );
}

function checkRepeats(
  node: ast.ScheduleTrigger,
  property: 'weekdays' | 'days' | 'clocks',
  accept: ValidationAcceptor,
): void {
  const said = GrammarUtils.findNodesForProperty(node.$cstNode, property).map(({ text }) =>
    text.replaceAll(/\s+/g, ' '),
  );
  said.forEach((text, index) => {
    if (!said.slice(0, index).includes(text)) return;
    const fixes = removeItem(say`Say it once`, node, property, index);
    report(accept, 'said-twice-in-schedule', { text }, { node, property, index, fixes });
  });
}

/** The days that every month has, most have, and at most has; February's 29th is a matter of the year. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MOST_DAYS: Readonly<Partial<Record<string, number>>> = { month: 31, quarter: 92, year: 366 };

function checkDay(node: ast.CalendarDay, schedule: ast.ScheduleTrigger, accept: ValidationAcceptor): void {
  const period = schedule.unit ?? 'month';
  if (node.month && period !== 'year') {
    const unit = propertyRange(schedule, 'unit');
    const fixes = unit ? [replace(say`Write every year`, unit, 'year', true)] : [];
    report(accept, 'month-in-schedule', { month: capital(node.month), period }, { node, fixes });
    return;
  }
  const { day } = node;
  if (day === undefined) return;
  const most = node.month ? (LENGTHS[MONTHS.indexOf(node.month)] ?? 31) : (MOST_DAYS[period] ?? 31);
  if (day < 1 || day > most || !Number.isInteger(day)) {
    const where = `any ${node.month ? 'year' : period}`;
    const last = node.month ? `${most} ${node.month}` : 'last day';
    const fixes = day > most ? replaceNode(say`Change to ${last}`, node, last) : [];
    report(accept, 'no-such-calendar-day', { day: textOf(node), where }, { node, fixes });
  } else if (isRare(day, node.month, period)) {
    const when = rarity(day, node.month, period);
    const last = node.month ? `last day of ${node.month}` : 'last day';
    const fixes = replaceNode(say`Change to ${last}`, node, last);
    report(accept, 'day-not-in-every-month', { day: textOf(node), when }, { node, fixes });
  }
}

function isRare(day: number, month: ast.MonthName | undefined, period: string): boolean {
  if (month) return month === 'february' && day === 29;
  return day > ({ month: 28, quarter: 90, year: 365 }[period] ?? day);
}

function rarity(day: number, month: ast.MonthName | undefined, period: string): string {
  if (month || period === 'year') return 'leap years';
  if (period === 'quarter') return 'some quarters';
  return say`${LENGTHS.filter((length) => length >= day).length} of the 12 months${day === 29 ? say`, and in February of leap years` : ''}`;
}

function capital(month: ast.MonthName): string {
  return month.charAt(0).toUpperCase() + month.slice(1);
}
