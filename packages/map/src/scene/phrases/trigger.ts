import type { Trigger } from '@journey/model';
import { eventWords, expressionWords, segmentLabel } from './expression.ts';
import { recurrenceWords } from './schedule.ts';
import { momentWords, withClock } from './time.ts';
import type { IconName } from '../icons.ts';
import { standalone } from './speech.ts';
import type { Speech } from './speech.ts';

type Kind = Trigger['kind'];
type TriggerOf<K extends Kind> = Extract<Trigger, { kind: K }>;

const WORDING: { readonly [K in Kind]: (speech: Speech, trigger: TriggerOf<K>) => string } = {
  events: (speech, { events }) =>
    speech.list(
      events.map((event) => eventWords(speech, event)),
      'or',
    ),
  date: (speech, { moment }) => standalone(momentWords(speech, moment)),
  segment: (speech, { segment, change }) =>
    speech.fill(change === 'joins' ? speech.words.joins : speech.words.leavesSegment, {
      segment: segmentLabel(speech, segment),
    }),
  schedule: (speech, { recurrence, at, from, until }) => {
    const isOnce = recurrence.kind === 'daily' && from !== undefined && from === until;
    const phrase = isOnce
      ? speech.fill(speech.words.schedule.once, { date: speech.date(from) })
      : recurrenceWords(speech, recurrence);
    return at.length > 0 ? withClock(speech, phrase, ...at) : phrase;
  },
  manual: (speech, { by }) => (by === 'person' ? speech.words.byHand : speech.words.byProgram),
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
