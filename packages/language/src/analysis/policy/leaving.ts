import { allSteps, automationsOf, byId, connectorOf, WITHDRAWALS, type Journey } from '@journey/model';
import { insert, remove, type Fix } from '../../diagnostics/fix.ts';
import type { ModelCheck, TextOf } from '../check.ts';
import { same } from '../flow/expressions.ts';
import { between } from '../flow/places.ts';
import { advertisingSystems } from './consent.ts';
import { messagesSent } from './messages.ts';
import { headOf, memberFix } from './places.ts';
import { say } from '../../locale/speech.ts';

/** Advertising to people whose "no more" is not heard. */
export const checkUnsubscribing: ModelCheck = (model, find, textOf) => {
  for (const journey of model.journeys) {
    const { consent } = journey.policy;
    if (consent.some((rule) => rule.kind === 'category' && rule.category === 'marketing')) continue;
    for (const system of advertisingSystems(messagesSent(journey, model))) {
      if (!connectorOf(model, system)?.events.some(({ name }) => name === 'unsubscribed')) continue;
      if (leavesOn(journey, system)) continue;
      const label = byId(model.systems, system)?.label ?? system;
      find('unsubscribed-stay', { system, label }, headOf(journey, textOf), exitFix(journey, system, textOf));
    }
  }
};

/** Whether the journey, or every automation on its own, reacts to it. */
function leavesOn(journey: Journey, system: string): boolean {
  const triggers = automationsOf(journey).flatMap(({ automation }) => automation.triggers);
  const signals = journey.policy.unsubscribe.map(({ trigger }) => trigger);
  return [...journey.exits, ...signals, ...triggers].some(
    (trigger) =>
      trigger.kind === 'events' &&
      trigger.events.some(
        (event) => event.kind === 'event' && event.system === system && event.event === 'unsubscribed',
      ),
  );
}

function exitFix(journey: Journey, system: string, textOf: TextOf): Fix[] {
  const title = say`End the journey for who unsubscribes`;
  const setting = `exit on ${system}.unsubscribed`;
  const goal = journey.goals.at(-1)?.source;
  if (!goal || goal.file !== journey.source.file) return memberFix(title, journey, setting, textOf);
  const isOnLineOfItsOwn = goal.start.line !== journey.source.start.line;
  return [
    insert(
      title,
      goal.end,
      isOnLineOfItsOwn ? `\n${' '.repeat(goal.start.character)}${setting}` : ` ${setting}`,
    ),
  ];
}

/** Advertising in answer to somebody who said no more. */
export const checkAdvertisingToLeavers: ModelCheck = (model, find) => {
  for (const { automation } of model.journeys.flatMap(automationsOf)) {
    const events = automation.triggers.flatMap((trigger) =>
      trigger.kind === 'events' ? trigger.events : [],
    );
    const isFarewell = ({ kind, ...event }: (typeof events)[number]): boolean =>
      kind === 'event' && 'event' in event && WITHDRAWALS.includes(event.event);
    if (events.length === 0 || !events.every(isFarewell)) continue;
    for (const step of allSteps(automation.steps)) {
      const message = step.kind === 'send' ? byId(model.messages, step.message) : undefined;
      if (message?.category !== 'marketing') continue;
      find('advertising-to-leavers', { label: message.label }, step.source);
    }
  }
};

/** Events that are the goal and a way out at once. */
export const checkGoalsAndExits: ModelCheck = (model, find, textOf) => {
  for (const { goals, exits } of model.journeys) {
    for (const exit of exits) {
      if (exit.kind !== 'events') continue;
      for (const event of exit.events) {
        if (!goals.some((goal) => goal.events.some((each) => same(each, event)))) continue;
        const lineStart = { line: exit.source.start.line, character: 0 };
        const { file, start, end } = exit.source;
        const keyword = /exit\s+$/.exec(textOf(between(file, lineStart, start)));
        const whole = keyword && between(file, { line: start.line, character: keyword.index }, end);
        const fixes = whole && exit.events.length === 1 ? [remove(say`Remove the exit`, whole)] : [];
        find('goal-is-exit', {}, event.source, fixes);
      }
    }
  }
};
