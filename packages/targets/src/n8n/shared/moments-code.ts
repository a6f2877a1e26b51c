import type { Automation, Duration, Expression, Opening, Step, StepOf, Wait } from '@journey/model';
import { allSteps } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { compile } from '../javascript/expression.ts';
import { literal } from '../javascript/literal.ts';
import type { Scope } from '../javascript/scope.ts';
import {
  endOfWait,
  luxonDuration,
  luxonWeekday,
  minutesOf,
  momentOf,
  nextTurn,
  zoneOf,
} from '../javascript/time.ts';

/** Long enough for n8n to keep the wait in its database. */
const DEFAULT_PAUSE = { parts: [{ amount: 2, unit: 'm' }] } as const;

/** The pause between two turns of a loop, and before a `try` begins again, are places of their own. */
export function pauseId(step: Extract<Step, { kind: 'repeat' | 'try' }>): string {
  return `${step.id}:pause`;
}

/** The moments that steps wait for, by automation and step: functions of the state. */
export function momentsCode(context: JourneyContext): string {
  const entries = context.automations.flatMap(({ automation }) =>
    momentsOf(automation, context.scope('state')),
  );
  return entries.length === 0
    ? 'Object()'
    : `{\n${entries.map(([key, javascript]) => `  ${literal(key)}: (state) => ${javascript},\n`).join('')}}`;
}

function momentsOf(automation: Automation, scope: Scope): [key: string, javascript: string][] {
  const at = (id: string, javascript: string): [string, string] => [`${automation.id}/${id}`, javascript];
  return [...allSteps(automation.steps)].flatMap((step) => {
    switch (step.kind) {
      case 'wait':
        return momentsOfWait(step.wait, scope).map((javascript) => at(step.id, javascript));
      case 'at':
        return [at(step.id, `${isCancelled(step.moment.anchor, scope)}${momentOf(step.moment, scope)}`)];
      case 'repeat':
        return step.every === undefined ? [] : [at(pauseId(step), nextTurn(step.every, scope))];
      case 'try':
        return [at(pauseId(step), nextTry(step, scope))];
      default:
        return [];
    }
  });
}

/** When the wait is over; of one for an event, the deadline. */
function momentsOfWait(wait: Wait, scope: Scope): string[] {
  switch (wait.kind) {
    case 'event':
      return wait.by === undefined ? [] : [momentOf(wait.by, scope)];
    case 'opening':
      return [`nextAllowed(${scope.clock.now(zoneOf(wait, scope))}, ${hoursOf(wait.of, scope)}).moment`];
    default:
      return [endOfWait(wait, scope)];
  }
}

/** The hours as the policy's own are written; `business` hours leave out what is closed. */
function hoursOf(opening: Opening, scope: Scope): string {
  switch (opening.kind) {
    case 'sending':
      return 'policy';
    case 'business':
      return '{ ...policy, quiet: [], windows: policy.business }';
    case 'hours': {
      const days = opening.days === 'business' ? scope.workdays : opening.days?.map(luxonWeekday);
      const window = {
        from: minutesOf(opening.from),
        to: minutesOf(opening.to),
        ...(days === undefined ? {} : { weekdays: days }),
      };
      return `{ quiet: [], closedDates: [], closedWeekly: [], windows: [${literal(window)}] }`;
    }
  }
}

/** The turns of a \`try\` count what has failed, the last failure included. */
function nextTry(step: StepOf<'try'>, scope: Scope): string {
  const every = step.every ?? DEFAULT_PAUSE;
  if (step.doubling === undefined) return nextTurn(every, scope);
  const { upTo } = step.doubling;
  const length = (duration: Duration): string =>
    `now.plus(${literal(luxonDuration(duration))}).diff(now).toMillis()`;
  const doubled = `${length(every)} * 2 ** ((state.turns?.[${literal(step.id)}] ?? 1) - 1)`;
  const pause = upTo === undefined ? doubled : `Math.min(${doubled}, ${length(upTo)})`;
  return `((now) => now.plus(${pause}))(${scope.clock.now()})`;
}

function isCancelled(anchor: Expression, scope: Scope): string {
  return anchor.kind === 'field' ? `${compile(anchor.of, scope)}?.cancelled ? undefined : ` : '';
}
