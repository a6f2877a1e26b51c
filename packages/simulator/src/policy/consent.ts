import type { ConsentSignal, Journey, Message, Trigger } from '@journey/model';
import { isUsualConsent, isUsualWithdrawal } from '@journey/model';
import type { HistoryEntry } from '../history.ts';

interface Asked {
  readonly journey: Journey;
  readonly past: readonly HistoryEntry[];
  isFor(trigger: Trigger, entry: HistoryEntry): boolean;
}

/** What a customer said by something that they did. */
export interface Word {
  readonly says: 'yes' | 'no';
  /** Said of the message's topic, not of everything. */
  readonly isOfTopic: boolean;
}

/** The last thing that the customer said of everything, or of the message's topic; undefined where they said nothing. */
export function lastWord(message: Message, asked: Asked): Word | undefined {
  for (const entry of asked.past.toReversed()) {
    const word = wordOf(entry, message, asked);
    if (word !== undefined) return word;
  }
  return undefined;
}

function wordOf(entry: HistoryEntry, { topic }: Message, asked: Asked): Word | undefined {
  const { subscribe, unsubscribe } = asked.journey.policy;
  const saidBy = (signals: readonly ConsentSignal[]): ConsentSignal | undefined =>
    signals.find(
      (signal) =>
        (signal.topic === undefined || signal.topic === topic) && asked.isFor(signal.trigger, entry),
    );
  const no = saidBy(unsubscribe);
  if (no !== undefined) return { says: 'no', isOfTopic: no.topic !== undefined };
  const yes = saidBy(subscribe);
  if (yes !== undefined) return { says: 'yes', isOfTopic: yes.topic !== undefined };
  if (isUsualConsent(entry.name)) return { says: 'yes', isOfTopic: false };
  // Who says which events are a no to everything has said it of all of them.
  const isSaid = unsubscribe.some((signal) => signal.topic === undefined);
  return !isSaid && isUsualWithdrawal(entry.name) ? { says: 'no', isOfTopic: false } : undefined;
}
