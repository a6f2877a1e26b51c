import { COURSE_EVENTS, WITHDRAWALS } from './course.ts';
import type { Policy } from './journey.ts';
import type { Message, MessageCategory } from './message.ts';
import type { Sourced } from './source.ts';
import type { Trigger } from './trigger.ts';

/** `required`: customers must have agreed. `implied`: they need not, but may say no. */
export type ConsentBasis = 'required' | 'implied';

/** On what basis the messages of a category, or on a topic, are sent. */
export type ConsentRule = Sourced & { readonly basis: ConsentBasis } & (
    | { readonly kind: 'category'; readonly category: MessageCategory }
    | { readonly kind: 'topic'; readonly topic: string }
  );

/** Events by which customers say no, or yes again: to everything, or to one topic. */
export interface ConsentSignal extends Sourced {
  readonly topic?: string;
  readonly trigger: Extract<Trigger, { kind: 'events' }>;
}

/** The basis of a message: what it says itself, else what the policy says of its topic, else of its category. */
export function consentBasis(message: Message, { consent }: Pick<Policy, 'consent'>): ConsentBasis {
  const category = message.category ?? 'marketing';
  const ofTopic = consent.findLast((rule) => rule.kind === 'topic' && rule.topic === message.topic);
  const ofCategory = consent.findLast((rule) => rule.kind === 'category' && rule.category === category);
  return message.consent ?? ofTopic?.basis ?? ofCategory?.basis ?? 'implied';
}

/**
 * Whether an event means no to everything where the policy doesn't say which events do: those of
 * {@link WITHDRAWALS}, whatever system reports them.
 */
export function isUsualWithdrawal(event: string): boolean {
  const [, name, ...more] = event.split('.');
  return name !== undefined && more.length === 0 && WITHDRAWALS.includes(name);
}

/** Whether an event means yes whatever the policy says. */
export function isUsualConsent(event: string): boolean {
  return event === COURSE_EVENTS.consented;
}
