import { formatClock, WEEKDAYS } from '@journey/model';
import type { ClockTime, Duration, Moment, TimeWindow, Weekday } from '@journey/model';
import { expressionWords } from './expression.ts';
import { leftToRight } from '../bidi.ts';
import type { Speech } from './speech.ts';

/** `1d12h` → "one day and 12 hours", "יום ו־12 שעות". */
export function durationWords(speech: Speech, duration: Duration): string {
  const parts = duration.parts.map(({ amount, unit }) => speech.plural(speech.words.units[unit], amount));
  return parts.length === 1 ? (parts[0] ?? '') : speech.list(parts, 'and');
}

export function clockWords(clock: ClockTime): string {
  return leftToRight(formatClock(clock));
}

export function weekdayWords(speech: Speech, weekday: Weekday): string {
  return speech.weekday(WEEKDAYS.indexOf(weekday));
}

/** `21:00–08:00`, which reads from the left in every language. */
export function windowWords(speech: Speech, window: TimeWindow): string {
  const hours = hoursWords(window);
  const time = window.weekdays ? `${weekdaysWords(speech, window.weekdays)} ${hours}` : hours;
  if (!window.zone) return time;
  return speech.fill(speech.words.inZone, { time, zone: expressionWords(speech, window.zone) });
}

/** Three days in a row and more by the first and the last of them: "Sunday–Thursday". */
function weekdaysWords(speech: Speech, weekdays: readonly Weekday[]): string {
  const days = weekdays.map((weekday) => weekdayWords(speech, weekday));
  const inARow = weekdays.every(
    (weekday, index) =>
      index === 0 ||
      (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdays[index - 1] ?? weekday) + 7) % 7 === 1,
  );
  return inARow && days.length > 2 ? `${days[0] ?? ''}–${days.at(-1) ?? ''}` : speech.list(days, 'and');
}

export function hoursWords({ from, to }: Pick<TimeWindow, 'from' | 'to'>): string {
  return leftToRight(`${formatClock(from)}–${formatClock(to)}`);
}

export function relativeWords(
  speech: Speech,
  offset: Duration,
  direction: 'before' | 'after',
  anchor: string,
): string {
  return speech.fill(speech.words[direction], { duration: durationWords(speech, offset), anchor });
}

export function momentWords(speech: Speech, moment: Moment): string {
  const anchor = expressionWords(speech, moment.anchor);
  switch (moment.kind) {
    case 'exact':
      return anchor;
    case 'onDay':
      return speech.fill(speech.words.onDay, { clock: formatClock(moment.clock), anchor });
    case 'relative': {
      const phrase = relativeWords(speech, moment.offset, moment.direction, anchor);
      return moment.clock ? withClock(speech, phrase, moment.clock) : phrase;
    }
  }
}

export function withClock(speech: Speech, phrase: string, ...clocks: readonly ClockTime[]): string {
  const times =
    clocks.length === 1
      ? clocks.map(clockWords).join('')
      : speech.list(
          clocks.map((clock) => formatClock(clock)),
          'and',
        );
  return speech.words.at.replace('{phrase}', phrase).replace('{clock}', times);
}
