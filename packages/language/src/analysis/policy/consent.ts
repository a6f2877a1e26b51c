import {
  byId,
  connectorOf,
  eventName,
  WITHDRAWALS,
  type Journey,
  type Message,
  type Sourced,
} from '@journey/model';
import { insert, replace } from '../../diagnostics/fix.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { say } from '../../locale/speech.ts';
import type { ModelCheck } from '../check.ts';
import { placeOf } from '../flow/places.ts';
import { messagesSent } from './messages.ts';

/** Systems that a journey advertises by, whose customers say no in words that it doesn't listen for. */
export const checkUnheardWithdrawals: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    const signal = journey.policy.unsubscribe.findLast(({ topic }) => topic === undefined);
    const last = signal?.trigger.events.at(-1);
    if (!signal || !last) continue;
    for (const system of advertisingSystems(messagesSent(journey, model))) {
      const unheard = connectorOf(model, system)?.events.find(
        ({ name }) => WITHDRAWALS.includes(name) && !hears(journey, `${system}.${name}`),
      );
      if (!unheard) continue;
      const event = unheard.name;
      const label = byId(model.systems, system)?.label ?? system;
      const missing = `${system}.${event}`;
      const title = say`Count ${missing} as well`;
      find('withdrawal-unheard', { system, label, event }, signal.source, [
        insert(title, last.source.end, `, ${missing}`, true),
      ]);
    }
  }
};

export function advertisingSystems(messages: readonly Message[]): ReadonlySet<string> {
  return new Set(messages.filter(({ category }) => category === 'marketing').map(({ system }) => system));
}

function hears({ policy, exits }: Journey, event: string): boolean {
  const triggers = [...policy.unsubscribe.map(({ trigger }) => trigger), ...exits];
  return triggers.some(
    (trigger) => trigger.kind === 'events' && trigger.events.some((one) => eventName(one) === event),
  );
}

/** Events that mean no and yes at once. */
export const checkContradictions: ModelCheck = (model, find) => {
  for (const { policy } of model.journeys) {
    for (const yes of policy.subscribe) {
      const isSame = (event: (typeof yes.trigger.events)[number]): boolean =>
        policy.unsubscribe.some(
          ({ topic, trigger }) =>
            topic === yes.topic &&
            trigger.where === undefined &&
            yes.trigger.where === undefined &&
            trigger.events.some((other) => eventName(other) === eventName(event)),
        );
      for (const event of yes.trigger.events.filter(isSame)) find('yes-is-no', {}, event.source);
    }
  }
};

/** Topics that were meant to be those of messages. */
export const checkTopics: ModelCheck = (model, find, textOf) => {
  for (const journey of model.journeys) {
    const topics = new Set(messagesSent(journey, model).flatMap(({ topic }) => topic ?? []));
    const { consent, subscribe, unsubscribe } = journey.policy;
    const named: readonly (Sourced & { readonly topic?: string })[] = [
      ...consent.filter((rule) => rule.kind === 'topic'),
      ...subscribe,
      ...unsubscribe,
    ];
    for (const { topic, source } of named) {
      const meant = topic === undefined || topics.has(topic) ? undefined : suggest(topic, topics);
      if (topic === undefined || meant === undefined) continue;
      const place = placeOf(/(?<=^(?:topic|unsubscribe\s+from|subscribe\s+to)\s+)[^\s]+/, source, textOf);
      const fixes = place ? [replace(say`Change to ${meant}`, place, meant, true)] : [];
      find('topic-of-nothing', { topic, meant }, place ?? source, fixes);
    }
  }
};
