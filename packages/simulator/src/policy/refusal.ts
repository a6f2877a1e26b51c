import type { FrequencyCap, Journey, JourneyModel, Message, Trigger } from '@journey/model';
import { byId, consentBasis, goesOutBy } from '@journey/model';
import type { Fields, HistoryEntry } from '../history.ts';
import { lastWord } from './consent.ts';
import { shift } from '../time/calendar.ts';

export interface Refusing {
  readonly model: JourneyModel;
  readonly journey: Journey;
  readonly now: number;
  readonly zone: string;
  readonly customer: Fields;
  /** All that ever happened to the customer, in every journey. */
  readonly past: readonly HistoryEntry[];
  /** Whether it is what the trigger waits for. */
  isFor(trigger: Trigger, entry: HistoryEntry): boolean;
}

/** Why a message is not sent to a customer: not at all, or not before a moment. */
export interface Refusal {
  readonly why: string;
  readonly until?: number;
}

/** What speaks against sending this message to this customer; undefined where nothing does. */
export function refusal(message: Message, refusing: Refusing): Refusal | undefined {
  const isMarketing = (message.category ?? 'marketing') === 'marketing';
  const isRequired = consentBasis(message, refusing.journey.policy) === 'required';
  const word = lastWord(message, refusing);
  if (word?.says === 'no' && (word.isOfTopic || isMarketing || isRequired))
    return { why: 'consent withdrawn' };
  if (isRequired && word?.says !== 'yes' && !hasConsented(refusing.customer, message))
    return { why: 'no consent' };
  if (!isMarketing) return undefined;
  const reached = refusing.journey.policy.caps.flatMap((cap) => {
    const until = openAgain(cap, message, refusing);
    return until === undefined ? [] : [{ cap, until }];
  });
  const dropping = reached.find(({ cap }) => cap.overflow === 'drop');
  const first = dropping ?? reached[0];
  if (first === undefined) return undefined;
  const why = `cap of ${first.cap.messages} messages`;
  return dropping ? { why } : { why, until: Math.max(...reached.map(({ until }) => until)) };
}

/** Whether what is known of the customer says so: to everything, to the category or to the topic. */
function hasConsented({ consent }: Fields, { category = 'marketing', topic }: Message): boolean {
  const given: readonly unknown[] = Array.isArray(consent) ? consent : [consent];
  return [true, category, ...(topic === undefined ? [] : [topic])].some((word) => given.includes(word));
}

/**
 * The moment from which a cap that is reached lets the message through again. Caps count every message that went out
 * and hold back marketing.
 */
function openAgain(cap: FrequencyCap, message: Message, refusing: Refusing): number | undefined {
  const { model, past, now, zone } = refusing;
  if (!goesOutBy(model, message.system, cap.on)) return undefined;
  const ends = past
    .filter(({ name }) => {
      const sent = name.startsWith('sent:') ? byId(model.messages, name.slice('sent:'.length)) : undefined;
      return sent !== undefined && goesOutBy(model, sent.system, cap.on);
    })
    .map(({ at }) => shift(at, cap.per, zone))
    .filter((end) => end > now)
    .sort((one, other) => one - other);
  return ends[ends.length - cap.messages];
}
