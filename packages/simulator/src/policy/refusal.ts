import type { FrequencyCap, Journey, JourneyModel, Message } from '@journey/model';
import { byId, connectorOf, COURSE_EVENTS, WITHDRAWALS } from '@journey/model';
import type { Fields, HistoryEntry } from '../history.ts';
import { shift } from '../time/calendar.ts';

export interface Refusing {
  readonly model: JourneyModel;
  readonly journey: Journey;
  readonly now: number;
  readonly zone: string;
  readonly customer: Fields;
  /** All that ever happened to the customer, in every journey. */
  readonly past: readonly HistoryEntry[];
}

/** Why this message is not sent to this customer at all; undefined where nothing speaks against it. */
export function refusal(message: Message, refusing: Refusing): string | undefined {
  const category = message.category ?? 'marketing';
  const required = refusing.journey.policy.consent
    .filter((rule) => rule.basis === 'required')
    .map((rule) => rule.category);
  if ((category === 'marketing' || required.includes(category)) && hasWithdrawn(refusing.past))
    return 'consent withdrawn';
  if (required.includes(category) && !hasConsented(refusing.customer, category)) return 'no consent';
  if (category !== 'marketing') return undefined;
  const reached = refusing.journey.policy.caps.find((cap) => isReached(cap, message, refusing));
  return reached && `cap of ${reached.messages} messages`;
}

function hasWithdrawn(past: readonly HistoryEntry[]): boolean {
  const last = past.findLast(({ name }) => name === COURSE_EVENTS.consented || isWithdrawal(name));
  return last !== undefined && last.name !== COURSE_EVENTS.consented;
}

function isWithdrawal(name: string): boolean {
  const [, event, ...more] = name.split('.');
  return event !== undefined && more.length === 0 && WITHDRAWALS.includes(event);
}

function hasConsented(customer: Fields, category: string): boolean {
  const given = customer['consent'];
  return given === true || given === category || (Array.isArray(given) && given.includes(category));
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
