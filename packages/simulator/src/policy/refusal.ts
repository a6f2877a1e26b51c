import type { FrequencyCap, Journey, JourneyModel, Message, Trigger } from '@journey/model';
import { byId, connectorOf, consentBasis } from '@journey/model';
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

/** Why this message is not sent to this customer at all; undefined where nothing speaks against it. */
export function refusal(message: Message, refusing: Refusing): string | undefined {
  const isMarketing = (message.category ?? 'marketing') === 'marketing';
  const isRequired = consentBasis(message, refusing.journey.policy) === 'required';
  const word = lastWord(message, refusing);
  if (word?.says === 'no' && (word.isOfTopic || isMarketing || isRequired)) return 'consent withdrawn';
  if (isRequired && word?.says !== 'yes' && !hasConsented(refusing.customer, message)) return 'no consent';
  if (!isMarketing) return undefined;
  const reached = refusing.journey.policy.caps.find((cap) => isReached(cap, message, refusing));
  return reached && `cap of ${reached.messages} messages`;
}

/** Whether what is known of the customer says so: to everything, to the category or to the topic. */
function hasConsented({ consent }: Fields, { category = 'marketing', topic }: Message): boolean {
  const given: readonly unknown[] = Array.isArray(consent) ? consent : [consent];
  return [true, category, ...(topic === undefined ? [] : [topic])].some((word) => given.includes(word));
}

/** Caps count every message that went out and hold back marketing. */
function isReached(cap: FrequencyCap, message: Message, { model, past, now, zone }: Refusing): boolean {
  if (!isCounted(model, cap, message)) return false;
  const from = shift(now, cap.per, zone, -1);
  const sent = past.filter(({ name, at }) => {
    const counted = name.startsWith('sent:') ? byId(model.messages, name.slice('sent:'.length)) : undefined;
    return counted !== undefined && at > from && isCounted(model, cap, counted);
  });
  return sent.length >= cap.messages;
}

function isCounted(model: JourneyModel, { on }: FrequencyCap, message: Message): boolean {
  if (on === undefined) return true;
  return (on.kind === 'system' ? message.system : connectorOf(model, message.system)?.channel) === on.id;
}
