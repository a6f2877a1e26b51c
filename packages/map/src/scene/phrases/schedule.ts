import type { CalendarDay, Recurrence } from '@journey/model';
import { expressionWords } from './expression.ts';
import { durationWords, weekdayWords } from './time.ts';
import type { Speech } from './speech.ts';

/** "Every month on the first Monday". */
export function recurrenceWords(speech: Speech, recurrence: Recurrence): string {
  const { every, schedule } = speech.words;
  switch (recurrence.kind) {
    case 'interval':
      return speech.fill(every, { what: durationWords(speech, recurrence.every) });
    case 'daily':
      return schedule.daily;
    case 'businessDays':
      return schedule.businessDays;
    case 'weekdays': {
      const days = recurrence.weekdays.map((weekday) => weekdayWords(speech, weekday));
      return speech.fill(every, { what: speech.list(days, 'and') });
    }
    case 'calendar': {
      const days = recurrence.days.map((day) => dayWords(speech, day));
      return speech.fill(schedule.calendar, {
        period: schedule.period[recurrence.period],
        days: speech.list(days, 'and'),
      });
    }
    case 'anniversary':
      return speech.fill(schedule.anniversary, {
        period: schedule.period[recurrence.period],
        date: expressionWords(speech, recurrence.of),
      });
  }
}

function dayWords(speech: Speech, day: CalendarDay): string {
  const { schedule } = speech.words;
  if (day.kind === 'number')
    return day.month === undefined
      ? speech.fill(schedule.dayNumber, { day: speech.number(day.day) })
      : speech.monthDay(day.month, day.day);
  const what = day.of === 'day' || day.of === 'businessDay' ? schedule[day.of] : weekdayWords(speech, day.of);
  const phrase = speech.fill(schedule.ordinal[day.ordinal], { day: what });
  return day.month === undefined
    ? phrase
    : speech.fill(schedule.ofMonth, { day: phrase, month: speech.monthDay(day.month) });
}
