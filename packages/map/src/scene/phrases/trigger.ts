import { byId } from '@journey/model';
import type { Trigger } from '@journey/model';
import { eventWords, expressionWords } from './expression.ts';
import { durationWords, relativeWords, weekdayWords, withClock } from './time.ts';
import type { IconName } from '../icons.ts';
import type { Speech } from './speech.ts';

type Kind = Trigger['kind'];
type TriggerOf<K extends Kind> = Extract<Trigger, { kind: K }>;

const WORDING: { readonly [K in Kind]: (speech: Speech, trigger: TriggerOf<K>) => string } = {
  events: (speech, { events }) =>
    speech.list(
      events.map((event) => eventWords(speech, event)),
      'or',
    ),
  date: (speech, { offset, direction, anchor }) =>
    relativeWords(speech, offset, direction, expressionWords(speech, anchor)),
  segment: (speech, { segment }) =>
    speech.fill(speech.words.joins, {
      segment: byId(speech.model.segments, segment)?.label ?? speech.readable(segment),
    }),
  schedule: (speech, { every, at }) => {
    const what =
      'weekdays' in every
        ? speech.list(
            every.weekdays.map((weekday) => weekdayWords(speech, weekday)),
            'and',
          )
        : durationWords(speech, every);
    const phrase = speech.fill(speech.words.every, { what });
    return at ? withClock(speech, phrase, at) : phrase;
  },
  manual: (speech) => speech.words.byHand,
};

export const TRIGGER_ICONS: Record<Kind, IconName> = {
  events: 'bolt',
  date: 'calendar',
  segment: 'people',
  schedule: 'calendar',
  manual: 'hand',
};

/** What starts it, in words, with its condition. */
export function triggerWords<K extends Kind>(speech: Speech, trigger: TriggerOf<K>): string {
  const kind: K = trigger.kind;
  const event = WORDING[kind](speech, trigger);
  return trigger.where
    ? speech.fill(speech.words.where, { event, condition: expressionWords(speech, trigger.where) })
    : event;
}
