import type { Automation, Expression, Step } from '@journey/model';
import { allSteps } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { compile } from '../javascript/expression.ts';
import { literal } from '../javascript/literal.ts';
import type { Scope } from '../javascript/scope.ts';
import { endOfWait, momentOf, nextTurn } from '../javascript/time.ts';

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
        return step.wait.kind === 'event' || step.wait.kind === 'opening'
          ? []
          : [at(step.id, endOfWait(step.wait, scope))];
      case 'at':
        return [at(step.id, `${isCancelled(step.moment.anchor, scope)}${momentOf(step.moment, scope)}`)];
      case 'repeat':
        return step.every === undefined ? [] : [at(pauseId(step), nextTurn(step.every, scope))];
      case 'try':
        return [at(pauseId(step), nextTurn(step.every ?? DEFAULT_PAUSE, scope))];
      default:
        return [];
    }
  });
}

function isCancelled(anchor: Expression, scope: Scope): string {
  return anchor.kind === 'field' ? `${compile(anchor.of, scope)}?.cancelled ? undefined : ` : '';
}
